/** What there is to choose from, and what is likeliest where a browser stands. */

/** The browser's own zone is always among them: lists of zones differ in which of two names they hold. */
export function timeZones(own: string): string[] {
  return [...new Set([own, 'UTC', ...Intl.supportedValuesOf('timeZone')])].sort()
}

export const ownTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

/** The clock on the wall there, as the language writes it. */
export const clockIn = (timeZone: string, language: string, at: Date): string =>
  new Intl.DateTimeFormat(language, {
    timeZone,
    weekday: 'short',
    hour: 'numeric',
    minute: '2-digit',
  }).format(at)

/** Every currency by its code, with its name in a language. */
export function currencies(language: string): { value: string; text: string }[] {
  const names = new Intl.DisplayNames(language, { type: 'currency' })
  return Intl.supportedValuesOf('currency').map((code) => ({
    value: code,
    text: `${code} · ${names.of(code) ?? code}`,
  }))
}

/** By cities whose zones say the country; a zone that is not here has its continent's. */
const PAID_IN: Readonly<Record<string, string>> = {
  CAD: 'Toronto Vancouver Montreal Edmonton Winnipeg Halifax Regina St_Johns',
  MXN: 'Mexico_City Tijuana Monterrey Cancun Hermosillo Ciudad_Juarez Chihuahua',
  BRL: 'Sao_Paulo',
  CLP: 'Santiago',
  GBP: 'London',
  PLN: 'Warsaw',
  CZK: 'Prague',
  CHF: 'Zurich',
  SEK: 'Stockholm',
  DKK: 'Copenhagen',
  NOK: 'Oslo',
  HUF: 'Budapest',
  RON: 'Bucharest',
  TRY: 'Istanbul',
  CNY: 'Shanghai Urumqi',
  HKD: 'Hong_Kong',
  JPY: 'Tokyo',
  KRW: 'Seoul',
  TWD: 'Taipei',
  SGD: 'Singapore',
  MYR: 'Kuala_Lumpur',
  THB: 'Bangkok',
  INR: 'Kolkata Calcutta',
  AED: 'Dubai',
  SAR: 'Riyadh',
  NZD: 'Auckland',
}
const BY_CITY = new Map(
  Object.entries(PAID_IN).flatMap(([currency, cities]) => cities.split(' ').map((city) => [city, currency])),
)
const BY_CONTINENT: Readonly<Record<string, string>> = { Europe: 'EUR', Australia: 'AUD' }

/** What is paid with where that clock hangs: a suggestion only, the dollar where nothing better is known. */
export function suggestedCurrency(timeZone: string): string {
  const [continent = '', ...rest] = timeZone.split('/')
  return BY_CITY.get(rest.at(-1) ?? '') ?? BY_CONTINENT[continent] ?? 'USD'
}
