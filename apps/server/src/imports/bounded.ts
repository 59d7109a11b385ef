import { ProblemError } from '../problem.ts'

export const MEGABYTE = 1024 * 1024

export const tooLarge = (most: number) =>
  new ProblemError(
    413,
    'file_too_large',
    `The file is larger than ${most / MEGABYTE} MB. Send it in parts, if it is the right one.`,
  )

/** Whoever sends so many times as much is not waited for. */
const READ_ON = 4

/**
 * The bytes of a file, as long as they are not too many. The others are read and thrown away: a connection on which half of a
 * request lies unread is free for nothing else, and a server that stops would wait for it.
 * @throws 413 file_too_large
 */
export async function* bounded(chunks: AsyncIterable<Buffer | string>, most: number): AsyncGenerator<Buffer> {
  let bytes = 0
  for await (const chunk of chunks) {
    const part = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    bytes += part.length
    if (bytes <= most) yield part
    else if (bytes > READ_ON * most) break
  }
  if (bytes > most) throw tooLarge(most)
}
