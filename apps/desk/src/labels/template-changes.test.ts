import { USUAL_TEMPLATE } from '@restow/domain'
import { describe, expect, it } from 'vitest'
import { allLines, changedParts, moveLine, tickLine, withCondition } from './template-changes.ts'

describe('the form of a seller’s label', () => {
  it('says what has changed, in the order of the form, and nothing of what is as it was', () => {
    expect(changedParts(USUAL_TEMPLATE, structuredClone(USUAL_TEMPLATE))).toEqual([])
    const after = { ...withCondition(USUAL_TEMPLATE, 'good', 'B-Ware'), code: 'sku' as const, plate: false }
    expect(changedParts(USUAL_TEMPLATE, after)).toEqual(['code', 'plate', 'good'])
    expect(changedParts(USUAL_TEMPLATE, { ...USUAL_TEMPLATE, lines: ['condition', 'title'] })).toEqual([
      'lines',
    ])
  })

  it('moves a line by one place, and none off the label', () => {
    const lines = ['title', 'condition', 'sku'] as const
    expect(moveLine(lines, 'sku', -1)).toEqual(['title', 'sku', 'condition'])
    expect(moveLine(lines, 'title', 1)).toEqual(['condition', 'title', 'sku'])
    expect(moveLine(lines, 'title', -1)).toEqual([...lines])
    expect(moveLine(lines, 'sku', 1)).toEqual([...lines])
  })

  it('puts a line on below the others, and keeps those that are off at hand', () => {
    const lines = tickLine(['title', 'condition'], 'note', true)
    expect(lines).toEqual(['title', 'condition', 'note'])
    expect(tickLine(lines, 'title', false)).toEqual(['condition', 'note'])
    expect(allLines(lines)).toEqual(['title', 'condition', 'note', 'sku', 'fnsku', 'gtin', 'asin'])
  })

  it('leaves a grade to the usual words once its own are deleted', () => {
    const own = withCondition(USUAL_TEMPLATE, 'good', 'B-Ware')
    expect(own.conditions).toEqual({ good: 'B-Ware' })
    expect(withCondition(own, 'good', ' ')).toEqual(USUAL_TEMPLATE)
  })
})
