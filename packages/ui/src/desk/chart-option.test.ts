import { describe, expect, it } from 'vitest'
import { type ChartSeries, type ChartSlot, optionOf, tickEvery, totalAt } from './chart-option.ts'

const letters = { px: 12, family: 'Inter', width: 600, format: (n: number) => `${n} pcs` }
const slots: ChartSlot[] = [
  { key: '2026-11-20', name: 'Fri 20 Nov', tick: '20' },
  { key: '2026-11-21', name: 'Sat 21 Nov', tick: '21', now: true },
]
const series: ChartSeries[] = [
  { key: 'a', name: 'A', colour: 'var(--resell)', values: [1, 2] },
  { key: 'b', name: 'B', colour: 'var(--scrap)', values: [3, null], stack: 'other', dashed: true },
]
type Option = {
  animation: boolean
  series: {
    type: string
    stack?: string
    data: (number | null)[]
    itemStyle: { color: string }
    lineStyle?: object
  }[]
  xAxis: { axisLabel: { formatter(value: string, i: number): string } }
  yAxis: { axisLabel: { formatter(value: number): string } }
}
const option = (kind: 'bars' | 'lines') => optionOf({ kind, slots, series }, letters) as unknown as Option

describe('a chart', () => {
  it('piles up the bars of one stack and sets those of another beside them', () => {
    const { series: drawn } = option('bars')
    expect(drawn.map(({ type, stack }) => [type, stack])).toEqual([
      ['bar', 'all'],
      ['bar', 'other'],
    ])
    expect(drawn.map(({ data }) => data)).toEqual([
      [1, 2],
      [3, null],
    ])
  })

  it('takes its colours as the design names them, so that they follow light and dark', () => {
    expect(option('bars').series.map(({ itemStyle }) => itemStyle.color)).toEqual([
      'var(--resell)',
      'var(--scrap)',
    ])
  })

  it('tells lines apart without their colours', () => {
    expect(option('lines').series.map(({ lineStyle }) => lineStyle)).toMatchObject([
      { type: 'solid' },
      { type: 'dashed' },
    ])
  })

  it('writes ticks in short and numbers as it is told, and sets off what is going on now', () => {
    const { xAxis, yAxis } = option('bars')
    expect([0, 1].map((i) => xAxis.axisLabel.formatter('', i))).toEqual(['20', '{now|21}'])
    expect(yAxis.axisLabel.formatter(4)).toBe('4 pcs')
  })

  it('has a scale also where there is nothing to see', () => {
    const empty = series.map((one) => ({ ...one, values: [0, null] }))
    expect(optionOf({ kind: 'bars', slots, series: empty }, letters)).toMatchObject({
      yAxis: { min: 0, max: 4 },
    })
    expect(option('bars').yAxis).not.toHaveProperty('max')
  })

  it('does not move', () => {
    expect(option('lines').animation).toBe(false)
  })
})

it('sets its ticks evenly, as many as there is room for', () => {
  const hours = Array.from({ length: 24 }, (_, i) => ({ key: `${i}`, name: '', tick: String(i) }))
  expect([900, 400, 240, 40].map((width) => tickEvery(hours, { px: 11, width }))).toEqual([1, 2, 3, 14])
})

it('adds up what is known of a slot, and nothing where nothing is known', () => {
  expect([0, 1].map((at) => totalAt(series, at))).toEqual([4, 2])
  expect(totalAt([{ key: 'a', name: 'A', colour: '', values: [null] }], 0)).toBeNull()
})
