import type { Fault } from '@restow/testkit/faulty-network'
import { makeDay } from './offline.day.ts'
import type { Hall } from './offline.hall.ts'
import { Handheld } from './offline.handheld.ts'
import { expectAllOf } from './offline.ledger.ts'
import { Worker } from './offline.worker.ts'

/** What the short and the long run of the tests without a network have in common. */

/** All the ways in which a network fails. */
const FAULTS: readonly Fault[] = [
  { kind: 'down' },
  { kind: 'lost answer', of: 'POST /api/commands' },
  { kind: 'black hole' },
  { kind: 'cut', way: 'to the server', after: 200 },
  { kind: 'latency', ms: 1_000, jitter: 2_000 },
  { kind: 'cut', way: 'to the client', after: 60 },
]

/** What an outage may take at most once the network is back, until all is sent, in milliseconds. */
const DRAINED_WITHIN = 30_000

export interface Shift {
  readonly scans: number
  /** From the network's return until all was sent, in milliseconds, one for each outage. */
  readonly drained: readonly number[]
}

/**
 * Lets somebody work by scans, over outages of every kind: of each stretch of scans, most are done without a network.
 * @param scans how many at least
 */
export async function workOverOutages(hall: Hall, scans: number, outages: number): Promise<Shift> {
  const day = makeDay(`outages ${scans}`, Math.ceil(scans / 7), 720_000_001)
  await hall.announce(day.file)
  const handheld = new Handheld(hall.network.origin)
  const stretch = Math.floor(scans / outages)
  const drained: number[] = []
  const worker = new Worker(handheld, async (scan) => {
    const [outage, within] = [Math.floor(scan / stretch), scan % stretch]
    if (outage >= outages) return
    if (within === 2) hall.network.set(FAULTS[outage % FAULTS.length] ?? { kind: 'none' })
    if (within === stretch - 2) drained.push(await backOnline(hall, worker))
  })
  try {
    await handheld.open()
    await worker.signIn('OP1001')
    let shelved = 0
    for (const [i, parcel] of day.parcels.entries()) {
      if (worker.scans >= scans) break
      await worker.takeIn(parcel)
      const [first] = parcel.pieces
      if (i % 3 > 0 || !first) continue
      await worker.shelve(first, `S-06-${18 - Math.floor(shelved / 15)}`)
      shelved += 1
    }
    await worker.allSent(DRAINED_WITHIN)
    await expectAllOf(worker.told, hall)
    return { scans: worker.scans, drained }
  } finally {
    hall.network.set({ kind: 'none' })
    await handheld.throwAway()
  }
}

async function backOnline(hall: Hall, worker: Worker): Promise<number> {
  const back = performance.now()
  hall.network.set({ kind: 'none' })
  await worker.allSent(DRAINED_WITHIN)
  return performance.now() - back
}
