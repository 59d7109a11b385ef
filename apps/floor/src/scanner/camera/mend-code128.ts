import type { BitArray } from '@zxing/library'

/**
 * `@zxing/library` 0.23.0 looks for the start of a Code 128 with six counters, and after the first bar that is no start
 * goes on with four: from then on a start C is taken for a start B, and the symbol fails its check. Whatever lies left of
 * a label is such a bar, and carriers' numbers are in code set C. This looks with six all along.
 */

type Library = Pick<typeof import('@zxing/library'), 'Code128Reader' | 'NotFoundException'>

/** The widths of bars and spaces in turn, of 11 modules in all. Source: ISO/IEC 15417, the start characters. */
const STARTS: readonly (readonly [code: number, widths: readonly number[]])[] = [
  [103, [2, 1, 1, 4, 1, 2]],
  [104, [2, 1, 1, 2, 1, 4]],
  [105, [2, 1, 1, 2, 3, 2]],
]
const MODULES = 11
/** How far off the widths may be on the whole and one by one, in modules: as the library has it. */
const MOST_OFF = 0.25
const MOST_OFF_ONE = 0.7

/** How far some widths are from a pattern's, as a share of them all; infinite where one is out of the question. */
function offBy(widths: readonly number[], pattern: readonly number[]): number {
  const total = widths.reduce((sum, width) => sum + width, 0)
  const unit = total / MODULES
  if (unit < 1) return Number.POSITIVE_INFINITY
  const offs = widths.map((width, i) => Math.abs(width - (pattern[i] ?? 0) * unit))
  return offs.some((off) => off > MOST_OFF_ONE * unit)
    ? Number.POSITIVE_INFINITY
    : offs.reduce((sum, off) => sum + off, 0) / total
}

/** Where bars and spaces change in a row, from the first bar on. */
function edgesOf(row: BitArray): number[] {
  const edges: number[] = []
  const size = row.getSize()
  for (let at = row.getNextSet(0), dark = true; at < size; dark = !dark) {
    edges.push(at)
    at = dark ? row.getNextUnset(at) : row.getNextSet(at)
  }
  return edges
}

function startAt(edges: readonly number[], i: number): number | undefined {
  const widths = Array.from({ length: 6 }, (_, k) => (edges[i + k + 1] ?? 0) - (edges[i + k] ?? 0))
  const [best] = STARTS.map(([code, pattern]) => ({ code, off: offBy(widths, pattern) })).sort(
    (a, b) => a.off - b.off,
  )
  return best && best.off < MOST_OFF ? best.code : undefined
}

/** @returns where the start character begins and ends, and which it is; undefined where the row has none */
export function findStart(row: BitArray): Int32Array | undefined {
  const edges = edgesOf(row)
  for (let i = 0; i + 6 < edges.length; i += 2) {
    const code = startAt(edges, i)
    if (code === undefined) continue
    const [from = 0, to = 0] = [edges[i], edges[i + 6]]
    const quiet = from - (i === 0 ? 0 : (edges[i - 1] ?? 0))
    if (quiet >= Math.min(from, (to - from) / 2)) return Int32Array.of(from, to, code)
  }
  return undefined
}

/** Mends the library's reader, once it is loaded. */
export function mendCode128({ Code128Reader, NotFoundException }: Library): void {
  Object.assign(Code128Reader, {
    findStartPattern: (row: BitArray) => {
      const start = findStart(row)
      if (!start) throw new NotFoundException()
      return start
    },
  })
}
