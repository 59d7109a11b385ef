import { normaliseTracking, readScan } from '@restow/barcodes'
import { FoundUnclaimedList, Outcome, SellerClaim, UnclaimedNumberQuery } from '@restow/contracts'
import { plainNumber } from '@restow/domain'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Static } from 'typebox'
import type { Database, Tx } from '../db/pool.ts'
import type { Door } from '../ledger/door.ts'
import { notFound, ProblemError } from '../problem.ts'
import { foundItem } from './items.ts'
import { findUnclaimedByNumber, findUnclaimedPolicies } from './unclaimed.queries.ts'

/** How searches that find nothing are counted, by whose they are. */
export type Guessing = (
  tx: Tx,
  from: string,
  fits: () => Promise<boolean>,
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

/** A seller finds an unclaimed parcel by one of its whole numbers only, and gets it on evidence. */
export function sellerRoutes(app: FastifyInstance, { db, door, sellerOf, guessing }: SellerOptions): void {
  const found = async (number: string) => {
    const plain = plainNumber(number)
    if (plain.length < MIN_NUMBER) return []
    const keys = [...new Set([normaliseTracking(number), ...readScan(number).trackingKeys])]
    return findUnclaimedByNumber(db.staff, keys, plain)
  }

  app.get<{ Querystring: Static<typeof UnclaimedNumberQuery> }>(
    '/api/unclaimed/found',
    { schema: { tags, querystring: UnclaimedNumberQuery, response: { 200: FoundUnclaimedList } } },
    async (request) => {
      const { seller } = sellerOf(request)
      let rows: Awaited<ReturnType<typeof found>> = []
      const guess = await guessing(db.tx, `unclaimed ${seller}`, async () => {
        rows = await found(request.query.number.replaceAll('\0', ''))
        return rows.length > 0
      })
      if (guess === 'locked' || guess === 'too_many') throw tooMany()
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
    async (request) => {
      const { seller, user, timeZone } = sellerOf(request)
      const { commandId, parcel, evidence } = request.body
      const [row] = await found(parcel)
      if (row?.foundBy !== 'tracking') throw notFound('unclaimed parcel of that number')
      const { warehouse } = row.body
      const envelope = { commandId, deviceId: 'desk', deviceSeq: 0, scannedAt: new Date().toISOString() }
      const command = { type: 'ClaimParcel', ...envelope, parcel, seller, evidence }
      const [outcome] = await door.submit([command], { user, role: 'seller', warehouse, timeZone })
      if (!outcome) throw new Error('a claim got no outcome')
      return outcome
    },
  )
}
