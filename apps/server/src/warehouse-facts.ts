import { ProblemError } from './problem.ts'

/** What a warehouse may be said to be, at its first set-up and later. */

/** A name of the IANA list. Offsets such as `+01:00` are none: they know no summer time. */
function isTimeZone(name: string): boolean {
  if (!/^[A-Z]/i.test(name)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** Is this a code of ISO 4217? */
export const isCurrency = (code: string): boolean => Intl.supportedValuesOf('currency').includes(code)

interface Facts {
  readonly name?: string
  readonly timeZone?: string
  readonly currency?: string
}

/** @throws 422 with the code of the first thing that does not fit */
export function checkWarehouseFacts({ name, timeZone, currency }: Facts): void {
  if (name?.trim() === '')
    throw new ProblemError(
      422,
      'warehouse_name_missing',
      'The warehouse needs a name that people know it by.',
    )
  if (timeZone !== undefined && !isTimeZone(timeZone))
    throw new ProblemError(
      422,
      'time_zone_unknown',
      `${timeZone} is no time zone of the IANA list. Give one such as America/Los_Angeles.`,
    )
  if (currency !== undefined && !isCurrency(currency))
    throw new ProblemError(
      422,
      'currency_unknown',
      `${currency} is no currency of ISO 4217. Give one such as USD.`,
    )
}
