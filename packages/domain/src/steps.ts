import type { EventMeta, ExceptionNote } from './events.ts'

/** An exception as a parcel or unit carries it, until a supervisor has settled it. */
export interface OpenException extends ExceptionNote {
  readonly eventId: string
  readonly at: string
}

/**
 * A step that may be taken back: who did it when, and what the fields it changed held before.
 * `before` is null for the step that began the stream.
 */
export interface Step {
  readonly commandId: string
  readonly eventIds: readonly string[]
  readonly type: string
  readonly undoable: boolean
  readonly by: string
  readonly deviceId: string
  readonly scannedAt: string
  readonly recordedAt: string
  readonly before: Readonly<Record<string, unknown>> | null
}

interface WithSteps {
  readonly steps: readonly Step[]
  readonly exceptions: readonly OpenException[]
}

/** The event by which the last step is taken back; null where there is none, or it cannot be undone. */
export function lastEventId({ steps }: Pick<WithSteps, 'steps'>): string | null {
  const last = steps.at(-1)
  return last?.undoable ? (last.eventIds.at(-1) ?? null) : null
}

/** How many steps can be taken back, one after the other. */
const KEPT_STEPS = 3

/** Equal as values: a state read from the database holds the same facts in other objects. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const [of, to] = [a as Record<string, unknown>, b as Record<string, unknown>]
  const keys = Object.keys(of)
  return keys.length === Object.keys(to).length && keys.every((k) => k in to && same(of[k], to[k]))
}

/** The fields in which `after` differs from `before`, with what `before` held. */
function changed(before: WithSteps, after: WithSteps): Record<string, unknown> {
  const old = before as unknown as Record<string, unknown>
  const now = after as unknown as Record<string, unknown>
  const differs = (k: string) => k !== 'steps' && !same(now[k], old[k])
  return Object.fromEntries(
    Object.keys(now)
      .filter(differs)
      .map((k) => [k, old[k]]),
  )
}

/**
 * Puts a step on record in the state that it led to. All events of one command are one step, since a
 * person does and takes back one thing, whatever it takes to tell it.
 */
export function withStep<S extends WithSteps>(
  before: S | null,
  after: S,
  event: { type: string; meta: EventMeta },
  undoable: boolean,
): S {
  const { meta } = event
  const last = before?.steps.at(-1)
  const change = before === null ? null : changed(before, after)
  if (last && last.commandId === meta.commandId) {
    const merged: Step = {
      ...last,
      eventIds: [...last.eventIds, meta.eventId],
      undoable: last.undoable && undoable,
      before: last.before === null ? null : { ...change, ...last.before },
    }
    return { ...after, steps: [...after.steps.slice(0, -1), merged] }
  }
  const step: Step = {
    commandId: meta.commandId,
    eventIds: [meta.eventId],
    type: event.type,
    undoable,
    by: meta.actor.user,
    deviceId: meta.deviceId,
    scannedAt: meta.scannedAt,
    recordedAt: meta.recordedAt,
    before: undoable ? change : {},
  }
  return { ...after, steps: [...after.steps, step].slice(-KEPT_STEPS) }
}

/** The state as it was before its last step, or null when that step began it. */
export function withoutLastStep<S extends WithSteps>(state: S): S | null {
  const last = state.steps.at(-1)
  if (!last || last.before === null) return null
  return { ...state, ...last.before, steps: state.steps.slice(0, -1) }
}

/** Adds what an event noted as exceptional to what is open. */
export function withExceptions<S extends WithSteps>(
  state: S,
  notes: readonly ExceptionNote[],
  meta: EventMeta,
): S {
  if (notes.length === 0) return state
  const open = notes.map((note) => ({ ...note, eventId: meta.eventId, at: meta.recordedAt }))
  return { ...state, exceptions: [...state.exceptions, ...open] }
}
