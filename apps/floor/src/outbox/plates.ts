import { api } from './api.ts'
import { writeDown } from './database.ts'
import { deviceId } from './device.ts'

/** Plates that the server has leased to this device beforehand, so that they can be printed without the network. */

const FACT = 'plates'
const ENOUGH = 60
const FEW = 30

/** Takes so many off the lease, each once, or as many as there are. */
async function takeKept(count: number): Promise<string[]> {
  let taken: string[] = []
  await writeDown(['facts'], async (tx) => {
    const kept = ((await tx.objectStore('facts').get(FACT)) ?? []) as string[]
    taken = kept.slice(0, count)
    await tx.objectStore('facts').put(kept.slice(count), FACT)
  })
  return taken
}

async function keepMore(lpns: readonly string[]): Promise<number> {
  let there = 0
  await writeDown(['facts'], async (tx) => {
    const kept = ((await tx.objectStore('facts').get(FACT)) ?? []) as string[]
    there = kept.length + lpns.length
    if (lpns.length > 0) await tx.objectStore('facts').put([...kept, ...lpns], FACT)
  })
  return there
}

const lease = (count: number): Promise<string[]> => api.leasePlates({ count, deviceId: deviceId() })

/** Leases more while the server is there, before they run out. */
export async function refillPlates(): Promise<void> {
  const there = await keepMore([])
  if (there < FEW) await keepMore(await lease(ENOUGH - there))
}

/** Fresh plates, off the lease or else from the server. @throws where neither has enough */
export async function freshPlates(count: number): Promise<string[]> {
  const kept = await takeKept(count)
  if (kept.length === count) return kept
  try {
    return [...kept, ...(await lease(count - kept.length))]
  } catch (error) {
    await keepMore(kept)
    throw error
  }
}
