import type { ExpectedView, ParcelView, ScanAnswer } from '@restow/contracts'
import type { Condition, ExpectedReturn } from '@restow/domain'
import { findText, tell, tellCount } from '@restow/ui/floor'
import { create } from 'zustand'
import { keepParcel, parcelCopy } from '../copy/copy.store.ts'
import { openParcel } from '../register/pending.store.ts'
import { ask, type Said } from '../shell/ask.ts'
import { go, parcelPath } from '../shell/go.ts'

/** How the next parcel arrives: intact, unless the worker has said otherwise beforehand. */
export const useArrival = create<{ condition: Condition }>(() => ({ condition: 'intact' }))

export function announcedOf(expected: readonly ExpectedView[]): ExpectedReturn[] {
  return expected.map(({ rmaNumber, seller, orderNumber, state, lines }) => ({
    ...{ id: rmaNumber, seller, rmaNumber, orderNumber },
    cancelled: state === 'cancelled',
    lines,
  }))
}

/** What a person wants to see of a parcel at the dock: carrier, seller, how much was announced. */
export function dockFacts(answer: ScanAnswer): string {
  const carrier = answer.reading.carriers[0]?.carrier.toUpperCase().replaceAll('_', ' ')
  const expected = answer.expected ?? []
  const sellers = [...new Set(expected.map((e) => e.seller))].join(', ')
  const lines = expected.reduce((all, e) => all + e.lines.length, 0)
  const rest = expected.length > 0 ? tellCount('parcel.lines', lines) : tell('parcel.unclaimed')
  const isCancelled = expected.length > 0 && expected.every((e) => e.state === 'cancelled')
  return [carrier, sellers, rest, isCancelled ? tell('dock.cancelled') : ''].filter(Boolean).join(' · ')
}

/** Puts the lines that the scan has shown beside the parcel, until the server tells them itself. */
function keepExpected(tracking: string, answer: ScanAnswer): void {
  const view = parcelCopy(tracking)
  if (view) keepParcel({ ...view, expected: answer.expected ?? view.expected } satisfies ParcelView)
}

/** Whoever announced it has called it off since: it is taken in all the same, and said. */
function calledOff({ trackingNumber, expected = [] }: ScanAnswer): Partial<Said> {
  const [first] = expected.filter((one) => one.trackingNumber === trackingNumber || expected.length === 1)
  if (!first || expected.some((one) => one.state !== 'cancelled')) return {}
  const sentence = tell('cancelled.what', { seller: first.seller, rma: first.rmaNumber })
  return { tone: 'look', title: tell('cancelled.title'), sentence }
}

/** Takes a parcel in, as scanned, and goes to it. @returns whether it is in */
export async function receive(answer: ScanAnswer): Promise<boolean> {
  const { condition } = useArrival.getState()
  const { raw, trackingNumber } = answer
  const words = findText(`condition.${condition}`) ?? condition
  const facts = condition === 'intact' ? dockFacts(answer) : `${words} · ${dockFacts(answer)}`
  const onward = () => {
    useArrival.setState({ condition: 'intact' })
    keepExpected(trackingNumber, answer)
    openParcel(trackingNumber)
    go(parcelPath(trackingNumber))
  }
  return ask(
    { type: 'ReceiveParcel', tracking: raw, condition },
    { title: tell('parcel.received'), code: trackingNumber, facts, onward, ...calledOff(answer) },
    { trackingNumber, parcel: answer.parcel ?? null, announced: announcedOf(answer.expected ?? []) },
  )
}
