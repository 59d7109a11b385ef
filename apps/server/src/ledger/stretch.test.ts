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
    expect(told.takeAfter(0)).toEqual([stretch(0, 2), stretch(2, 3)])
    expect(told.takeAfter(3)).toEqual([])
    told.add(stretch(2, 3))
    expect(told.takeAfter(2)).toEqual([])
  })

  it('go on from within one, and from after some', () => {
    expect(ahead(stretch(0, 2), stretch(2, 4)).takeAfter(3)).toEqual([stretch(2, 4)])
    expect(ahead(stretch(0, 2), stretch(2, 4)).takeAfter(2)).toEqual([stretch(2, 4)])
  })

  it('are there again where they could not be dealt with, with what was told since', () => {
    const told = ahead(stretch(0, 2), stretch(2, 3))
    told.giveBack(told.takeAfter(0))
    expect(told.takeAfter(2)).toEqual([stretch(2, 3)])
    told.add(stretch(3, 5))
    told.giveBack([stretch(2, 3)])
    expect(told.takeAfter(2)).toEqual([stretch(2, 3), stretch(3, 5)])
    told.giveBack([])
    expect(told.takeAfter(5)).toEqual([])
  })

  it('are not taken back where something is missing behind them', () => {
    const told = ahead(stretch(0, 2))
    const taken = told.takeAfter(0)
    told.add(stretch(3, 4))
    told.giveBack(taken)
    expect(told.takeAfter(3)).toEqual([stretch(3, 4)])
    told.giveBack(taken)
    expect(told.takeAfter(0)).toEqual([])
  })

  it('are there once what was missing before them has been read', () => {
    const told = ahead(stretch(3, 4), stretch(4, 6))
    expect(told.takeAfter(0)).toEqual([])
    expect(told.takeAfter(2)).toEqual([])
    expect(told.takeAfter(3)).toEqual([stretch(3, 4), stretch(4, 6)])
    expect(told.takeAfter(3)).toEqual([])
  })

  it('are let go of, the first ones first, where nobody gets to them', () => {
    const told = ahead(...Array.from({ length: 5000 }, (_, n) => stretch(n + 1, n + 2)))
    expect(told.takeAfter(0)).toEqual([])
    const last = told.takeAfter(4001)
    expect([last.length, last[0]]).toEqual([1000, stretch(4001, 4002)])
    told.giveBack(last)
    told.add(stretch(5001, 5002))
    expect(told.takeAfter(4001)).toEqual([])
    expect(told.takeAfter(4002)).toHaveLength(1000)
  })

  it('are none where something is missing before them or between', () => {
    expect(ahead(stretch(1, 2)).takeAfter(0)).toEqual([])
    expect(ahead(stretch(0, 2), stretch(3, 4)).takeAfter(0)).toEqual([])
    expect(ahead(stretch(0, 2), stretch(3, 4)).takeAfter(3)).toEqual([stretch(3, 4)])
  })
})
