import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Look, Sheet } from './paint.ts'
import { isDrawn, Paper } from './paper.ts'
import type { Tile } from './tiles.ts'

const sheet = (now: number) => ({ look: { now } }) as Sheet

describe('the paper of a map', () => {
  let frames: (() => void)[] = []
  beforeEach(() => {
    frames = []
    vi.useFakeTimers()
    vi.stubGlobal('requestAnimationFrame', (draw: () => void) => frames.push(draw))
    vi.stubGlobal('cancelAnimationFrame', (nth: number) => frames.splice(nth - 1, 1))
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })
  const frame = () => frames.shift()?.()
  const rest = () => void vi.advanceTimersByTime(500)

  /** Four strips, of which the second and third are in sight, and when each was drawn last. */
  function shown() {
    const paper = new Paper()
    const drawn: (number | null)[] = [null, null, null, null]
    paper.see({ first: 11, count: 2 })
    const hide = drawn.map((_, n) =>
      paper.show(10 + n, ({ look }) => {
        drawn[n] = look.now
      }),
    )
    paper.put(sheet(1))
    rest()
    while (frames.length > 0) frame()
    return { paper, drawn, hide }
  }

  it('is drawn at once where it is in sight, and elsewhere a strip a frame once it rests', () => {
    const { paper, drawn } = shown()
    expect(drawn).toEqual([1, 1, 1, 1])
    paper.put(sheet(2))
    expect(drawn).toEqual([1, 2, 2, 1])
    expect(frames).toEqual([])
    rest()
    frame()
    expect(drawn).toEqual([2, 2, 2, 1])
    frame()
    expect(drawn).toEqual([2, 2, 2, 2])
    expect(frames).toEqual([])
  })

  it('is drawn as it is then, whatever it was when it was put off, and not where nobody shows it', () => {
    const { paper, drawn, hide } = shown()
    paper.put(sheet(2))
    rest()
    paper.put(sheet(3))
    hide[3]?.()
    expect(frames).toEqual([])
    rest()
    frame()
    frame()
    expect(drawn).toEqual([3, 3, 3, 1])
    expect(frames).toEqual([])
  })

  it('is drawn where it comes into sight, without waiting for its rest', () => {
    const { paper, drawn } = shown()
    paper.put(sheet(2))
    paper.see({ first: 12, count: 2 })
    expect(drawn).toEqual([1, 2, 2, 2])
    paper.put(sheet(3))
    expect(drawn).toEqual([1, 2, 3, 3])
  })

  it('is drawn at once by a strip that comes', () => {
    const { paper } = shown()
    const drawn: number[] = []
    paper.show(40, ({ look }) => void drawn.push(look.now))
    expect(drawn).toEqual([1])
  })
})

describe('a strip that was drawn', () => {
  const codes = ['A', 'B', 'C']
  const layout = { cells: codes.map((code, slot) => ({ code, slot })) } as unknown as Sheet['layout']
  const bins = codes.map((code) => ({ code })) as unknown as Sheet['bins']
  const palette = {} as Look['palette']
  /** Its first two bins; the third is on another. */
  const tile = { cells: [0, 1] } as unknown as Tile
  const sheetOf = (look: Partial<Look> = {}, change: Partial<Sheet> = {}): Sheet => ({
    ...{ layout, bins, look: { by: 'fill', now: 60, palette, matches: null, ...look } },
    ...change,
  })
  const isStill = (before: Sheet, now: Sheet) => isDrawn(tile, before, now)

  it('stays while the same of its bins match, whatever matches elsewhere', () => {
    const found = (...matches: string[]) => sheetOf({ matches: new Set(matches) })
    expect(isStill(found('A'), found('A', 'C'))).toBe(true)
    expect(isStill(found(), found('C'))).toBe(true)
    expect(isStill(found('A'), found('A', 'B'))).toBe(false)
    expect(isStill(found('A'), found())).toBe(false)
    expect(isStill(sheetOf(), found())).toBe(false)
    expect(isStill(found(), sheetOf())).toBe(false)
  })

  it('is drawn anew with another look, another hall, or another bin on it', () => {
    expect(isDrawn(tile, null, sheetOf())).toBe(false)
    expect(isStill(sheetOf(), sheetOf())).toBe(true)
    expect(isStill(sheetOf(), sheetOf({ by: 'age' }))).toBe(false)
    expect(isStill(sheetOf(), sheetOf({ now: 120 }))).toBe(false)
    expect(isStill(sheetOf(), sheetOf({ palette: { ...palette } }))).toBe(false)
    expect(isStill(sheetOf(), sheetOf({}, { layout: { ...layout } }))).toBe(false)
    const [a, b, c] = bins as [never, never, never]
    expect(isStill(sheetOf(), sheetOf({}, { bins: [a, { ...(b as object) } as never, c] }))).toBe(false)
    expect(isStill(sheetOf(), sheetOf({}, { bins: [a, b, { ...(c as object) } as never] }))).toBe(true)
  })
})
