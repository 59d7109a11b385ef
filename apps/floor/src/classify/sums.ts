import type { Disposition, RouteOption, Suggestion } from '@restow/domain'
import { decimalOf } from '@restow/domain'

/** An amount as it is read: with a true minus, and with a plus where it is a gain. */
export function signed(minor: number, currency: string | null): string {
  const text = decimalOf(Math.abs(minor), currency)
  return minor < 0 ? `−${text}` : `+${text}`
}
export function plain(minor: number, currency: string | null): string {
  const text = decimalOf(Math.abs(minor), currency)
  return minor < 0 ? `−${text}` : text
}

/** The best way of each disposition, the suggested one first: three at most to choose from. */
export function bestOfEach({ options }: Suggestion): RouteOption[] {
  const seen = new Set<Disposition>()
  return options.filter(({ disposition }) => {
    if (seen.has(disposition)) return false
    seen.add(disposition)
    return true
  })
}
