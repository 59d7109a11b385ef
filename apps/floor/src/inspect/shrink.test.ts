import { describe, expect, it } from 'vitest'
import { hashed, sizeOf } from './shrink.ts'

describe('a photo made fit for sending', () => {
  it('is at most 2,048 px on its longer side, and keeps its shape', () => {
    expect(sizeOf({ width: 4000, height: 3000 })).toEqual({ width: 2048, height: 1536 })
    expect(sizeOf({ width: 3000, height: 4000 })).toEqual({ width: 1536, height: 2048 })
  })

  it('is never made larger', () => {
    expect(sizeOf({ width: 1280, height: 720 })).toEqual({ width: 1280, height: 720 })
  })

  it('is known by the hash of its bytes', async () => {
    const { hash } = await hashed(new Blob(['abc']))
    expect(hash).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })
})
