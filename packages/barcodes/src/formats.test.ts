/** Each format's numbers, made by the hundred out of words of their own (formats.fixture.ts), right ones and misread ones. */

import { describe, expect, it, vi } from 'vitest'
import { normaliseTracking, readCarriers } from './carriers.ts'
import { isOf, misread, numbersOf, SHAPES, type Shape } from './formats.fixture.ts'
import { FORMATS } from './formats.ts'
import { fractions } from './fractions.fixture.ts'

// Thousands of numbers, on computers that may have other work.
vi.setConfig({ testTimeout: 60_000 })

const EACH = 300

const reads = ({ carrier, format }: Shape, code: string) =>
  readCarriers(code).some((one) => one.carrier === carrier && one.format === format)

describe('the formats written down for tests', () => {
  it('are those of the table', () => {
    const names = (of: readonly { carrier: string; format: string }[]) =>
      [...new Set(of.map(({ carrier, format }) => `${carrier} ${format}`))].sort()
    expect(names(SHAPES)).toEqual(names(FORMATS))
  })
})

describe.each(SHAPES)('$carrier $format', (shape) => {
  const numbers = numbersOf(shape, EACH)

  it(`is recognised in each of ${EACH} numbers made of it`, () => {
    expect(numbers.filter((number) => !isOf(shape, number))).toEqual([])
    expect(numbers.filter((number) => !reads(shape, number))).toEqual([])
  })

  it(`is recognised in ${EACH} numbers with one digit misread where what was read is right again, and only there`, () => {
    const random = fractions(17)
    const wrong = numbers.flatMap((number) => misread(number, random))
    expect(wrong.filter((number) => reads(shape, number) !== isOf(shape, number))).toEqual([])
  })

  it(`normalises each of ${EACH} numbers to one that normalises to itself`, () => {
    const unstable = numbers.filter(
      (number) => normaliseTracking(normaliseTracking(number)) !== normaliseTracking(number),
    )
    expect(unstable).toEqual([])
  })
})
