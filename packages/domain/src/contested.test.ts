import { expect, it } from 'vitest'
import { isContested } from './receive.ts'

const by = (seller: string, cancelled = false) => ({ seller, cancelled })

it('is contested where several sellers announce it, and not where all but one have called it off', () => {
  expect(isContested([])).toBe(false)
  expect(isContested([by('LOTUS'), by('LOTUS')])).toBe(false)
  expect(isContested([by('LOTUS'), by('NORTHSTAR')])).toBe(true)
  expect(isContested([by('LOTUS'), by('NORTHSTAR', true)])).toBe(false)
  expect(isContested([by('LOTUS', true), by('NORTHSTAR', true)])).toBe(true)
})
