/** UUIDs of version 7: 48 bits of time in milliseconds, then chance, so that ids sort by time (RFC 9562, 5.7). */

/**
 * @param ms since 1970
 * @param bytes ten of them, by chance; of the first and the third, the upper bits go to version and variant
 */
export function uuidV7(ms: number, bytes: Uint8Array): string {
  const time = Math.trunc(ms).toString(16).padStart(12, '0')
  const [a = 0, b = 0, c = 0, ...rest] = bytes
  const versioned = [0x70 | (a & 0x0f), b, 0x80 | (c & 0x3f), ...rest]
  const chance = versioned.map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const parts = [time.slice(0, 8), time.slice(8), chance.slice(0, 4), chance.slice(4, 8), chance.slice(8, 20)]
  return parts.join('-')
}

/** When such an id was made, as whoever made it says: milliseconds since 1970. */
export const timeOfUuid = (uuid: string): number => Number.parseInt(uuid.replaceAll('-', '').slice(0, 12), 16)
