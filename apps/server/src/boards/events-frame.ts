import type { LiveEvent } from '@restow/contracts'
import type { Happened } from '../ledger/happened.ts'
import { frameOf } from './frame.ts'

const eventOf = ({ position, warehouse: _, ...event }: Happened): LiveEvent => ({
  cursor: String(position),
  ...event,
})

/** What happened behind one position, up to another, as it goes over the line. */
export const eventsFrame = (all: readonly Happened[], after: number, reached: number): Buffer => {
  const events = all.filter(({ position }) => position > after).map(eventOf)
  return frameOf({ type: 'events', after: String(after), cursor: String(reached), events })
}
