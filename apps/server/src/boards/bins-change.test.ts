import type { BinsBoard, BoardBin } from '@restow/contracts'
import type { Zone } from '@restow/domain'
import { describe, expect, it } from 'vitest'
import { mergeBins } from '../../../../packages/client/src/live-bins.ts'
import { binsChange } from './bins-change.ts'

const bin = (code: string, change: Partial<BoardBin> = {}): BoardBin => ({
  ...{ code, plates: 1, capacity: 20, oldestSeconds: 60, exceptions: 0, oldestAt: 1000 },
  ...change,
})
const board = (of: Partial<Record<Zone, BoardBin[]>>): BinsBoard =>
  ({
    zones: Object.entries(of).map(([zone, bins]) => ({ zone, units: bins.length, bins })),
  }) as unknown as BinsBoard
const codes = ({ zones }: BinsBoard) =>
  zones.map(({ zone, bins }) => `${zone} ${bins.map((b) => b.code).join(' ')}`.trim())
/** The board that a reader has after the change. */
const told = (before: BinsBoard, after: BinsBoard) => {
  const { data, gone } = binsChange(before, after)
  return mergeBins(before, data, gone)
}

describe('a change of the bins board', () => {
  it('names the bins that differ, and not those that have only grown older', () => {
    const before = board({ resell: [bin('A'), bin('B'), bin('C', { sellers: { LOTUS: 1 } })] })
    const after = board({
      resell: [
        bin('A', { oldestSeconds: 99 }),
        bin('B', { plates: 2 }),
        bin('C', { sellers: { NORTHSTAR: 1 } }),
      ],
    })
    const { data, gone } = binsChange(before, after)
    expect([codes(data), gone]).toEqual([['resell B C'], []])
    expect(told(before, after).zones[0]?.bins.map(({ plates }) => plates)).toEqual([1, 2, 1])
  })

  it('leads whoever has it to the same board: bins that come, go and change their zone', () => {
    const before = board({ resell: [bin('A'), bin('B'), bin('D')], hold: [bin('H')] })
    const after = board({ resell: [bin('A'), bin('C'), bin('H')], scrap: [bin('D'), bin('X')] })
    expect(codes(told(before, after))).toEqual(codes(after))
    expect(binsChange(before, after).gone).toEqual(['B'])
  })

  it('is none where the same bins come in another order', () => {
    const before = board({ resell: [bin('A'), bin('B')] })
    const { data, gone } = binsChange(before, board({ resell: [bin('B'), bin('A')] }))
    expect([codes(data), gone]).toEqual([['resell'], []])
  })

  it('leaves what did not change as it was, so that nothing is drawn anew', () => {
    const before = board({ resell: [bin('A')], hold: [bin('H')] })
    const after = board({ resell: [bin('A', { plates: 3 })], hold: [bin('H')] })
    expect(told(before, after).zones[1]?.bins).toBe(before.zones[1]?.bins)
  })
})
