import type { Outcome, WireCommand } from '@restow/contracts'
import { type Act, type Command, decide, type Parcel, type Unit } from '@restow/domain'
import { MemoryLedger, OLGA, OTTO, type Person, SVEN } from '../../../../packages/testkit/src/given.ts'
import { crampedWorld } from '../../../../packages/testkit/src/random-walk.ts'

/** The server in small: the real rules, one stored answer for each command, and a feed of what has changed. */

export const STAFF: readonly [Person, ...Person[]] = [OTTO, OLGA, SVEN]
export const WORLD = crampedWorld()

/** A state with the version of its stream, as the working copy takes it. */
export type Copied = { readonly version: number } & (
  | { readonly kind: 'unit'; readonly state: Unit }
  | { readonly kind: 'parcel'; readonly state: Parcel }
)
export interface Page {
  readonly cursor: number
  readonly items: readonly Copied[]
}
export interface Accepted {
  readonly command: WireCommand
  /** The streams that it changed. */
  readonly streams: readonly string[]
}

/** A command off the wire: its facts, and who does it when with what. */
export function opened(wire: WireCommand, by: string, recordedAt: string): { command: Command; act: Act } {
  const { commandId, deviceId, deviceSeq, scannedAt, performed, expectedVersion: _, ...command } = wire
  const actor = STAFF.find(({ user }) => user === by) ?? OTTO
  const envelope = { commandId, deviceId, deviceSeq, scannedAt, performed: performed ?? 'now' }
  return { command: command as Command, act: { ...envelope, actor, warehouse: WORLD.warehouse, recordedAt } }
}

/** Decides on this ledger and records what follows. */
export function judge(ledger: MemoryLedger, wire: WireCommand, by: string, recordedAt: string) {
  const { command, act } = opened(wire, by, recordedAt)
  const decision = decide(ledger.situation(command), command, act)
  if ('rejected' in decision) return decision
  return { events: decision.events.map((event, i) => ledger.record(event, act, i + 1)) }
}

export class ModelServer {
  readonly ledger = new MemoryLedger(WORLD)
  readonly accepted: Accepted[] = []
  readonly outcomes = new Map<string, { content: string; outcome: Outcome }>()
  readonly versions = new Map<string, number>()
  readonly #feed: { kind: 'unit' | 'parcel'; id: string }[] = []

  /** Answers the commands of a request in their order, each seeing what those before it did. */
  answer(commands: readonly WireCommand[], by: string, now: number): Outcome[] {
    return commands.map((command) => {
      const content = JSON.stringify(command)
      const { commandId } = command
      const first = this.outcomes.get(commandId)
      if (first)
        return first.content === content
          ? first.outcome
          : { commandId, outcome: 'rejected', code: 'command_id_reused' }
      const outcome = this.#judge(command, by, now)
      this.outcomes.set(commandId, { content, outcome })
      return outcome
    })
  }

  #judge(command: WireCommand, by: string, now: number): Outcome {
    const { commandId } = command
    const answer = judge(this.ledger, command, by, new Date(now).toISOString())
    if ('rejected' in answer)
      return { commandId, outcome: 'rejected', code: answer.rejected, facts: { ...answer.facts } }
    const events = answer.events.map(({ stream, type, meta }) => {
      const version = (this.versions.get(stream.id + stream.kind) ?? 0) + 1
      this.versions.set(stream.id + stream.kind, version)
      this.#feed.push(stream)
      return { eventId: meta.eventId, type, stream: { ...stream, key: '' }, version }
    })
    this.accepted.push({
      command,
      streams: [...new Set(events.map((e) => `${e.stream.kind} ${e.stream.id}`))],
    })
    return { commandId, outcome: 'accepted', events }
  }

  /** What has changed since the cursor, as it stands now. */
  page(cursor: number): Page {
    const changed = new Map(this.#feed.slice(cursor).map((s) => [s.id + s.kind, s]))
    const items = [...changed.values()].flatMap(({ kind, id }): Copied[] => {
      const version = this.versions.get(id + kind) ?? 0
      const unit = kind === 'unit' ? this.ledger.units.get(id) : undefined
      const parcel = kind === 'parcel' ? this.ledger.parcels.get(id) : undefined
      if (unit) return [{ kind: 'unit', version, state: unit }]
      return parcel ? [{ kind: 'parcel', version, state: parcel }] : []
    })
    return { cursor: this.#feed.length, items }
  }
}
