import { expect, it } from 'vitest'
import { uuidV7 } from './uuid.ts'

const SHAPE = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

it('makes ids of the shape that the contracts ask for', () => {
  for (let i = 0; i < 200; i++) expect(uuidV7(1_700_000_000_000 + i)).toMatch(SHAPE)
})

it('sorts by time', () => {
  const ids = [1, 2_000, 1_700_000_000_000, 1_700_000_000_001].map((at) => uuidV7(at))
  expect([...ids].sort()).toEqual(ids)
})

it('carries the time that RFC 9562 shows in its example', () => {
  expect(uuidV7(0x017f22e279b0).startsWith('017f22e2-79b0-7')).toBe(true)
})
