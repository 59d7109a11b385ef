/**
 * Match: a return that was announced when its parcel was here already. The announcement decides, not a person: one
 * seller's makes the parcel its seller's, several sellers' leave it to a person.
 */
import type { CommandOf } from './commands.ts'
import { onParcel, type Rule, reject } from './decision.ts'
import { answerOf, joinedTo } from './join.ts'
import { withParcel } from './refuse.ts'

/** `MatchParcel` ▶ `ParcelClaimed`, `UnitClaimed`, or `ParcelMatched`. Rejects: nothing_announced, announced_by_several. */
export const matchParcel: Rule<CommandOf<'MatchParcel'>> = (situation, command, act) =>
  withParcel(situation, 'MatchParcel', command.parcel, (parcel) => {
    const { trackingNumber: tracking, seller: owner, answers } = parcel
    const live = situation.known.announced.filter((r) => !r.cancelled)
    const news = live.filter((r) => !answers.some((a) => a.id === r.id))
    if (owner !== null) {
      const own = news.filter((r) => r.seller === owner)
      // It is there already, or it is of no concern to this parcel's seller.
      return own.length === 0
        ? { events: [] }
        : { events: [onParcel(parcel.id, 'ParcelMatched', { answers: own.map(answerOf) })] }
    }
    const sellers = new Set(news.map((r) => r.seller))
    const [seller] = sellers
    if (seller === undefined) return reject('nothing_announced', { tracking })
    if (sellers.size > 1) return reject('announced_by_several', { tracking, count: sellers.size })
    const evidence = { announcement: news.map((r) => r.rmaNumber).join(', '), by: act.actor.user }
    return { events: joinedTo(situation, parcel, seller, news, evidence) }
  })
