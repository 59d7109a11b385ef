/**
 * Another label on the same box: carriers hand parcels on, and the last one's number is not the one that the seller was
 * told. From then on either label finds the parcel; and where the second one is announced, it says whose parcel it is.
 */
import type { CommandOf } from './commands.ts'
import { type Decision, onParcel, type Rule, reject, type Situation } from './decision.ts'
import type { NewEvent } from './events.ts'
import type { Act, ExpectedReturn } from './facts.ts'
import { answerOf, joinedTo } from './join.ts'
import { isReadable, otherNumbers, readLabel, standing } from './label.ts'
import { goesBy, type Parcel } from './parcel.ts'
import { parcelFacts, withParcel } from './refuse.ts'

/** `AliasParcel` ▶ `ParcelAliased`, and `ParcelClaimed`. Rejects: tracking_unreadable, label_of_other_parcel, label_of_other_return. */
export const aliasParcel: Rule<CommandOf<'AliasParcel'>> = (situation, command, act) =>
  withParcel(situation, 'AliasParcel', command.parcel, (parcel) => {
    const read = readLabel(situation.known.label ?? [], act.recordedAt)
    if (!read || !isReadable(read.number)) return reject('tracking_unreadable', { raw: command.tracking })
    if ((situation.known.label ?? []).slice(0, 1).every((one) => goesBy(parcel, one.number)))
      return { events: [] }
    const holder = standing(read.parcel, act.recordedAt)
    if (holder && holder.state !== 'void' && holder.id !== parcel.id)
      return reject('label_of_other_parcel', { ...parcelFacts(holder), label: read.number })
    const returns = announcedOtherwise(situation, parcel)
    return refuseOther(returns, parcel, read.number, act) ?? { events: told(situation, command, parcel, act) }
  })

/** Returns that the label is announced for, beside those that the parcel answers already. */
const announcedOtherwise = ({ known }: Situation, parcel: Parcel): ExpectedReturn[] => {
  const found = (known.label ?? []).flatMap((one) => one.announced)
  const unique = [...new Map(found.map((r) => [r.id, r])).values()]
  return unique.filter((r) => !parcel.answers.some((a) => a.id === r.id))
}

/** A label of another return than this parcel's is more likely a slip than a second label: that takes a supervisor. */
function refuseOther(
  returns: readonly ExpectedReturn[],
  parcel: Parcel,
  label: string,
  act: Act,
): Decision | null {
  const { seller, answers, trackingNumber: tracking } = parcel
  const other = returns.find((r) => seller !== null && (r.seller !== seller || answers.length > 0))
  if (!other || act.actor.role !== 'operator') return null
  return reject('label_of_other_return', { label, tracking, rma: other.rmaNumber, seller: other.seller })
}

function told(situation: Situation, command: CommandOf<'AliasParcel'>, parcel: Parcel, act: Act): NewEvent[] {
  const returns = announcedOtherwise(situation, parcel)
  const sellers = new Set(returns.map((r) => r.seller))
  const own = returns.filter((r) => r.seller === parcel.seller)
  const claims = parcel.seller === null && !parcel.forfeited && sellers.size === 1
  const answers = own.map(answerOf)
  const known = { ...situation.known, trackingNumber: parcel.trackingNumber }
  const all = [...parcel.answers, ...returns.map(answerOf)]
  const numbers = otherNumbers(known, parcel, all, act.recordedAt)
  const aliased = onParcel(parcel.id, 'ParcelAliased', { raw: command.tracking, numbers, answers })
  const [seller] = sellers
  if (!claims || seller === undefined) return [aliased]
  const evidence = { label: command.tracking, by: act.actor.user }
  return [aliased, ...joinedTo(situation, parcel, seller, returns, evidence)]
}
