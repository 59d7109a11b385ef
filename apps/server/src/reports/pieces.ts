/** About what a socket takes at once. */
const PIECE = 64 * 1024

/**
 * Texts one after the other as the bytes that they are, in pieces. Each text is written as it comes, so that it is thrown away before the
 * next one is made: what waits for somebody slow are bytes, which are held outside of the heap, and not thousands of strings.
 */
export function* inPieces(texts: Iterable<string>): Generator<Buffer> {
  let piece = Buffer.allocUnsafeSlow(PIECE)
  let length = 0
  for (const text of texts) {
    // A unit of a string is at most three bytes.
    const room = 3 * text.length
    if (length + room > piece.length) {
      if (length > 0) yield piece.subarray(0, length)
      piece = Buffer.allocUnsafeSlow(Math.max(PIECE, room))
      length = 0
    }
    length += piece.write(text, length)
  }
  if (length > 0) yield piece.subarray(0, length)
}
