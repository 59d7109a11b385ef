import type { Readable, Writable } from 'node:stream'

const HOP_BY_HOP = /^(connection|keep-alive|proxy-connection|transfer-encoding)$/i

/** The head of a message without what concerns one connection only: each name with all its values. */
export function headOf(raw: readonly string[]): [name: string, ...values: string[]][] {
  const head = new Map<string, [string, ...string[]]>()
  for (let i = 0; i < raw.length; i += 2) {
    const [name = '', value = ''] = raw.slice(i, i + 2)
    if (HOP_BY_HOP.test(name)) continue
    head.set(name.toLowerCase(), [...(head.get(name.toLowerCase()) ?? [name]), value] as [
      string,
      ...string[],
    ])
  }
  return [...head.values()]
}

/**
 * Passes a body on, up to so many bytes of it; there it calls `cut` and passes nothing more. A body that is no longer than
 * that passes whole.
 */
export function pipeUpTo(bytes: number, from: Readable, to: Writable, cut: () => void): void {
  let left = bytes
  const take = (chunk: Buffer) => {
    const part = chunk.subarray(0, Math.min(chunk.length, left))
    left -= part.length
    if (part.length < chunk.length) {
      from.off('data', take).off('end', end).resume()
      // What was let through is on its way before the line goes dead.
      to.write(part, cut)
    } else if (!to.write(part)) {
      from.pause()
      to.once('drain', () => from.resume())
    }
  }
  const end = () => to.end()
  from.on('data', take).once('end', end)
}
