import { randomBytes } from 'node:crypto'

/** A UUIDv7 of a moment, for a command that the server itself gives. @param ms since 1970 */
export function commandIdAt(ms: number): string {
  const time = ms.toString(16).padStart(12, '0')
  const rest = randomBytes(10).toString('hex')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(0, 3)}-a${rest.slice(3, 6)}-${rest.slice(6, 18)}`
}
