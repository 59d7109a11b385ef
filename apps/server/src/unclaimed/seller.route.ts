import { normaliseTracking, readScan } from '@restow/barcodes'
import { FoundUnclaimedList, Outcome, SellerClaim, UnclaimedNumberQuery } from '@restow/contracts'
import { plainNumber } from '@restow/domain'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Static } from 'typebox'
import type { Database, Tx } from '../db/pool.ts'
import type { Door } from '../ledger/door.ts'
import { submitOnce } from '../ledger/submit-once.ts'
import { notFound, ProblemError } from '../problem.ts'
import { foundItem } from './items.ts'
import { findUnclaimedByNumber, findUnclaimedPolicies } from './unclaimed.queries.ts'

/** How searches that find nothing are counted, by whose they are. */
export type Guessing = (
  tx: Tx,
  from: string,
  fits: (held: Tx) => Promise<boolean>,
) => Promise<'right' | 'wrong' | 'locked' | 'too_many'>

export interface SellerOptions {
  readonly db: Database
  readonly door: Door
  /** A seller's user or script. Throws for anybody else. */
  readonly sellerOf: (request: FastifyRequest) => { seller: string; user: string; timeZone: string }
  readonly guessing: Guessing
}

const tooMany = () =>
  new ProblemError(
    429,
    'too_many_guesses',
    'Too many numbers were tried that no unclaimed parcel has. Wait a quarter of an hour, or write to the warehouse.',
  )

const tags = ['lists']
/** Shorter texts are no number of anything, and would be guessed too easily. */
const MIN_NUMBER = 5

type Found = Awaited<ReturnType<typeof findUnclaimedByNumber>>[number]

async function find(on: Tx, number: string): Promise<Found[]> {
  const plain = plainNumber(number)
  if (plain.length < MIN_NUMBER) return []
  const keys = [...new Set([normaliseTracking(number), ...readScan(number).trackingKeys])]
  return findUnclaimedByNumber(on, keys, plain)
}

/**
 * What a number finds, as one more guess of a seller's: asked on the connection that holds the count, since ten that each
 * wait for a second one would wait for ever.
 * @param fits which of what is found is a right guess
 * @throws 429 too_many_guesses
 */
async function guessed(
  { db, guessing }: SellerOptions,
  seller: string,
  number: string,
  fits: (row: Found) => boolean,
): Promise<Found[]> {
  let rows: Found[] = []
  const verdict = await guessing(db.tx, `unclaimed ${seller}`, async (held) => {
    rows = (await find(held, number.replaceAll('\0', ''))).filter(fits)
    return rows.length > 0
  })
  if (verdict === 'locked' || verdict === 'too_many') throw tooMany()
  return rows
}

/** A seller finds an unclaimed parcel by one of its whole numbers only, and gets it on evidence. */
export function sellerRoutes(app: FastifyInstance, options: SellerOptions): void {
  const { db, sellerOf } = options
  app.get<{ Querystring: Static<typeof UnclaimedNumberQuery> }>(
    '/api/unclaimed/found',
    { schema: { tags, querystring: UnclaimedNumberQuery, response: { 200: FoundUnclaimedList } } },
    async (request) => {
      const { seller } = sellerOf(request)
      const rows = await guessed(options, seller, request.query.number, () => true)
      const policies = new Map((await findUnclaimedPolicies(db.staff)).map((p) => [p.warehouse, p.policy]))
      const items = rows.flatMap((row) => {
        const policy = policies.get(row.body.warehouse)
        return policy ? [foundItem(row, policy, seller)] : []
      })
      return { items, nextCursor: null }
    },
  )

  app.post<{ Body: SellerClaim }>(
    '/api/unclaimed/claims',
    { schema: { tags, body: SellerClaim, response: { 200: Outcome } } },
    (request) => claim(options, sellerOf(request), request.body),
  )
}

/** A claim's warehouse is that of the parcel which its number finds. */
function claim(
  options: SellerOptions,
  { seller, user, timeZone }: ReturnType<SellerOptions['sellerOf']>,
  { commandId, parcel, evidence }: SellerClaim,
): Promise<Outcome> {
  const { db, door } = options
  return submitOnce(
    { on: db.staff, door, seller },
    { type: 'ClaimParcel', commandId, parcel, seller, evidence },
    async () => {
      const [row] = await guessed(options, seller, parcel, ({ foundBy }) => foundBy === 'tracking')
      if (!row) throw notFound('unclaimed parcel of that number')
      return { user, role: 'seller', warehouse: row.body.warehouse, timeZone }
    },
  )
}
