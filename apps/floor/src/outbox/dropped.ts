import { ApiProblem, isPassing } from '@restow/client'
import type { TellDropped } from '@restow/contracts'
import type { DropReason } from '@restow/domain'
import { api } from './api.ts'
import { keptDatabase, writeDown } from './database.ts'
import { deviceId } from './device.ts'
import { findPerson } from './people.ts'
import type { Queued } from './queued.ts'

/** What was dropped here of what had been refused: kept, and told to the server for supervisors to see. */

type Told = TellDropped['dropped'][number]
interface Dropped {
  readonly facts: Told
  readonly droppedBy: string
  readonly isTold: boolean
}

const FACT = 'dropped.2'
/** So many are kept for whoever asks what became of them; never fewer than are untold. */
const KEPT = 200
const AT_ONCE = 50

/** By characters as the server counts them: half of one is none, and refused. */
const cut = (text: string, length: number): string => [...text].slice(0, length).join('')

function factsOf({ command, refusal, by, about }: Queued, reason: DropReason): Told {
  const { commandId, type } = command
  return {
    ...{ commandId, type, doneBy: by, reason, droppedAt: new Date().toISOString() },
    about: cut(about[0] ?? '', 100),
    code: refusal?.code ?? 'malformed',
    message: cut(refusal?.message ?? '', 500),
  }
}

const all = async (): Promise<readonly Dropped[]> =>
  ((await (await keptDatabase()).get('facts', FACT)) ?? []) as readonly Dropped[]

/** Read and written in one transaction: what is dropped while others are being told is not lost for it. */
const change = (next: (kept: readonly Dropped[]) => readonly Dropped[]): Promise<void> =>
  writeDown(['facts'], async (tx) => {
    const facts = tx.objectStore('facts')
    await facts.put(next(((await facts.get(FACT)) ?? []) as readonly Dropped[]), FACT)
  })

/** Keeps what was dropped, before it is taken off the list. */
export const keepDropped = (entry: Queued, reason: DropReason, droppedBy: string): Promise<void> =>
  change((kept) => {
    const dropped: Dropped = { facts: factsOf(entry, reason), droppedBy, isTold: false }
    return [dropped, ...kept.filter(({ isTold }, n) => !isTold || n < KEPT - 1)]
  })

/** @returns whether it went out, has to wait, or is what the server cannot take and never will */
async function send(told: readonly Told[], sendToken: string): Promise<'out' | 'waits' | 'refused'> {
  try {
    await api.tellDropped({ deviceId: deviceId(), dropped: [...told] }, { sendToken })
    return 'out'
  } catch (error) {
    const isForGood = error instanceof ApiProblem && !isPassing(error) && ![401, 403].includes(error.status)
    return isForGood ? 'refused' : 'waits'
  }
}

const noteTold = (told: readonly Told[]): Promise<void> => {
  const ids = new Set(told.map(({ commandId }) => commandId))
  return change((kept) => kept.map((one) => (ids.has(one.facts.commandId) ? { ...one, isTold: true } : one)))
}

/** What the server cannot take stays known here, and jams nothing: not what is told with it either, which goes one by one then. */
async function tellOf(droppedBy: string, dropped: readonly Dropped[]): Promise<void> {
  const sendToken = (await findPerson(droppedBy))?.sendToken
  if (!sendToken) return
  const told = dropped.slice(0, AT_ONCE).map(({ facts }) => facts)
  const became = await send(told, sendToken)
  if (became === 'out' || (became === 'refused' && told.length === 1)) return noteTold(told)
  if (became === 'waits') return
  for (const one of told) {
    if ((await send([one], sendToken)) === 'waits') return
    await noteTold([one])
  }
}

let telling = false

/** Tells what is untold, under the name of whoever has dropped it. Silence is no fault here: it is tried again. */
export async function tellDropped(): Promise<void> {
  if (telling) return
  telling = true
  try {
    const untold = (await all()).filter(({ isTold }) => !isTold)
    for (const badge of new Set(untold.map(({ droppedBy }) => droppedBy)))
      await tellOf(
        badge,
        untold.filter(({ droppedBy }) => droppedBy === badge),
      )
  } finally {
    telling = false
  }
}
