import type { Outcome } from '@restow/contracts'
import { type Command, decide } from '@restow/domain'
import { tell } from '@restow/ui/floor'
import { unitCopy } from '../copy/copy.store.ts'
import { askScan, fetchUnit } from '../copy/load.ts'
import { replay } from '../copy/replay.ts'
import { situationOf } from '../copy/situation.ts'
import { inEnvelope } from '../outbox/device.ts'
import { drainNow } from '../outbox/drain.ts'
import { enqueue } from '../outbox/outbox.store.ts'
import { actOf, sayRejected } from '../shell/ask.ts'
import { followScan, say } from '../shell/verdict.store.ts'
import { whenPainted } from '../shell/when-painted.ts'
import { countOf, dropCount } from './count.store.ts'
import { commandOf } from './count.ts'

type CountBin = Extract<Command, { type: 'CountBin' }>

/** What the count came to, by the server's word. */
export interface Result {
  readonly missing: readonly string[]
  readonly found: readonly string[]
  readonly moved: readonly string[]
}

const TYPES = { missing: 'UnitLost', found: 'UnitFound', moved: 'UnitMoved' } as const

function resultOf({ events = [] }: Outcome): Result {
  const plates = (type: string) =>
    events.filter((event) => event.type === type).map(({ stream }) => stream.key)
  return { missing: plates(TYPES.missing), found: plates(TYPES.found), moved: plates(TYPES.moved) }
}

/** More are looked at when they are scanned. */
const REFRESHED = 20

function refresh(bin: string, { missing, found, moved }: Result): void {
  void askScan(bin).catch(() => {})
  for (const lpn of [...missing, ...found, ...moved].slice(0, REFRESHED)) void fetchUnit(lpn).catch(() => {})
}

/** Those of its plates that this device has units of, so that their screens say at once where they are. */
function foreseen(command: CountBin): CountBin {
  const { lpns, missing = [] } = command
  const known = (plates: readonly string[]) => plates.filter((lpn) => unitCopy(lpn) !== undefined)
  return { ...command, lpns: known(lpns), missing: known(missing) }
}

/**
 * Keeps the count for sending, and says so when it is safe.
 * @param then is told what it came to, when the server has spoken
 * @returns whether it is kept
 */
export async function sendCount(bin: string, then: (result: Result) => void): Promise<boolean> {
  const command = commandOf(bin, countOf(bin))
  const enveloped = inEnvelope(command)
  const act = actOf(enveloped)
  if (!act) return false
  const about = [...command.lpns, ...(command.missing ?? [])]
  const { outcome } = await enqueue(enveloped, act.actor.user, { about }, () => {
    say({ tone: 'right', title: tell('count.kept'), code: bin }, enveloped.commandId)
    const known = foreseen(command)
    const situation = situationOf(known)
    const decision = decide(situation, known, { ...act, performed: 'earlier' })
    if ('events' in decision) replay(decision.events, act, situation)
    dropCount(bin)
  })
  followScan(enveloped.commandId, outcome)
  whenPainted(drainNow)
  void outcome.then((word) => {
    if (word.outcome !== 'accepted')
      return sayRejected(command, word.code ?? 'malformed', word.facts, word.message)
    const result = resultOf(word)
    then(result)
    refresh(bin, result)
  })
  return true
}
