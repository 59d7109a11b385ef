/** Dates in GS1 codes: two digits of the year, and a day 00 that means the end of the month (General Specifications, 3.4). */

/** The year that a reading reckons centuries from, where nobody says which year it is. A rule has no clock. */
export const USUAL_YEAR = 2026

const SIX = /^\d{6}$/

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** The whole year: of the hundred that lie around this one, at most 50 ahead and 49 behind (General Specifications, 7.12). */
function wholeYear(two: number, thisYear: number): number {
  const gap = two - (thisYear % 100)
  const century = thisYear - (thisYear % 100)
  return century + two + (gap >= 51 ? -100 : gap <= -50 ? 100 : 0)
}

/** YYMMDD as a plain date, 2027-02-28; day 00 is the last day of the month. Nothing for a day that is not. */
export function plainDate(digits: string, thisYear = USUAL_YEAR): string | undefined {
  if (!SIX.test(digits)) return undefined
  const year = wholeYear(Number(digits.slice(0, 2)), thisYear)
  const month = Number(digits.slice(2, 4))
  if (month < 1 || month > 12) return undefined
  const last = daysIn(year, month)
  const day = Number(digits.slice(4)) || last
  if (day > last) return undefined
  return `${year}-${digits.slice(2, 4)}-${String(day).padStart(2, '0')}`
}

export const isPlainDate = (digits: string): boolean => plainDate(digits) !== undefined

/** A date whose day must be one: where a time follows, or more than one day is said. */
export const isPlainDay = (digits: string): boolean => isPlainDate(digits) && !digits.endsWith('00')

/** HHMM. */
export const isTime = (digits: string): boolean => digits.slice(0, 2) < '24' && digits.slice(2) < '60'
