/** What scanners send of what cannot be seen. Source: ISO/IEC 646. */
const NAMES: Readonly<Record<number, string>> = {
  2: 'STX',
  3: 'ETX',
  4: 'EOT',
  9: 'TAB',
  10: 'LF',
  13: 'CR',
  28: 'FS',
  29: 'GS',
  30: 'RS',
  31: 'US',
}

/** A sign as it can be seen: control characters and keys by their names, blanks as an open box. */
export function visible(sign: string): string {
  if (sign === ' ') return '␣'
  const point = sign.codePointAt(0) ?? 0
  if (point < 0x20) return `⟨${NAMES[point] ?? `0x${point.toString(16)}`}⟩`
  return [...sign].length > 1 ? `⟨${sign}⟩` : sign
}
