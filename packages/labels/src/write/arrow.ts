import type { ArrowBox } from '../layout/boxes.ts'

/** A head as wide as its area, and a shaft half as wide. */
const UP = [
  [0.5, 0],
  [1, 0.5],
  [0.72, 0.5],
  [0.72, 1],
  [0.28, 1],
  [0.28, 0.5],
  [0, 0.5],
] as const

/** An arrow's corners in turn, where it stands. */
export function arrowCorners({ area, points }: ArrowBox): [number, number][] {
  return UP.map(([x, y]) => [area.x + x * area.width, area.y + (points === 'up' ? y : 1 - y) * area.height])
}
