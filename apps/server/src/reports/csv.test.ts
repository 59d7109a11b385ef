import { describe, expect, it } from 'vitest'
import { csvLine, neutralised, restored, reversible } from './csv.ts'

/** What spreadsheets take for the beginning of a formula, and what they skip before it. */
const BEGINNINGS = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫', '−']
const SKIPPED = [
  '',
  ' ',
  '   ',
  '\uFEFF',
  '\u00A0',
  '\u3000',
  '\u200B',
  '\u2060',
  '\t',
  '\r',
  '\n',
  '\r\n',
  '\u0000',
  '\u001C',
  ' \uFEFF\u00A0',
]
const CORPUS = SKIPPED.flatMap((skipped) => BEGINNINGS.map((sign) => `${skipped}${sign}cmd|' /C calc'!A0`))

describe('a text cell', () => {
  it.each(CORPUS)('%j is no formula any more', (text) => {
    expect(neutralised(text)).toBe(`'${text}`)
  })

  it.each(['\tx', '\rx', '\nx', '\t', '\r\n'])('%j is not taken for the end of a cell', (text) => {
    expect(neutralised(text)).toBe(`'${text}`)
  })

  it.each([
    '',
    ' ',
    'T-LIGHT HOLDER',
    '85123A',
    'a=b',
    "'quoted",
    '陶瓷马克杯 350 ml',
    '1+1',
    '.5',
    'é@x',
    '#1',
    '\u00A0x',
  ])('%j stays as it is', (text) => {
    expect(neutralised(text)).toBe(text)
  })

  it('is quoted where it holds a separator, a quote or a line break', () => {
    expect(csvLine(['a,b', 'say "hi"', 'two\nlines', 'a;b', ' x', 'plain'])).toBe(
      '"a,b","say ""hi""","two\nlines","a;b"," x",plain\r\n',
    )
  })

  it('is neutralised inside its quotes', () => {
    expect(csvLine(['=1,2', '\t=1'])).toBe('"\'=1,2","\'\t=1"\r\n')
  })
})

describe('a text that is written to be read again', () => {
  it.each([...CORPUS, '\tx', "'=1", "''=1", "'quoted", "'", "''", 'plain', ''])('%j comes back', (text) => {
    expect(restored(neutralised(reversible(text)))).toBe(text)
  })
})

describe('a number', () => {
  it('stays a number, below zero too', () => {
    expect(csvLine([-3, { digits: '-11.20' }, 0, 1.5, null, true])).toBe('-3,-11.20,0,1.5,,true\r\n')
  })
})
