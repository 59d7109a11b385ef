import { expect, it } from 'vitest'
import { shadeOf } from './ages.ts'

const HOUR = 3600

it('shows a unit of two days as old where work is done, and as fresh on a shelf', () => {
  expect(shadeOf('inspection', 47 * HOUR)).toBe(3)
  expect(shadeOf('inspection', 48 * HOUR)).toBe(4)
  expect(shadeOf('resell', 48 * HOUR)).toBe(0)
  expect(shadeOf('resell', null)).toBe(0)
})
