import type { BinsBoard, BoardBin } from '@restow/contracts'

/** What has changed about the bins between two boards: of twenty thousand, those few that a line has to carry. */

const binsOf = ({ zones }: BinsBoard): Map<string, { bin: BoardBin; zone: string }> =>
  new Map(zones.flatMap(({ zone, bins }) => bins.map((bin) => [bin.code, { bin, zone }])))

/** All but the age, which goes by itself. */
const PLAIN = ['plates', 'capacity', 'exceptions', 'oldestAt', 'pieces', 'held', 'late', 'misplaced'] as const

/** What did not change is the same object, as often as not. */
const isSame = (a: object | undefined, b: object | undefined): boolean =>
  a === b || JSON.stringify(a) === JSON.stringify(b)

function isAsBefore(a: BoardBin | undefined, b: BoardBin): boolean {
  if (a === b) return true
  if (a === undefined) return false
  return PLAIN.every((key) => a[key] === b[key]) && isSame(a.sellers, b.sellers) && isSame(a.place, b.place)
}

interface BinsChange {
  /** The board with the bins that differ alone. */
  readonly data: BinsBoard
  /** The codes of those that are no longer there. */
  readonly gone: string[]
}

/** Whether the same bins are in the same zones and order, which is so as long as nobody changes the hall. */
const areTheSameBins = ({ zones: was }: BinsBoard, { zones: is }: BinsBoard): boolean =>
  was.length === is.length &&
  is.every(({ zone, bins }, z) => {
    const before = was[z]
    if (before?.zone !== zone || before.bins.length !== bins.length) return false
    return bins.every(({ code }, n) => before.bins[n]?.code === code)
  })

/** The board with those bins alone that differ from what they were. */
const changedOf = (
  after: BinsBoard,
  before: (bin: BoardBin, zone: number, n: number) => BoardBin | undefined,
): BinsBoard => ({
  ...after,
  zones: after.zones.map((one, z) => ({
    ...one,
    bins: one.bins.filter((bin, n) => !isAsBefore(before(bin, z, n), bin)),
  })),
})

/** From one board to the next. Mostly it is the same bins, and then it does without two maps of twenty thousand. */
export function binsChange(before: BinsBoard, after: BinsBoard): BinsChange {
  if (areTheSameBins(before, after))
    return { data: changedOf(after, (_, z, n) => before.zones[z]?.bins[n]), gone: [] }
  const [was, is] = [binsOf(before), binsOf(after)]
  const data = changedOf(after, ({ code }, z) => {
    const old = was.get(code)
    return old?.zone === after.zones[z]?.zone ? old?.bin : undefined
  })
  return { data, gone: [...was.keys()].filter((code) => !is.has(code)) }
}
