/** What a file's bytes are, told by how they begin: which encoding, which separator, or no text at all. */

const WORKBOOKS: readonly Buffer[] = [
  Buffer.from([0x50, 0x4b, 0x03, 0x04]),
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
]
const startsWith = (bytes: Buffer, sign: Buffer) => bytes.subarray(0, sign.length).equals(sign)

/** An Excel workbook, of today or of old; an archive as well. */
export const isWorkbook = (head: Buffer): boolean => WORKBOOKS.some((sign) => startsWith(head, sign))

/** UTF-16 says of itself that it is, by its first two bytes. */
function wideOf(head: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (startsWith(head, Buffer.from([0xff, 0xfe]))) return 'utf-16le'
  return startsWith(head, Buffer.from([0xfe, 0xff])) ? 'utf-16be' : null
}

/** No byte of UTF-8: whoever reads the line refuses it as what it is, instead of a title with a letter lost. */
const LOST = Buffer.from([0xff])

function* marked(text: string): Generator<Buffer> {
  for (const [n, part] of text.split('\uFFFD').entries()) {
    if (n > 0) yield LOST
    yield Buffer.from(part)
  }
}

async function* decoded(
  chunks: AsyncIterable<Buffer>,
  encoding: 'utf-16le' | 'utf-16be',
): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of chunks) yield* marked(decoder.decode(chunk, { stream: true }))
  yield* marked(decoder.decode())
}

const HEAD_BYTES = 64 * 1024

/** Reads as far as the end of the first line, at most. @returns what was read, and all of it from the beginning */
async function begun(chunks: AsyncIterable<Buffer>): Promise<{ head: Buffer; all: AsyncIterable<Buffer> }> {
  const rest = chunks[Symbol.asyncIterator]()
  const read: Buffer[] = []
  let length = 0
  while (length < HEAD_BYTES) {
    const next = await rest.next()
    if (next.done) break
    read.push(next.value)
    length += next.value.length
    if (length > 8 && next.value.includes(10)) break
  }
  async function* all() {
    try {
      yield* read
      yield* { [Symbol.asyncIterator]: () => rest }
    } finally {
      // Whoever stops amid what was read here lets go of the file as well.
      await rest.return?.()
    }
  }
  return { head: Buffer.concat(read), all: all() }
}

/**
 * A file as text in UTF-8, where it can be: UTF-16 is known by its first bytes, and all else is left to whoever reads its lines.
 * @returns what its first line separates its columns by as well
 */
export async function openText(
  chunks: AsyncIterable<Buffer>,
): Promise<{ isWorkbook: boolean; separated: 'tab' | 'comma'; text: AsyncIterable<Buffer> }> {
  const raw = await begun(chunks)
  const wide = wideOf(raw.head)
  const { head, all } = wide ? await begun(decoded(raw.all, wide)) : raw
  const [line = ''] = head.toString('utf8').split(/[\r\n]/)
  const count = (sign: RegExp) => line.match(sign)?.length ?? 0
  const separated = count(/\t/g) > Math.max(count(/,/g), count(/;/g)) ? 'tab' : 'comma'
  return { isWorkbook: isWorkbook(raw.head), separated, text: all }
}
