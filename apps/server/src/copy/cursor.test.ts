import { describe, expect, it } from 'vitest'
import { type CopyPlace, firstUnseen, keptSnapshot, readCursor, writeCursor } from './cursor.ts'

const PLACE: CopyPlace = {
  epoch: '7436.1.16384.LAX1',
  from: '700:712:703,705',
  next: '740:740:',
  kind: 3,
  after: ['LOTUS', 'MUG “寿”'],
}

describe('a cursor of a copy', () => {
  it('is read as it was written', () => {
    for (const place of [PLACE, { ...PLACE, from: null, next: null, kind: 0, after: null }])
      expect(readCursor(writeCursor(place))).toEqual(place)
  })

  it('that was changed anywhere is none', () => {
    const cursor = writeCursor(PLACE)
    for (let i = 0; i < cursor.length; i++) {
      const other = cursor[i] === 'A' ? 'B' : 'A'
      expect(() => readCursor(`${cursor.slice(0, i)}${other}${cursor.slice(i + 1)}`), String(i)).toThrow(
        'cursor',
      )
    }
  })

  it('that names no snapshot, no kind or no key is none, whoever made its sum', () => {
    const wrong = [
      { from: '7' },
      { from: '712:700:' },
      { from: '700:712:705,703' },
      { from: '700:712:713' },
      { next: "1:1:'" },
      { kind: 7 },
      { kind: -1 },
      { kind: 0.5 },
      { after: [1] as unknown as string[] },
    ] satisfies Partial<CopyPlace>[]
    for (const part of wrong)
      expect(() => readCursor(writeCursor({ ...PLACE, ...part })), JSON.stringify(part)).toThrow('cursor')
  })

  it('keeps a snapshot as it is, and of one with very many open transactions only where they begin', () => {
    expect(keptSnapshot('700:712:703,705')).toBe('700:712:703,705')
    const many = Array.from({ length: 60 }, (_, i) => 701 + i).join(',')
    expect(keptSnapshot(`700:900:${many}`)).toBe('700:700:')
    expect(firstUnseen('700:712:703,705')).toBe(700n)
  })
})
