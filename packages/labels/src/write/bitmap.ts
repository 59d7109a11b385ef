/** Outlines as dots, for printers that know no such letters. */
import type { Curve } from '../words/atoms.ts'

type Point = readonly [x: number, y: number]
interface Edge {
  readonly from: Point
  readonly to: Point
}

/** Black dots of a picture, row by row. */
export class Bitmap {
  readonly width: number
  readonly height: number
  readonly #dots: Uint8Array

  constructor(width: number, height: number) {
    this.width = width
    this.height = height
    this.#dots = new Uint8Array(width * height)
  }

  isBlack(x: number, y: number): boolean {
    return this.#dots[y * this.width + x] === 1
  }

  /** Makes every dot black whose middle lies within the outlines, as their directions wind round it. */
  fill(edges: readonly Edge[]): void {
    for (let y = 0; y < this.height; y++) {
      const middle = y + 0.5
      const crossings = edges
        .filter(({ from, to }) => from[1] <= middle !== to[1] <= middle)
        .map(({ from, to }) => ({
          x: from[0] + ((middle - from[1]) / (to[1] - from[1])) * (to[0] - from[0]),
          turn: to[1] > from[1] ? 1 : -1,
        }))
        .sort((a, b) => a.x - b.x)
      let winding = 0
      crossings.forEach(({ x, turn }, i) => {
        winding += turn
        const end = crossings[i + 1]?.x
        if (winding === 0 || end === undefined) return
        const [first, last] = [Math.max(0, Math.ceil(x - 0.5)), Math.min(this.width, Math.ceil(end - 0.5))]
        this.#dots.fill(1, y * this.width + first, y * this.width + Math.max(first, last))
      })
    }
  }

  /** A quarter turn clockwise. */
  turned(): Bitmap {
    const turned = new Bitmap(this.height, this.width)
    for (let y = 0; y < this.height; y++)
      for (let x = 0; x < this.width; x++)
        if (this.isBlack(x, y)) turned.#dots[x * turned.width + (this.height - 1 - y)] = 1
    return turned
  }
}

/** Straight pieces that no eye tells from the curve at a printer's dots. */
const PIECES = 6

/** The edges of an outline, placed. */
export function edgesOf(curves: readonly Curve[], place: (x: number, y: number) => Point): Edge[] {
  const edges: Edge[] = []
  let [start, at]: [Point, Point] = [
    [0, 0],
    [0, 0],
  ]
  const to = (next: Point) => {
    edges.push({ from: at, to: next })
    at = next
  }
  for (const { step, points } of curves) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = points
    if (step === 'close') to(start)
    else if (step === 'line') to(place(a, b))
    else if (step === 'move') {
      start = place(a, b)
      at = start
    } else {
      const corners = [at, place(a, b), place(c, d), place(e, f)] as const
      for (let i = 1; i <= PIECES; i++) to(onCurve(corners, i / PIECES))
    }
  }
  return edges
}

function onCurve([p, q, r, s]: readonly [Point, Point, Point, Point], t: number): Point {
  const u = 1 - t
  const along = (axis: 0 | 1) =>
    u * u * u * p[axis] + 3 * u * u * t * q[axis] + 3 * u * t * t * r[axis] + t * t * t * s[axis]
  return [along(0), along(1)]
}
