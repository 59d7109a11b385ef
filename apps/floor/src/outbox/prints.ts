import { ApiProblem } from '@restow/client'
import type { AskPrint } from '@restow/contracts'
import { create } from 'zustand'
import { api } from './api.ts'
import { keptDatabase, writeDown } from './database.ts'
import { deviceId } from './device.ts'
import { SendingLoop } from './loop.ts'
import { useOutbox } from './outbox.store.ts'
import { freshId } from './uuid.ts'

/** Prints that somebody has asked for here, and that the server has not heard of yet. */

const FACT = 'prints'
type Asked = readonly AskPrint[]

/** What waits, as the screen sees it; the disk has it first. */
export const usePrints = create<{ waiting: Asked }>(() => ({ waiting: [] }))

async function change(by: (kept: Asked) => Asked): Promise<void> {
  let next: Asked = []
  await writeDown(['facts'], async (tx) => {
    next = by(((await tx.objectStore('facts').get(FACT)) ?? []) as Asked)
    await tx.objectStore('facts').put(next, FACT)
  })
  usePrints.setState({ waiting: next })
}

let refused: (problem: ApiProblem) => void = () => {}
let sent: () => void = () => {}

/** One print after the other, in the order in which they were asked for. What the server refuses is said, and not asked again. */
async function round(): Promise<boolean> {
  const [first] = usePrints.getState().waiting
  if (!first) return false
  try {
    await api.askPrint(first)
  } catch (error) {
    const isRefused = error instanceof ApiProblem && error.status < 500 && error.status !== 401
    if (!isRefused) throw error
    refused(error)
  }
  await change((kept) => kept.filter(({ id }) => id !== first.id))
  sent()
  return true
}

const sending = new SendingLoop(
  'restow.prints',
  round,
  () => {},
  () => null,
)

/** Asks for a print, now or once there is a line. It is not lost, and not printed twice. */
export async function askPrint(asked: Omit<AskPrint, 'id' | 'deviceId'>): Promise<void> {
  await change((kept) => [...kept, { id: freshId(Date.now()), deviceId: deviceId(), ...asked }])
  sending.wake()
}

/** Takes up what is on the disk, and sends it for as long as the page lives. @returns ends it */
export async function startPrints(on: {
  refused: (problem: ApiProblem) => void
  sent: () => void
}): Promise<() => void> {
  refused = on.refused
  sent = on.sent
  const kept = (await (await keptDatabase()).get('facts', FACT)) as Asked | undefined
  usePrints.setState({ waiting: kept ?? [] })
  const stops = [
    sending.watch(),
    useOutbox.subscribe((is, was) => {
      if (was.offline && !is.offline) sending.reset()
    }),
  ]
  sending.wake()
  return () => {
    for (const stop of stops) stop()
  }
}
