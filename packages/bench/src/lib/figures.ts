/** One figure of a measurement, as `npm run bench` prints it: a JSON object a line. */
export interface Figure {
  readonly bench: string
  readonly figure: string
  readonly value: number
  readonly unit: 'ratio' | 's' | 'ms' | 'count'
  readonly higherIsBetter: boolean
  readonly detail?: Record<string, unknown>
}

export function print(figure: Figure): void {
  const value = Math.round(figure.value * 1000) / 1000
  console.log(JSON.stringify({ ...figure, value }))
}

/** The middle of some numbers; of an even count, the mean of the two in the middle. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const half = sorted.length / 2
  const low = sorted[Math.ceil(half) - 1] ?? Number.NaN
  return (low + (sorted[Math.floor(half)] ?? low)) / 2
}

/** The value below which the given share of the numbers lies, of those that stand in order. */
export const shareOf = (sorted: ArrayLike<number>, share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN

/** The value below which the given share of the numbers lies. */
export const percentile = (numbers: readonly number[], share: number): number =>
  shareOf(
    [...numbers].sort((a, b) => a - b),
    share,
  )

/** To so many places after the point. */
export const rounded = (value: number, digits = 2): number => Math.round(value * 10 ** digits) / 10 ** digits
