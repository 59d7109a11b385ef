/** An id for a command that a page makes: a UUID of version 7 (RFC 9562, 5.7), so that ids sort by time. */
export function commandId(at: number = Date.now()): string {
  const time = Math.trunc(at).toString(16).padStart(12, '0')
  const [a = 0, b = 0, c = 0, ...rest] = crypto.getRandomValues(new Uint8Array(10))
  const versioned = [0x70 | (a & 0x0f), b, 0x80 | (c & 0x3f), ...rest]
  const chance = versioned.map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return [time.slice(0, 8), time.slice(8), chance.slice(0, 4), chance.slice(4, 8), chance.slice(8, 20)].join(
    '-',
  )
}
