import type { LiveMessage } from '@restow/contracts'

/** Where the length stands: in seven bits, or behind one of these in two bytes or in eight. */
const [SHORT, IN_TWO, IN_EIGHT] = [125, 126, 127]
/** All of a text, in one frame. */
const TEXT = 0x81

/**
 * A message as it goes over the line, one frame of text as a server sends it (RFC 6455, 5.2): made once for all who are told it, and
 * written at once.
 */
export function frameOf(message: LiveMessage): Buffer {
  const text = JSON.stringify(message)
  const length = Buffer.byteLength(text)
  const head = length <= SHORT ? 2 : length <= 0xffff ? 4 : 10
  const frame = Buffer.allocUnsafe(head + length)
  frame[0] = TEXT
  frame[1] = head === 2 ? length : head === 4 ? IN_TWO : IN_EIGHT
  if (head === 4) frame.writeUInt16BE(length, 2)
  if (head === 10) frame.writeBigUInt64BE(BigInt(length), 2)
  frame.write(text, head)
  return frame
}
