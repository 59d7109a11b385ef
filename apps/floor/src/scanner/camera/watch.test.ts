import { describe, expect, it } from 'vitest'
import { Eye } from './eye.ts'
import { passOf } from './passes.ts'
import type { Sight } from './watch.ts'

const label: Sight = { text: '1Z999AA10123456784', format: 'Code128', offCentre: 0.1 }
const product: Sight = { text: '4006381333931', format: 'EAN13', offCentre: 0.1 }

/** Looks at frames of 50 ms each. @returns what was scanned, and in which frame */
function watching(frames: readonly (readonly Sight[])[], every = 50): [frame: number, text: string][] {
  const eye = new Eye()
  const scans: [number, string][] = []
  for (const [n, sights] of frames.entries()) {
    const scan = eye.see(sights, n * every)
    if (scan !== null) scans.push([n, scan])
  }
  return scans
}
const times = (count: number, sights: readonly Sight[]) => Array.from({ length: count }, () => sights)

describe('what the camera makes a scan of', () => {
  it('reads a label in the first frame that shows it', () => {
    expect(watching([[], [label]])).toEqual([[1, label.text]])
  })

  it('reads a product only when two frames agree on it', () => {
    const misread = { ...product, text: '4006381333900' }
    expect(watching([[product]])).toEqual([])
    expect(watching([[misread], [product], [], [product]])).toEqual([[3, product.text]])
  })

  it('does not let a sight of long ago confirm another', () => {
    expect(watching([[product], ...times(25, []), [product]])).toEqual([])
  })

  it('reads a code once, however long it stays in sight', () => {
    expect(watching(times(200, [label]))).toEqual([[0, label.text]])
  })

  it('reads it again when it has been away for a moment, and not when it was only blurred', () => {
    expect(watching([[label], ...times(20, []), [label]])).toHaveLength(1)
    expect(watching([[label], ...times(30, []), [label]])).toHaveLength(2)
  })

  it('takes the code that is aimed at, of the many on a label', () => {
    const routing = { ...label, text: '42090210', offCentre: 0.4 }
    expect(watching([[routing, label]])).toEqual([[0, label.text]])
  })

  it('lets a label’s other codes rest while the hand moves on, and then reads what is held before it', () => {
    const plate = { ...label, text: 'RU0000000017' }
    const scans = watching([[label], ...times(20, [plate])])
    expect(scans).toEqual([
      [0, label.text],
      [10, plate.text],
    ])
  })
})

describe('how frames are looked at', () => {
  it('looks hard at every fifth, in turns', () => {
    const passes = Array.from({ length: 10 }, (_, n) => passOf(n))
    expect(passes.filter((pass) => pass === 'glance')).toHaveLength(8)
    expect([passes[4], passes[9]]).toEqual(['hard', 'inverted'])
  })

  it('looks again in the same way at what it does not believe yet', () => {
    const eye = new Eye()
    for (let n = 0; n < 4; n++) eye.see([], n * 50)
    expect(eye.pass).toBe('hard')
    expect(eye.see([product], 200)).toBeNull()
    expect(eye.pass).toBe('hard')
    expect(eye.see([product], 250)).toBe(product.text)
    expect(eye.pass).toBe('glance')
  })
})
