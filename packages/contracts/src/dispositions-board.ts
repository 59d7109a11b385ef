import { DISPOSITIONS, GRADES, OVERRIDE_REASONS, ROUTES } from '@restow/domain'
import { type Static, Type } from 'typebox'
import { boardHead, Seconds, Share } from './board-parts.ts'
import { orNull, WireMoney } from './lists.ts'
import { oneOf } from './words.ts'

/** What was decided, today against the last days. */

const strict = { additionalProperties: false }

const Way = Type.Object({ disposition: oneOf(DISPOSITIONS), route: oneOf(ROUTES) }, strict)
const ByDisposition = {
  resell: Type.Integer(),
  refurbish: Type.Integer(),
  scrap: Type.Integer(),
  units: Type.Integer(),
}
/** `GET /api/boards/dispositions`: the decisions of the warehouse's day, those taken back left out. */
export const DispositionsBoard = Type.Object(
  {
    ...boardHead,
    today: Type.Object(
      {
        units: Type.Integer(),
        pieces: Type.Integer(),
        byDisposition: Type.Array(
          Type.Object(
            {
              disposition: oneOf(DISPOSITIONS),
              units: Type.Integer(),
              pieces: Type.Integer(),
              recovered: Type.Array(WireMoney),
              lost: Type.Array(WireMoney),
            },
            strict,
          ),
        ),
        bySeller: Type.Array(Type.Object({ seller: Type.String(), ...ByDisposition }, strict)),
        /** Best first; null is a unit whose grade is open again. */
        byGrade: Type.Array(Type.Object({ grade: orNull(oneOf(GRADES)), ...ByDisposition }, strict)),
        /** By the customer's mapped reason, most first. */
        byReason: Type.Array(Type.Object({ reason: Type.String(), ...ByDisposition }, strict)),
        /** Most first; null is a unit without a product. */
        byCategory: Type.Array(Type.Object({ category: orNull(Type.String()), ...ByDisposition }, strict)),
        overrides: Type.Object(
          {
            units: Type.Integer(),
            share: Share,
            /** Most first. */
            byReason: Type.Array(
              Type.Object({ reason: oneOf(OVERRIDE_REASONS), units: Type.Integer() }, strict),
            ),
            /** What was suggested, what was decided instead and why, most first. `from` is null where nothing was. */
            changes: Type.Array(
              Type.Object(
                { reason: oneOf(OVERRIDE_REASONS), from: orNull(Way), to: Way, units: Type.Integer() },
                strict,
              ),
            ),
            /** Who decided how much, and how much of it against the suggestion; for staff alone. */
            byPerson: Type.Array(
              Type.Object({ by: Type.String(), units: Type.Integer(), overridden: Type.Integer() }, strict),
            ),
          },
          strict,
        ),
        /**
         * By currency, from what the suggestion expected of the decisions that followed it. Each unit counts once, by the decision
         * that stands: not by one before it, nor by scrap that was declined or objected to.
         */
        recovered: Type.Array(WireMoney),
        /**
         * By currency: the value of the announced lines of those units less what they should bring, costs included. So
         * what is scrapped is lost as a whole, with what it costs to be rid of it.
         */
        lost: Type.Array(WireMoney),
        /** Units in neither: decided against the suggestion, without an announced value or rate, or of a lot split since. */
        unvalued: Type.Integer(),
      },
      strict,
    ),
    /** On average of the days before on which anything was decided: by this time of the day. */
    usual: Type.Object(
      { days: Type.Integer(), resell: Type.Number(), refurbish: Type.Number(), scrap: Type.Number() },
      strict,
    ),
    /** Now: on the bench, and scrap that waits for a second person. */
    onTheBench: Type.Integer(),
    waitForApproval: Type.Integer(),
    /** The last 14 days, today last. */
    days: Type.Array(
      Type.Object(
        {
          date: Type.String(),
          resell: Type.Integer(),
          refurbish: Type.Integer(),
          scrap: Type.Integer(),
        },
        strict,
      ),
    ),
    /** The last 12 decisions. */
    recent: Type.Array(
      Type.Object(
        {
          at: Type.String(),
          lpn: Type.String(),
          title: orNull(Type.String()),
          seller: orNull(Type.String()),
          grade: orNull(oneOf(GRADES)),
          disposition: oneOf(DISPOSITIONS),
          route: oneOf(ROUTES),
          held: Type.Boolean(),
          recovered: orNull(WireMoney),
          photos: Type.Array(Type.String({ description: 'a hash; at most three' })),
          by: Type.String(),
          /** From the dock to the decision. */
          tookSeconds: Seconds,
        },
        strict,
      ),
    ),
  },
  strict,
)
export type DispositionsBoard = Static<typeof DispositionsBoard>
