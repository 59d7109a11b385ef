import { ProblemError } from '../problem.ts'

export const MEGABYTE = 1024 * 1024

export const tooLarge = (most: number) =>
  new ProblemError(
    413,
    'file_too_large',
    `The file is larger than ${most / MEGABYTE} MB. Send it in parts, if it is the right one.`,
  )

/** The bytes of a file, as long as they are not too many. @throws 413 file_too_large */
export async function* bounded(chunks: AsyncIterable<Buffer | string>, most: number): AsyncGenerator<Buffer> {
  let bytes = 0
  for await (const chunk of chunks) {
    const part = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    bytes += part.length
    if (bytes > most) throw tooLarge(most)
    yield part
  }
}
