import type { LiveMessage } from '@restow/contracts'
import { describe, expect, it } from 'vitest'
import { frameOf } from './frame.ts'

const saying = (message: string): LiveMessage => ({ type: 'closing', why: 'stopping', message })

/** Reads one frame of text as RFC 6455, 5.2 has it. */
function read(frame: Buffer): { readonly head: number; readonly text: string } {
  expect(frame[0]).toBe(0b1000_0001)
  const said = frame[1] ?? 0
  const [head, length] =
    said === 126
      ? [4, frame.readUInt16BE(2)]
      : said === 127
        ? [10, Number(frame.readBigUInt64BE(2))]
        : [2, said]
  expect(frame.length).toBe(head + length)
  return { head, text: frame.subarray(head).toString('utf8') }
}

describe('a frame', () => {
  const least = JSON.stringify(saying('')).length
  for (const [bytes, head] of [
    [125, 2],
    [126, 4],
    [65_535, 4],
    [65_536, 10],
  ] as const)
    it(`of ${bytes} bytes says its length in a head of ${head}`, () => {
      const message = saying('x'.repeat(bytes - least))
      expect(read(frameOf(message))).toEqual({ head, text: JSON.stringify(message) })
    })

  it('counts bytes, not signs', () => {
    const message = saying('退货 ℃ 😀'.repeat(9))
    expect(read(frameOf(message)).text).toBe(JSON.stringify(message))
  })
})
