import { describe, expect, it } from 'vitest'
import { type Stretch, stretchIn, ToldAhead } from './stretch.ts'

const stretch = (after: number, until: number): Stretch => ({
  ...{ after, until, at: '2026-03-02T09:00:00.000Z', happened: null },
  ...{ types: ['ParcelReceived'], warehouses: ['LAX1'], devices: ['handheld-1', null] },
})

describe('a stretch that is told', () => {
  it('is read as it is told', () => {
    expect(stretchIn(JSON.stringify(stretch(3, 5)))).toEqual(stretch(3, 5))
    const { happened: _, ...many } = stretch(3, 5)
    expect(stretchIn(JSON.stringify(many))).toEqual(stretch(3, 5))
  })

  for (const [what, text] of [
    ['nothing', undefined],
    ['no JSON', '{'],
    ['no object', 'null'],
    ['what happened alone, as the version before', '[{"position":4}]'],
    ['no positions', JSON.stringify({ ...stretch(3, 5), until: '5' })],
    ['an end before its beginning', JSON.stringify(stretch(5, 5))],
    ['no kinds', JSON.stringify({ ...stretch(3, 5), types: null })],
    ['happenings that are none', JSON.stringify({ ...stretch(3, 5), happened: {} })],
  ] as const)
    it(`is none where it says ${what}`, () => {
      expect(stretchIn(text)).toBeNull()
    })
})

describe('stretches that were told', () => {
  const ahead = (...stretches: Stretch[]) => {
    const told = new ToldAhead()
    for (const one of stretches) told.add(one)
    return told
  }

  it('go on from a position, each once', () => {
    const told = ahead(stretch(0, 2), stretch(2, 3), stretch(2, 3), stretch(0, 2))
    expect(told.after(0)).toEqual([stretch(0, 2), stretch(2, 3)])
    // Who could not deal with them is told them again.
    expect(told.after(2)).toEqual([stretch(2, 3)])
    expect(told.after(3)).toEqual([])
    told.add(stretch(2, 3))
    expect(told.after(2)).toEqual([])
  })

  it('go on from within one, and from after some', () => {
    expect(ahead(stretch(0, 2), stretch(2, 4)).after(3)).toEqual([stretch(2, 4)])
    expect(ahead(stretch(0, 2), stretch(2, 4)).after(2)).toEqual([stretch(2, 4)])
  })

  it('are let go of, the first ones first, where nobody deals with them', () => {
    const told = ahead(...Array.from({ length: 1000 }, (_, n) => stretch(n, n + 1)))
    expect(told.after(0)).toEqual([])
    const [first] = told.after(999)
    expect(first).toEqual(stretch(999, 1000))
    const last = ahead(...Array.from({ length: 1000 }, (_, n) => stretch(n, n + 1))).after(990)
    expect(last).toHaveLength(10)
  })

  it('are none where something is missing before them or between', () => {
    expect(ahead(stretch(1, 2)).after(0)).toEqual([])
    expect(ahead(stretch(0, 2), stretch(3, 4)).after(0)).toEqual([])
    expect(ahead(stretch(0, 2), stretch(3, 4)).after(3)).toEqual([stretch(3, 4)])
  })
})
