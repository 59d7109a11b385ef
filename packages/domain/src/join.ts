/**
 * What it means that a parcel is a seller's from now on, and answers these of its returns: its units go with it, on the
 * lines that fit, and goods of a seller that is no longer active wait for a supervisor.
 */
import { onParcel, onUnit, type Situation } from './decision.ts'
import type { NewEvent, ParcelAnswer } from './events.ts'
import type { ExpectedReturn } from './facts.ts'
import { answerLine, recounted } from './lines.ts'
import { count, lineKey, type Parcel } from './parcel.ts'
import { holdIfInactive } from './register.ts'
import type { Unit } from './unit.ts'

/** What a parcel remembers of a return that it answers. */
export const answerOf = ({ id, seller, rmaNumber, orderNumber }: ExpectedReturn): ParcelAnswer => ({
  id,
  seller,
  rmaNumber,
  orderNumber,
})

/** `ParcelClaimed`, and `UnitClaimed` for each of its units. @param evidence what speaks for it, and whose word it is */
export function joinedTo(
  situation: Situation,
  parcel: Parcel,
  seller: string,
  returns: readonly ExpectedReturn[],
  evidence: Record<string, string>,
): NewEvent[] {
  const answers = returns.map(answerOf)
  const claimed = onParcel(parcel.id, 'ParcelClaimed', { seller, answers, evidence, undoable: true })
  const units = situation.others.filter((u) => u.parcel.id === parcel.id && u.state !== 'void')
  let counted = parcel
  const told = units.flatMap((unit) => {
    const { line, ...mine } = claimedAs(unit, seller, returns, counted)
    if (line !== unit.line && line)
      counted = { ...counted, registered: count(counted, lineKey(line), unit.quantity) }
    const held = unit.held ? [] : holdIfInactive(situation, seller, unit.id)
    const told = onUnit(unit.id, 'UnitClaimed', { seller, line, ...mine, undoable: true })
    return [told, ...held, ...recounted(unit, line)]
  })
  return [claimed, ...told]
}

/** What a unit is to the seller who claims it: another seller's product and line do not come along. */
function claimedAs(unit: Unit, seller: string, fits: readonly ExpectedReturn[], parcel: Parcel) {
  const product = unit.product?.seller === seller ? unit.product : null
  if (product && unit.line) return { product, line: unit.line, exceptions: [] }
  return { product, ...answerLine(fits, parcel, product, unit.quantity) }
}
