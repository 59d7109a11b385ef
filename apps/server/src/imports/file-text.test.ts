import { describe, expect, it } from 'vitest'
import { openText } from './file-text.ts'
import { commaRecords, type FileRecord, tabRecords } from './records.ts'

/** In pieces so small that every boundary falls amid a letter. */
async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function read(bytes: Buffer, size = 3) {
  const { isWorkbook, separated, text } = await openText(inPieces(bytes, size))
  const rows: unknown[] = []
  for await (const record of separated === 'tab' ? tabRecords(text) : commaRecords(text))
    rows.push((record as FileRecord).fields ?? record)
  return { isWorkbook, separated, rows }
}

const ROWS = [
  ['sku', 'title'],
  ['MUG', '陶瓷马克杯 😀'],
]
const text = (sign: string) => ROWS.map((row) => row.join(sign)).join('\r\n')

describe('a file as text', () => {
  it.each([',', ';', '\t'])('is cut at %j, which its first line tells', async (sign) => {
    const { rows, separated } = await read(Buffer.from(text(sign)))
    expect([rows, separated]).toEqual([ROWS, sign === '\t' ? 'tab' : 'comma'])
  })

  it('is read in UTF-8 with and without its mark, and in UTF-16 of both orders', async () => {
    const marked = Buffer.from(`\ufeff${text('\t')}`, 'utf16le')
    const files = [Buffer.from(`\ufeff${text('\t')}`), marked, Buffer.from(marked).swap16()]
    for (const bytes of files)
      for (const size of [1, 3, 100_000]) expect((await read(bytes, size)).rows, `${size}`).toEqual(ROWS)
  })

  it('is none where it begins as a workbook does', async () => {
    for (const sign of [
      [0x50, 0x4b, 3, 4],
      [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    ])
      expect((await read(Buffer.from([...sign, 10, 0, 1, 2]))).isWorkbook).toBe(true)
    expect((await read(Buffer.from('PK,title\n'))).isWorkbook).toBe(false)
  })

  it('may be empty', async () => {
    expect((await read(Buffer.from(''))).rows).toEqual([])
    expect((await read(Buffer.from('\ufeff\r\n \n'))).rows).toEqual([])
  })
})
