import { dateFormat } from '@restow/ui'
import { timeZone } from './session.store.ts'
import { dayAndTime } from './words.ts'

/** Until when somebody may still say something. Sellers read it half a world away from the warehouse whose clock it goes by. */

/** Neither English has names for the zones of the other's side: “PST” is American, “CET” and “BST” are British. */
const NAMING = ['en-US', 'en-GB'] as const
const isOffset = (name: string) => /^(GMT|UTC)[+-]/.test(name)

/** A time zone's short name at a moment, as it is known everywhere: PST, CET; GMT+8 where it has none. */
export function zoneName(at: string, zone: string): string {
  const names = NAMING.map(
    (english) =>
      dateFormat(english, { timeZone: zone, timeZoneName: 'short' })
        .formatToParts(new Date(at))
        .find(({ type }) => type === 'timeZoneName')?.value ?? zone,
  )
  return names.find((name) => !isOffset(name)) ?? names[0] ?? zone
}

const onTheClock = (at: string, zone: string): string =>
  dateFormat('en-CA', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(new Date(at))

/**
 * A moment by the warehouse's clock, with its zone where the reader's own clock says another time: 30 Nov, 14:00 PST.
 * @param reader the reader's time zone
 */
export function deadline(at: string, reader = new Intl.DateTimeFormat().resolvedOptions().timeZone): string {
  const zone = timeZone()
  const said = dayAndTime(at)
  return onTheClock(at, reader) === onTheClock(at, zone) ? said : `${said} ${zoneName(at, zone)}`
}
