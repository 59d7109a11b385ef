/** Money is whole numbers in the smallest unit of its currency; nothing here touches floating cents. */

/** Minor digits of the currencies that do not have two. Source: ISO 4217, list one. */
const EXPONENTS: Readonly<Record<string, number>> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
}

/** How many minor digits a currency has; 2 for one that is not known. */
export function exponentOf(currency: string | null): number {
  return EXPONENTS[currency ?? ''] ?? 2
}

/**
 * An amount in another currency, to the nearest minor unit.
 * @param rates how many units of each currency one unit of `from` buys, as decimal text
 * @returns null when there is no rate
 */
export function scaled(
  minor: number,
  from: string,
  to: string,
  rates: Readonly<Record<string, string>>,
): number | null {
  if (from === to) return minor
  const rate = Number(rates[to])
  if (!Number.isFinite(rate) || rate <= 0) return null
  return Math.round(minor * rate * 10 ** (exponentOf(to) - exponentOf(from)))
}

/**
 * Reads a decimal amount ("19.80", "1,234.5", "1234") into minor units.
 * @returns null for what is no such amount, or has more digits than the currency
 */
export function minorOf(text: string, currency: string): number | null {
  const match = /^(-?)(\d{1,12}|\d{1,3}(?:,\d{3}){1,3})(?:\.(\d{1,4}))?$/.exec(text.trim())
  if (!match) return null
  const [, sign, whole = '', fraction = ''] = match
  const exponent = exponentOf(currency)
  if (fraction.slice(exponent).replaceAll('0', '') !== '') return null
  const minor = Number(whole.replaceAll(',', '') + fraction.slice(0, exponent).padEnd(exponent, '0'))
  return sign === '-' ? -minor : minor
}

/** Minor units as decimal text with the currency's digits: 1980 USD is "19.80". */
export function decimalOf(minor: number, currency: string | null): string {
  const exponent = exponentOf(currency)
  const digits = String(Math.abs(minor)).padStart(exponent + 1, '0')
  const sign = minor < 0 ? '-' : ''
  return exponent === 0 ? sign + digits : `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`
}
