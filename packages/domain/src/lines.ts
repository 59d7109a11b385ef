import { onParcel } from './decision.ts'
import type { ExceptionNote, NewEvent, UnitLine } from './events.ts'
import type { AnnouncedLine, ExpectedReturn, Product } from './facts.ts'
import { lineKey, type Parcel } from './parcel.ts'
import type { Unit } from './unit.ts'

/** An announced line with the return it stands in. */
interface Candidate {
  readonly expected: ExpectedReturn
  readonly line: AnnouncedLine
  /** Pieces registered before, here and out of other parcels. */
  readonly done: number
}

function candidates(announced: readonly ExpectedReturn[], parcel: Parcel, sku: string): Candidate[] {
  return announced.flatMap((expected) =>
    expected.lines
      .filter((line) => line.sku === sku)
      .map((line) => {
        const key = lineKey({ rmaNumber: expected.rmaNumber, sku, occurrence: line.occurrence })
        return { expected, line, done: (parcel.registered[key] ?? 0) + line.registeredElsewhere }
      }),
  )
}

/** The line that takes these pieces best: one with just that many left, else with enough, else with any. */
function bestLine(found: readonly Candidate[], quantity: number): Candidate | undefined {
  const left = (c: Candidate) => c.line.quantity - c.done
  return (
    found.find((c) => left(c) === quantity) ??
    found.find((c) => left(c) > quantity) ??
    found.find((c) => left(c) > 0) ??
    found.at(-1)
  )
}

/**
 * A lot's share of its line's value, so that the shares of all its pieces add up to the line's value to the
 * cent whatever lots they come in.
 * @param value of the whole line, minor units
 * @param done pieces registered before these
 */
export function shareOfValue(value: number, pieces: number, done: number, quantity: number): number {
  const upTo = (n: number) => Math.round((value * n) / pieces)
  return upTo(done + quantity) - upTo(done)
}

/**
 * Which announced line a unit answers, its share of the value, and what is off: too many, or not announced.
 * Neither stops the work.
 */
export function answerLine(
  announced: readonly ExpectedReturn[],
  parcel: Parcel,
  product: Product | null,
  quantity: number,
): { line: UnitLine | null; exceptions: ExceptionNote[] } {
  if (!product) return { line: null, exceptions: [] }
  const own = announced.filter((r) => r.seller === product.seller)
  const best = bestLine(candidates(own, parcel, product.sku), quantity)
  if (!best) {
    const facts = { sku: product.sku, tracking: parcel.trackingNumber, quantity }
    return { line: null, exceptions: [{ code: 'not_announced', facts }] }
  }
  const { expected, line, done } = best
  const { sku, occurrence, reason, currency } = line
  const over = done + quantity - line.quantity
  const value = line.valueMinor === null ? null : shareOfValue(line.valueMinor, line.quantity, done, quantity)
  const unitLine: UnitLine = {
    expectedReturn: expected.id,
    rmaNumber: expected.rmaNumber,
    orderNumber: expected.orderNumber,
    sku,
    occurrence,
    reason,
    valueMinor: value,
    currency,
  }
  const facts = { sku, rma: expected.rmaNumber, announced: line.quantity, over }
  return { line: unitLine, exceptions: over > 0 ? [{ code: 'more_than_announced', facts }] : [] }
}

/** Tells the unit's parcel that its pieces count towards another line, so that no later unit takes their share. */
export function recounted(unit: Unit, line: UnitLine | null): NewEvent[] {
  const { id, lpn, quantity } = unit
  const from = unit.line && lineKey(unit.line)
  const to = line && lineKey(line)
  if (from === to) return []
  const taken = onParcel(unit.parcel.id, 'UnitRemoved', { lpn, unit: id, line: from, quantity })
  const added = onParcel(unit.parcel.id, 'UnitAdded', { lpn, unit: id, line: to, quantity })
  return from === null ? [added] : [taken, added]
}

/** What was announced for a parcel and is not registered yet: one note a line. */
export function missingLines(announced: readonly ExpectedReturn[], parcel: Parcel): ExceptionNote[] {
  // What another seller announced under the same number is none of this seller's business, and while the
  // parcel is nobody's, of nobody who may claim it later.
  const own = announced.filter((r) => !r.cancelled && r.seller === parcel.seller)
  return own.flatMap((expected) =>
    expected.lines.flatMap((line): ExceptionNote[] => {
      const key = lineKey({ rmaNumber: expected.rmaNumber, sku: line.sku, occurrence: line.occurrence })
      const done = (parcel.registered[key] ?? 0) + line.registeredElsewhere
      if (done >= line.quantity) return []
      const facts = { sku: line.sku, rma: expected.rmaNumber, announced: line.quantity, registered: done }
      return [{ code: 'fewer_than_announced', facts }]
    }),
  )
}
