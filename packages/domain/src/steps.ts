import type { EventMeta, ExceptionNote, SettledFacts } from './events.ts'

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
  /** Fields that were not there before; a state has some only once something was said of them. */
  readonly absent?: readonly string[]
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

const fieldsOf = (state: WithSteps) => state as unknown as Record<string, unknown>

/** The fields in which `after` differs from `before`, with what `before` held, and those that it did not have. */
function changed(before: WithSteps, after: WithSteps): { held: Record<string, unknown>; absent: string[] } {
  const old = fieldsOf(before)
  const now = fieldsOf(after)
  const differing = Object.keys(now).filter((k) => k !== 'steps' && !same(now[k], old[k]))
  const held = Object.fromEntries(differing.filter((k) => k in old).map((k) => [k, old[k]]))
  return { held, absent: differing.filter((k) => !(k in old)) }
}

const withAbsent = (step: Step, absent: readonly string[]): Step =>
  absent.length === 0 ? step : { ...step, absent: [...new Set([...(step.absent ?? []), ...absent])] }

/**
 * Puts a step on record in the state that it led to. All events of one command are one step, since a
 * person does and takes back one thing, whatever it takes to tell it.
 * @param remembered keeps what was before also of a step that is taken back only together with another stream's
 */
export function withStep<S extends WithSteps>(
  before: S | null,
  after: S,
  event: { type: string; meta: EventMeta },
  undoable: boolean,
  remembered = undoable,
): S {
  const { meta } = event
  const last = before?.steps.at(-1)
  const change = before === null ? null : changed(before, after)
  if (last && last.commandId === meta.commandId) {
    const merged: Step = {
      ...last,
      eventIds: [...last.eventIds, meta.eventId],
      undoable: last.undoable && undoable,
      before: last.before === null ? null : { ...change?.held, ...last.before },
    }
    const whole = last.before === null ? merged : withAbsent(merged, change?.absent ?? [])
    return { ...after, steps: [...after.steps.slice(0, -1), whole] }
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
    before: remembered ? (change?.held ?? null) : {},
  }
  const whole = remembered ? withAbsent(step, change?.absent ?? []) : step
  return { ...after, steps: [...after.steps, whole].slice(-KEPT_STEPS) }
}

/** The state as it was before its last step, or null when that step began it. */
export function withoutLastStep<S extends WithSteps>(state: S): S | null {
  const last = state.steps.at(-1)
  if (!last || last.before === null) return null
  const { absent = [] } = last
  const kept = Object.entries({ ...state, ...last.before }).filter(([k]) => !absent.includes(k))
  return { ...(Object.fromEntries(kept) as unknown as S), steps: state.steps.slice(0, -1) }
}

/** Is this what the event left on record? One event may leave several of a kind, and they are settled together. */
export const isOfEvent =
  (eventId: string, code: ExceptionNote['code']) =>
  (open: OpenException): boolean =>
    open.eventId === eventId && open.code === code

/** Takes off record what a supervisor has settled. */
export function withoutException<S extends WithSteps>(
  state: S,
  { eventId, code }: Pick<SettledFacts, 'eventId' | 'code'>,
): S {
  const isSettled = isOfEvent(eventId, code)
  return { ...state, exceptions: state.exceptions.filter((open) => !isSettled(open)) }
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
