import { expect, it } from 'vitest'
import { sha256, sha256InScript } from './sha256.ts'

it('hashes like everybody else, at every length around a block', async () => {
  for (const length of [0, 1, 3, 55, 56, 57, 63, 64, 65, 119, 120, 1000, 70_001]) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 37 + 11) % 256)
    expect(sha256InScript(bytes), `${length} bytes`).toBe(await sha256(bytes))
  }
})

it('gives what FIPS 180-4 shows for “abc”', () => {
  const abc = new TextEncoder().encode('abc')
  expect(sha256InScript(abc)).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})
