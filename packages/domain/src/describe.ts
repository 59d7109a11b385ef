/**
 * Describe: what is printed on a parcel (a name, an order or RMA number, a return address) is written down, since
 * it is often all that tells whose a parcel is that no announcement answers.
 */
import type { CommandOf } from './commands.ts'
import { onParcel, type Rule } from './decision.ts'
import type { Printed } from './facts.ts'
import { withParcel } from './refuse.ts'
import { PRINTED_FIELDS } from './words.ts'

/** What is new about it: blanks say nothing, and what stands there already needs no event. */
function newsIn(printed: Printed, before: Printed = {}): Printed {
  const told = PRINTED_FIELDS.flatMap((field) => {
    const text = printed[field]?.trim()
    return text && text !== before[field] ? [[field, text] as const] : []
  })
  return Object.fromEntries(told)
}

/** `DescribeParcel` ▶ `ParcelDescribed`; a field told again replaces what was told before. */
export const describeParcel: Rule<CommandOf<'DescribeParcel'>> = (situation, command) =>
  withParcel(situation, 'DescribeParcel', command.parcel, (parcel) => {
    const printed = newsIn(command.printed, parcel.printed)
    if (Object.keys(printed).length === 0) return { events: [] }
    return { events: [onParcel(parcel.id, 'ParcelDescribed', { printed })] }
  })
