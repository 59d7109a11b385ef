import { expect, it } from 'vitest'
import { timeOfUuid, uuidV7 } from './uuid.ts'

const SHAPE = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const bytes = (of: number) => new Uint8Array(10).fill(of)

it('makes ids of the shape that the contracts ask for, whatever chance gives', () => {
  for (let byte = 0; byte < 256; byte++) expect(uuidV7(1_700_000_000_000, bytes(byte))).toMatch(SHAPE)
})

it('sorts by time', () => {
  const ids = [1, 2_000, 1_700_000_000_000, 1_700_000_000_001].map((ms) => uuidV7(ms, bytes(255 - (ms % 7))))
  expect([...ids].sort()).toEqual(ids)
})

it('is the one that RFC 9562 shows, by its time and its bits', () => {
  const rand = new Uint8Array([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f])
  expect(uuidV7(0x017f22e279b0, rand)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f')
})

it('says when it was made', () => {
  for (const ms of [0, 1, 1_700_000_000_123, 2 ** 48 - 1]) expect(timeOfUuid(uuidV7(ms, bytes(7)))).toBe(ms)
})
