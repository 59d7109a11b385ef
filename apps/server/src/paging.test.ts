import { describe, expect, it } from 'vitest'
import { listed, pageOf, patternsOf } from './paging.ts'

describe('a page of a list', () => {
  const rows = [1, 2, 3].map((n) => ({ n, name: `row ${n}` }))

  it('begins after the last item of the one before', () => {
    const first = listed(
      pageOf({ limit: '2' }, []),
      rows,
      (r) => [r.name, r.n],
      (r) => r.n,
    )
    expect(first.items).toEqual([1, 2])
    const next = pageOf({ cursor: first.nextCursor ?? '' }, ['string', 'number'])
    expect(next).toEqual({ after: ['row 2', 2], limit: 50 })
  })

  it('is the last one where no more rows came than it shows', () => {
    expect(
      listed(
        pageOf({ limit: '3' }, []),
        rows,
        (r) => [r.n],
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
    expect(() => pageOf({ cursor }, ['string'])).toThrow('cursor')
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
