import { describe, expect, it } from 'vitest'
import { commaRecords, tabRecords } from './records.ts'

/** The file in pieces of so many bytes: a letter, a line end or a quote may lie across two of them. */
async function* pieces(file: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < file.length; at += size) yield file.subarray(at, at + size)
}
type Cut = typeof tabRecords
async function cut(records: Cut, file: string | Buffer, size = 1 << 16) {
  const all: unknown[] = []
  for await (const record of records(pieces(Buffer.from(file as string), size)))
    all.push('fields' in record ? [record.line, ...record.fields] : [record.line, record.code])
  return all
}

const BOTH = { 'tab-separated': [tabRecords, '\t'], 'comma-separated': [commaRecords, ','] } as const

for (const [kind, [records, separator]] of Object.entries(BOTH)) {
  const s = separator
  describe(`a ${kind} file`, () => {
    it('is cut into its fields, empty ones and letters of any script too', async () => {
      const file = `a${s}b${s}c\n1${s}${s}退货 🧺\n${s}${s}x\n`
      for (const size of [1, 2, 3, 1000])
        expect(await cut(records, file, size)).toEqual([
          [1, 'a', 'b', 'c'],
          [2, '1', '', '退货 🧺'],
          [3, '', '', 'x'],
        ])
    })

    it('may have a byte order mark, the line ends of Windows, blank lines, and no last line end', async () => {
      const file = `\ufeffa${s}b\r\n\r\n1${s}2\r\n   \r\n3${s}4`
      expect(await cut(records, file, 2)).toEqual([
        [1, 'a', 'b'],
        [3, '1', '2'],
        [5, '3', '4'],
      ])
    })

    it('loses a line whose bytes are not UTF-8, or that holds NUL, and no other', async () => {
      const file = Buffer.concat([
        Buffer.from(`a${s}b\n1${s}`),
        Buffer.from([0xff, 0xfe]),
        Buffer.from(`\n2${s}x\0y\n3${s}c\n`),
      ])
      expect(await cut(records, file, 5)).toEqual([
        [1, 'a', 'b'],
        [2, 'not_utf8'],
        [3, 'not_storable'],
        [4, '3', 'c'],
      ])
    })

    it('loses a line of more than 64 kB, and no other', async () => {
      const file = `a${s}b\n1${s}${'x'.repeat(70_000)}\n2${s}${'y'.repeat(60_000)}\n3${s}c\n`
      const all = await cut(records, file, 1000)
      expect(all).toMatchObject([
        [1, 'a', 'b'],
        [2, 'line_too_long'],
        [3, '2', expect.anything()],
        [4, '3', 'c'],
      ])
    })

    it('loses a line whose quote never closes, and no other: amid the file, before quoted lines, on the last', async () => {
      const lines = ['a', '"b"', 'c'].join(s)
      const file = [lines, `1${s}"open${s}2`, `3${s}"4"${s}5`, `6${s}"7${s}8"`, `9${s}"x""y"${s}0`].join('\n')
      const rest = kind === 'tab-separated' ? [4, 'quote_unclosed'] : [4, '6', `7${s}8`]
      expect(await cut(records, file)).toEqual([
        [1, 'a', 'b', 'c'],
        [2, 'quote_unclosed'],
        [3, '3', '4', '5'],
        rest,
        [5, '9', 'x"y', '0'],
      ])
      expect(await cut(records, `a${s}b\n1${s}2\n3${s}"4`)).toEqual([
        [1, 'a', 'b'],
        [2, '1', '2'],
        [3, 'quote_unclosed'],
      ])
    })

    it('of a hundred lines whose quotes never close says so a hundred times', async () => {
      const file = [`a${s}b`, ...Array.from({ length: 100 }, (_, i) => `${i}${s}"x`), `y${s}z`].join('\n')
      const all = await cut(records, file)
      expect(all).toHaveLength(102)
      expect(all.slice(1, -1)).toEqual(Array.from({ length: 100 }, (_, i) => [i + 2, 'quote_unclosed']))
      expect(all.at(-1)).toEqual([102, 'y', 'z'])
    })

    it('that holds nothing has no records', async () => {
      for (const file of ['', '\ufeff', '\n\n', '  \r\n']) expect(await cut(records, file)).toEqual([])
    })
  })
}

describe('quotes', () => {
  it('are letters in a tab-separated field, unless they enclose all of it', async () => {
    expect(await cut(tabRecords, '12" pipe\t"12"" pipe"\t"a" b\t""\n')).toEqual([
      [1, '12" pipe', '12" pipe', '"a" b', ''],
    ])
  })

  it('hold separators, quotes and line ends in a comma-separated field', async () => {
    expect(await cut(commaRecords, 'a,b,c\n1,"x, ""y""\r\nz",3\n4,5,6\n', 3)).toEqual([
      [1, 'a', 'b', 'c'],
      [2, '1', 'x, "y"\nz', '3'],
      [4, '4', '5', '6'],
    ])
  })

  it('never swallow a line that was whole: an inch mark later on does not close what was left open', async () => {
    expect(await cut(commaRecords, 'a,b,c,d\n1,"2,3,4\n5,6,PIPE 12",7\n')).toEqual([
      [1, 'a', 'b', 'c', 'd'],
      [2, 'quote_unclosed'],
      [3, '5', '6', 'PIPE 12"', '7'],
    ])
  })
})

it('a quote that no line behind can close is told of at once, not fifty lines on', async () => {
  let sent = 0
  async function* lines() {
    yield Buffer.from('a,b\n')
    for (; sent < 100; sent++) yield Buffer.from('"open\n')
  }
  const records = commaRecords(lines())
  await records.next()
  for (let line = 2; line < 10; line++) {
    expect((await records.next()).value).toEqual({ line, code: 'quote_unclosed' })
    expect(sent).toBeLessThanOrEqual(line)
  }
})

it('semicolons separate where the header says so', async () => {
  expect(await cut(commaRecords, 'a;b;c\n1;"2;3";4,5\n')).toEqual([
    [1, 'a', 'b', 'c'],
    [2, '1', '2;3', '4,5'],
  ])
})
