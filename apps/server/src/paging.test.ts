import { describe, expect, it } from 'vitest'
import { listed, pageOf, patternsOf } from './paging.ts'

const ID = '00000000-0000-7000-8000-000000000002'

describe('a page of a list', () => {
  const rows = [1, 2, 3].map((n) => ({ n, name: `row ${n}` }))

  it('begins after the last item of the one before', () => {
    const first = listed(
      pageOf({ limit: '2' }, []),
      rows,
      (r) => [r.name, ID],
      (r) => r.n,
    )
    expect(first.items).toEqual([1, 2])
    const next = pageOf({ cursor: first.nextCursor ?? '' }, ['text', 'id'])
    expect(next).toEqual({ after: ['row 2', ID], limit: 50 })
  })

  it('is the last one where no more rows came than it shows', () => {
    expect(
      listed(
        pageOf({ limit: '3' }, []),
        rows,
        (r) => [r.name],
        (r) => r.n,
      ).nextCursor,
    ).toBeNull()
  })

  it.each([
    '',
    'x',
    'bnVsbA',
    Buffer.from('[1]').toString('base64url'),
    Buffer.from('["a",1]').toString('base64url'),
    Buffer.from('["\\u0000"]').toString('base64url'),
  ])('is refused for the cursor %j, which was given out nowhere', (cursor) => {
    expect(() => pageOf({ cursor }, ['text'])).toThrow('cursor')
  })

  it('is refused for a cursor that names no id or no moment where one must stand', () => {
    const cursorOf = (...key: string[]) => Buffer.from(JSON.stringify(key)).toString('base64url')
    const moments = ['9999-99-99T99:99:99Z', '2026-11-26', 'x', '2026-11-26T10:00:00+01:00']
    for (const moment of moments)
      expect(() => pageOf({ cursor: cursorOf(moment, ID) }, ['moment', 'id']), moment).toThrow('cursor')
    expect(() => pageOf({ cursor: cursorOf('a', 'y') }, ['text', 'id'])).toThrow('cursor')
    const exact = ['2026-11-26T10:00:00.123456Z', ID]
    expect(pageOf({ cursor: cursorOf(...exact) }, ['moment', 'id']).after).toEqual(exact)
  })
})

describe('a search', () => {
  it('is for every word, and for % and _ as they stand', () => {
    expect(patternsOf('  White_Lantern 50% ')).toEqual(['%white\\_lantern%', '%50\\%%'])
  })

  it('is none where nothing was typed', () => {
    expect(patternsOf(undefined)).toBeNull()
    expect(patternsOf('   ')).toBeNull()
  })
})
