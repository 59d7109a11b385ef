/**
 * A label that is scanned: one scan may be read as several numbers, the likeliest first. Which of them it is, only the
 * parcels that are here and the returns that are expected decide; nothing is guessed.
 */
import type { Known, LabelNumber } from './decision.ts'
import type { ParcelAnswer } from './events.ts'
import type { Parcel } from './parcel.ts'

/** So long after its parcel was closed a number is another parcel's: carriers use them again. */
export const REUSE_AFTER_DAYS = 90
const REUSE_AFTER_MS = REUSE_AFTER_DAYS * 24 * 3600 * 1000
/** No carrier's number comes near; and a key of an index has to stay short. */
const LONGEST_NUMBER = 128

/** No carrier's number is shorter than this: a stray key or a torn label must not become a parcel. */
export const isReadable = (number: string): boolean => (number.match(/[\p{L}\p{N}]/gu) ?? []).length >= 4

/**
 * The parcel that a number stands for today: a number is used again long after its parcel was closed.
 * @param at the server's time, ISO 8601
 */
export function standing(parcel: Parcel | null, at: string): Parcel | null {
  if (parcel?.state !== 'closed' || parcel.closedAt === null) return parcel
  return Date.parse(at) - Date.parse(parcel.closedAt) > REUSE_AFTER_MS ? null : parcel
}

/** The parcel that is or was here under a number, if it is another one than this. */
const otherParcel = ({ parcel }: LabelNumber, than: Parcel | null, at: string): Parcel | null => {
  const found = standing(parcel, at)
  return found && found.state !== 'void' && found.id !== than?.id ? found : null
}

/** Which of its numbers a label is: the first that a parcel goes by or that is announced; else the likeliest. */
export function readLabel(label: readonly LabelNumber[], at: string): LabelNumber | null {
  const known = label.find((one) => otherParcel(one, null, at) ?? one.announced[0])
  return known ?? label[0] ?? null
}

/** Numbers of a label that may find this parcel from now on: none that stands for another parcel or another return. */
export function otherNumbers(
  { label = [], trackingNumber }: Known,
  parcel: Parcel | null,
  answers: readonly ParcelAnswer[],
  at: string,
): string[] {
  const isFree = (one: LabelNumber) =>
    otherParcel(one, parcel, at) === null && one.announced.every((r) => answers.some((a) => a.id === r.id))
  return label
    .filter((one) => one.number !== trackingNumber && one.number.length <= LONGEST_NUMBER)
    .filter((one) => isReadable(one.number) && isFree(one))
    .map((one) => one.number)
}
