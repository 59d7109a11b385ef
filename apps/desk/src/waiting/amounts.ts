import { exponentOf } from '@restow/domain'

/** An amount as it is typed, in minor units; null of what is none. */
export function minorOf(text: string, currency: string): number | null {
  const plain = text.trim().replace(',', '.')
  if (!/^\d{1,9}(\.\d{1,3})?$/.test(plain)) return null
  return Math.round(Number(plain) * 10 ** exponentOf(currency))
}
