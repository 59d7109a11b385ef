/** A sign of one text beside another: in both, only expected, or only arrived. */
export interface Piece {
  readonly kind: 'same' | 'lost' | 'extra'
  readonly sign: string
}

/** Longer codes than any test's are not compared: the work grows with the square. */
const LONGEST = 512

function commonLengths(expected: readonly string[], arrived: readonly string[]): number[][] {
  const rows: number[][] = Array.from({ length: expected.length + 1 }, () =>
    new Array<number>(arrived.length + 1).fill(0),
  )
  for (let i = expected.length - 1; i >= 0; i--)
    for (let j = arrived.length - 1; j >= 0; j--) {
      const row = rows[i] ?? []
      const under = rows[i + 1] ?? []
      row[j] = expected[i] === arrived[j] ? (under[j + 1] ?? 0) + 1 : Math.max(under[j] ?? 0, row[j + 1] ?? 0)
    }
  return rows
}

/** What was lost of the expected text and what came in its place, sign by sign. */
export function difference(expected: string, arrived: readonly string[]): Piece[] {
  const wanted = [...expected]
  if (arrived.length > LONGEST) return arrived.map((sign) => ({ kind: 'extra', sign }))
  const common = commonLengths(wanted, arrived)
  const pieces: Piece[] = []
  let [i, j] = [0, 0]
  while (i < wanted.length || j < arrived.length) {
    const [want, came] = [wanted[i], arrived[j]]
    if (want !== undefined && want === came) {
      pieces.push({ kind: 'same', sign: want })
      i++
      j++
    } else if (
      came === undefined ||
      (want !== undefined && (common[i + 1]?.[j] ?? 0) >= (common[i]?.[j + 1] ?? 0))
    ) {
      pieces.push({ kind: 'lost', sign: want ?? '' })
      i++
    } else {
      pieces.push({ kind: 'extra', sign: came })
      j++
    }
  }
  return pieces
}

/** Is this the expected text at all, however garbled? */
export const isAbout = (pieces: readonly Piece[], expected: string): boolean =>
  pieces.filter(({ kind }) => kind === 'same').length * 2 >= expected.length
