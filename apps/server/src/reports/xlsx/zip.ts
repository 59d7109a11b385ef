import { pipeline, Readable } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'

/**
 * A ZIP archive, written as it goes: each file is deflated on its way and its sizes follow it, so that nothing is held. No clock and no
 * chance is in it: the same files are the same bytes. APPNOTE.TXT 4.3; up to 4 GB, since a sheet has at most a million rows.
 */

export interface ZipFile {
  readonly name: string
  readonly data: AsyncIterable<string | Buffer> | Iterable<string>
}

interface Written {
  readonly name: Buffer
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly offset: number
}

/** Deflated, sizes behind the data, names in UTF-8. */
const FLAGS = 0x0808
const DEFLATED = 8
const VERSION = 20
/** The first day that a ZIP knows, 1 January 1980: when a report was asked for is none of its business. */
const [TIME, DATE] = [0, 0x21]
const MOST = 0xffff_ffff

function record(signature: number, ...fields: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer {
  const buffer = Buffer.alloc(4 + fields.reduce((sum, [bytes]) => sum + bytes, 0))
  let at = buffer.writeUInt32LE(signature, 0)
  for (const [bytes, value] of fields)
    at = bytes === 2 ? buffer.writeUInt16LE(value, at) : buffer.writeUInt32LE(value, at)
  return buffer
}

const localHeader = (name: Buffer): Buffer =>
  Buffer.concat([
    record(
      0x04034b50,
      ...([
        [2, VERSION],
        [2, FLAGS],
        [2, DEFLATED],
        [2, TIME],
        [2, DATE],
      ] as const),
      ...([
        [4, 0],
        [4, 0],
        [4, 0],
        [2, name.length],
        [2, 0],
      ] as const),
    ),
    name,
  ])

const descriptor = ({ crc, packed, size }: Written): Buffer =>
  record(0x08074b50, [4, crc], [4, packed], [4, size])

const centralHeader = ({ name, crc, packed, size, offset }: Written): Buffer =>
  Buffer.concat([
    record(
      0x02014b50,
      ...([
        [2, VERSION],
        [2, VERSION],
        [2, FLAGS],
        [2, DEFLATED],
        [2, TIME],
        [2, DATE],
      ] as const),
      ...([
        [4, crc],
        [4, packed],
        [4, size],
        [2, name.length],
        [2, 0],
        [2, 0],
      ] as const),
      ...([
        [2, 0],
        [2, 0],
        [4, 0],
        [4, offset],
      ] as const),
    ),
    name,
  ])

/** The bytes of text on its way into the archive, with their sum. */
class Counted {
  crc = 0
  size = 0

  async *bytes(data: ZipFile['data']): AsyncGenerator<Buffer> {
    for await (const piece of data) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece
      this.crc = crc32(bytes, this.crc)
      this.size += bytes.length
      if (bytes.length > 0) yield bytes
    }
  }
}

/** @throws RangeError past 4 GB, which readers of this form could not open */
export async function* zip(files: AsyncIterable<ZipFile> | Iterable<ZipFile>): AsyncGenerator<Buffer> {
  const written: Written[] = []
  let offset = 0
  const put = (bytes: Buffer): Buffer => {
    offset += bytes.length
    if (offset > MOST)
      throw new RangeError('The file would be longer than 4 GB. Ask for fewer days at a time.')
    return bytes
  }
  for await (const { name, data } of files) {
    const at = offset
    const header = Buffer.from(name)
    yield put(localHeader(header))
    const begins = offset
    const counted = new Counted()
    const deflated = createDeflateRaw({ level: 6 })
    // Whoever stops reading ends what is being read for it, as does an error there.
    pipeline(Readable.from(counted.bytes(data), { highWaterMark: 1 }), deflated, () => {})
    for await (const chunk of deflated) yield put(chunk as Buffer)
    const { crc, size } = counted
    const one = { name: header, crc, size, packed: offset - begins, offset: at }
    written.push(one)
    yield put(descriptor(one))
  }
  const begins = offset
  for (const one of written) yield put(centralHeader(one))
  const size = offset - begins
  yield record(
    0x06054b50,
    ...([
      [2, 0],
      [2, 0],
      [2, written.length],
      [2, written.length],
    ] as const),
    ...([
      [4, size],
      [4, begins],
      [2, 0],
    ] as const),
  )
}
