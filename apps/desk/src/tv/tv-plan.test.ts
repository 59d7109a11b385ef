import { describe, expect, it } from 'vitest'
import { addressOf, readPlan, TV_BOARDS, tvBoardsOf } from './tv-plan.ts'

const read = (query: string) => readPlan(new URLSearchParams(query))

describe('a screen on a wall', () => {
  it('shows what its address says, in that order', () => {
    expect(read('boards=people,pipeline&seconds=30&seller=LOTUS')).toEqual({
      boards: ['people', 'pipeline'],
      seconds: 30,
      seller: 'LOTUS',
    })
  })

  it('comes back by its own address', () => {
    const plan = { boards: ['bins', 'people'], seconds: 15, seller: 'A & B' } as const
    expect(read(addressOf(plan).split('?')[1] ?? '')).toEqual(plan)
  })

  it('shows all boards where the address names none that there is', () => {
    expect(read('').boards).toEqual(TV_BOARDS)
    expect(read('boards=cellar,').boards).toEqual(TV_BOARDS)
    expect(read('boards=bins,bins,attic').boards).toEqual(['bins'])
  })

  it('turns neither faster than anybody reads nor never, whatever was typed', () => {
    expect(['seconds=1', 'seconds=-4', 'seconds=soon', 'seconds=1e9'].map((q) => read(q).seconds)).toEqual([
      5, 20, 20, 3600,
    ])
  })

  it('shows who works on what to those alone who supervise', () => {
    expect(tvBoardsOf('supervisor')).toContain('people')
    expect(tvBoardsOf('operator')).not.toContain('people')
    expect(tvBoardsOf('seller')).not.toContain('people')
  })
})
