/**
 * From what is seen in frame after frame to scans: which of several codes is meant, what has to be seen twice, and what
 * is not read again. Times in milliseconds, of any clock that does not go back.
 */

/** A code in a frame. */
export interface Sight {
  /** As a scanner would type it. */
  readonly text: string
  readonly format: string
  /** How far from the middle of the picture: 0 is in the middle, 1 at the corner. */
  readonly offCentre: number
}

export interface Watch {
  /** Seen once, and not believed yet. */
  readonly doubted: { readonly text: string; readonly at: number } | null
  /** When each code that was read was last in sight. */
  readonly read: ReadonlyMap<string, number>
  readonly lastReadAt: number
}

export const NOTHING_SEEN: Watch = { doubted: null, read: new Map(), lastReadAt: Number.NEGATIVE_INFINITY }

/** A code is read again once it has been out of sight for so long, however long it stayed in sight before. */
const FORGET_AFTER_MS = 1500
/** After a scan the hand moves on, over the label's other codes: they wait. */
const REST_MS = 500
/** Two sights further apart than this do not confirm each other. */
const CONFIRM_WITHIN_MS = 1000

/**
 * Formats without a check in the symbol, or with one of a single digit, as in EAN and UPC: one misread bar in ten passes
 * it. Two frames have to agree.
 */
const DOUBTED = /^(EAN|UPC|ISBN|ITF|Code39|Code32|PZN|Codabar)/i

const nearest = (sights: readonly Sight[]): Sight | undefined =>
  sights.reduce<Sight | undefined>(
    (best, one) => (best && best.offCentre <= one.offCentre ? best : one),
    undefined,
  )

/** The codes read so far, those out of sight for long forgotten, those in sight now seen anew. */
function remembered(watch: Watch, sights: readonly Sight[], at: number): Map<string, number> {
  const kept = new Map([...watch.read].filter(([, seenAt]) => at - seenAt < FORGET_AFTER_MS))
  for (const { text } of sights) if (kept.has(text)) kept.set(text, at)
  return kept
}

function isBelieved({ doubted }: Watch, { text, format }: Sight, at: number): boolean {
  if (!DOUBTED.test(format)) return true
  return doubted?.text === text && at - doubted.at <= CONFIRM_WITHIN_MS
}

/**
 * Takes in what one frame shows.
 * @returns the scan that it makes, if it makes one
 */
export function look(
  watch: Watch,
  sights: readonly Sight[],
  at: number,
): { watch: Watch; scan: string | null } {
  const read = remembered(watch, sights, at)
  const aimed = nearest(sights)
  const isResting = at - watch.lastReadAt < REST_MS
  if (!aimed || isResting || read.has(aimed.text)) return { watch: { ...watch, read }, scan: null }
  if (!isBelieved(watch, aimed, at))
    return { watch: { ...watch, read, doubted: { text: aimed.text, at } }, scan: null }
  read.set(aimed.text, at)
  return { watch: { doubted: null, read, lastReadAt: at }, scan: aimed.text }
}
