import { describe, expect, it } from 'vitest'
import { inPieces } from './pieces.ts'

describe('texts in pieces', () => {
  it('are the same bytes as all of them in one, whatever they say', () => {
    const texts = Array.from(
      { length: 4000 },
      (_, i) => `${i}\t陶瓷马克杯 👩‍🏭 \ud800 é ${'x'.repeat(i % 97)}\n`,
    )
    const pieces = [...inPieces(texts)]
    expect(Buffer.concat(pieces).equals(Buffer.from(texts.join('')))).toBe(true)
    expect(pieces.length).toBeGreaterThan(3)
    for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(64 * 1024)
  })

  it('are there also where one is longer than a piece, and are none of nothing', () => {
    const texts = ['a', '陶'.repeat(100_000), 'b']
    expect(Buffer.concat([...inPieces(texts)]).toString()).toBe(texts.join(''))
    expect([...inPieces([]), ...inPieces(['', ''])]).toEqual([])
  })

  it('are asked for no further than somebody takes them', () => {
    let asked = 0
    function* endless() {
      for (;;) yield `${++asked} `.repeat(1000)
    }
    const pieces = inPieces(endless())
    pieces.next()
    const once = asked
    pieces.next()
    expect(once).toBeGreaterThan(0)
    expect(asked).toBeLessThan(3 * once)
    pieces.return(undefined)
  })
})
