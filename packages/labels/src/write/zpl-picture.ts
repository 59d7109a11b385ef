/** A picture as ZPL's compressed hexadecimal. Source: Zebra, ^GF and "Alternative Data Compression Scheme". */
import type { Bitmap } from './bitmap.ts'

const NIBBLES = [8, 4, 2, 1] as const

function row(bitmap: Bitmap, y: number): string {
  const digits = Math.ceil(bitmap.width / 8) * 2
  return Array.from({ length: digits }, (_, i) =>
    NIBBLES.reduce((sum, bit, at) => {
      const x = i * 4 + at
      return sum + (x < bitmap.width && bitmap.isBlack(x, y) ? bit : 0)
    }, 0).toString(16),
  )
    .join('')
    .toUpperCase()
}

/** So many times: `G` to `Y` are one to nineteen, `g` to `z` twenty to four hundred. */
function counted(times: number): string {
  if (times > 400) return `z${counted(times - 400)}`
  const [twenties, ones] = [Math.floor(times / 20), times % 20]
  const letter = (from: string, by: number) =>
    by === 0 ? '' : String.fromCharCode(from.charCodeAt(0) + by - 1)
  return `${letter('g', twenties)}${letter('G', ones)}`
}

const packed = (digits: string): string =>
  digits
    .replace(/0+$/, ',')
    .replace(/([0-9A-F])\1{2,}/g, (run: string, digit: string) => `${counted(run.length)}${digit}`)

/** The field of a picture: ^GF and what it takes. */
export function pictureField(bitmap: Bitmap): string {
  const rows = Array.from({ length: bitmap.height }, (_, y) => row(bitmap, y))
  const data = rows.map((digits, y) => (y > 0 && digits === rows[y - 1] ? ':' : packed(digits)))
  const bytes = Math.ceil(bitmap.width / 8)
  return `^GFA,${bytes * bitmap.height},${bytes * bitmap.height},${bytes},${data.join('')}`
}
