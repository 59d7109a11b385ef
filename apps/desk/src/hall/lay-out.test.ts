import type { BinsBoard, BoardBin } from '@restow/contracts'
import type { Zone } from '@restow/domain'
import { describe, expect, it } from 'vitest'
import { isSameHall, layOut, type Measures } from './lay-out.ts'
import { cellAt, stepFrom } from './steps.ts'
import { tilesOf } from './tiles.ts'

const bin = (code: string, place?: BoardBin['place']): BoardBin => ({
  ...{ code, plates: 1, capacity: 20, oldestSeconds: 60, exceptions: 0 },
  ...(place ? { place } : {}),
})
const zones = (of: Partial<Record<Zone, BoardBin[]>>): BinsBoard['zones'] =>
  Object.entries(of).map(([zone, bins]) => ({ zone, bins })) as unknown as BinsBoard['zones']
const WIDE: Measures = { width: 700, margin: 140, heading: 0, cell: 30, line: 26 }
const rowsOf = (of: ReturnType<typeof zones>, measures = WIDE) => {
  const { rows, cells } = layOut(of, measures)
  return rows.map((row) => row.map((n) => cells[n]?.code).join(' '))
}

describe('the map of the bins', () => {
  it('puts the bins of one aisle side by side, in the order in which people count', () => {
    const hall = zones({ resell: ['S-01-10', 'S-01-09', 'S-02-01', 'S-01-01'].map((code) => bin(code)) })
    expect(rowsOf(hall)).toEqual(['S-01-01 S-01-09 S-01-10', 'S-02-01'])
  })

  it('goes by the place that was set up rather than by the code, levels above each other', () => {
    const at = (code: string, bay: string, level: string) => bin(code, { aisle: 'North', bay, level })
    const hall = zones({
      resell: [at('S-01-01', '1', 'A'), at('S-01-02', '1', 'B'), at('S-09-09', '2', 'A')],
    })
    expect(rowsOf(hall)).toEqual(['S-01-02', 'S-01-01 S-09-09'])
    expect(layOut(hall, WIDE).signs.map(({ text }) => text)).toEqual(['North B', 'A'])
  })

  it('puts two bins of one place beside each other, never upon each other', () => {
    const hall = zones({ hold: ['H-01-01', 'H-01-02'].map((code) => bin(code, { aisle: '1', bay: '1' })) })
    const { cells } = layOut(hall, WIDE)
    expect(new Set(cells.map(({ x, y }) => `${x} ${y}`)).size).toBe(2)
  })

  it('breaks a long aisle where the width ends, and never draws over the edge', () => {
    const hall = zones({
      resell: Array.from({ length: 90 }, (_, n) => bin(`S-01-${String(n + 1).padStart(3, '0')}`)),
    })
    const { cells, rows } = layOut(hall, WIDE)
    expect(rows.length).toBeGreaterThan(5)
    expect(Math.max(...cells.map(({ x, w }) => x + w))).toBeLessThanOrEqual(700)
    expect(cells).toHaveLength(90)
  })

  it('is drawn to scale where the bins of a zone are on a plan', () => {
    const at = (code: string, x: number, y: number) => bin(code, { x, y, w: 2, h: 1 })
    const { cells } = layOut(
      zones({ dock: [at('D-01-01', 10, 5), at('D-01-02', 20, 5), at('D-01-03', 10, 10)] }),
      WIDE,
    )
    const [a, b, c] = cells
    const across = (b?.x ?? 0) - (a?.x ?? 0)
    expect(across / ((c?.y ?? 0) - (a?.y ?? 0))).toBeCloseTo(10 / 5)
    expect([a?.y, c?.x]).toEqual([b?.y, a?.x])
  })

  it('has each bin on the strip that it shows on, also where it lies across two', () => {
    const hall = zones({
      resell: Array.from({ length: 400 }, (_, n) => bin(`S-${String(n).padStart(3, '0')}-01`)),
    })
    const layout = layOut(hall, WIDE)
    const tiles = tilesOf(layout)
    expect(new Set(tiles.flatMap(({ cells }) => cells)).size).toBe(400)
    for (const { top, height, cells } of tiles)
      for (const n of cells) {
        const cell = layout.cells[n]
        expect((cell?.y ?? 0) - 3 <= top + height && (cell?.y ?? 0) + 26 + 3 >= top).toBe(true)
      }
  })

  it('stands as long as no bin comes, goes or moves, whatever is laid into them', () => {
    const before = zones({ resell: [bin('S-01-01'), bin('S-01-02', { aisle: 'A' })] })
    const fuller = zones({ resell: [{ ...bin('S-01-01'), plates: 9 }, bin('S-01-02', { aisle: 'A' })] })
    expect(isSameHall(before, fuller)).toBe(true)
    expect(isSameHall(before, zones({ resell: [bin('S-01-01'), bin('S-01-02', { aisle: 'B' })] }))).toBe(
      false,
    )
    expect(isSameHall(before, zones({ resell: [bin('S-01-01')] }))).toBe(false)
    expect(isSameHall(before, zones({ scrap: [bin('S-01-01'), bin('S-01-02', { aisle: 'A' })] }))).toBe(false)
  })
})

describe('the arrow keys on the map', () => {
  const hall = zones({ resell: ['S-01-01', 'S-01-02', 'S-01-03', 'S-02-01', 'S-02-02'].map((c) => bin(c)) })
  const layout = layOut(hall, WIDE)
  const from = (code: string, key: string) => {
    const at = layout.cells.findIndex((cell) => cell.code === code)
    return layout.cells[stepFrom(layout, at, key) ?? -1]?.code
  }

  it('go to the next bin and to the nearest of the next row, and stop at the ends', () => {
    expect(from('S-01-01', 'ArrowRight')).toBe('S-01-02')
    expect(from('S-01-02', 'ArrowDown')).toBe('S-02-02')
    expect(from('S-01-03', 'ArrowDown')).toBe('S-02-02')
    expect(from('S-02-01', 'ArrowUp')).toBe('S-01-01')
    expect(from('S-01-01', 'ArrowLeft')).toBe('S-01-01')
    expect(from('S-01-02', 'End')).toBe('S-02-02')
    expect(from('S-01-02', 'a')).toBeUndefined()
  })

  it('stand where a finger points', () => {
    const cell = layout.cells[4]
    const all = layout.cells.map((_, n) => n)
    expect(cellAt(layout, all, (cell?.x ?? 0) + 2, (cell?.y ?? 0) + 2)).toBe(4)
    expect(cellAt(layout, all, 1, 1)).toBeUndefined()
  })
})
