import { normaliseTracking } from '@restow/barcodes'
import {
  OwnerGuesses,
  TrackingParams,
  UnclaimedItem,
  UnclaimedList,
  UnclaimedPolicy,
  UnclaimedQuery,
} from '@restow/contracts'
import { guessOwners, lastInTime } from '@restow/domain'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Static } from 'typebox'
import type { Database } from '../db/pool.ts'
import type { Door } from '../ledger/door.ts'
import { listed, pageOf, patternsOf } from '../paging.ts'
import { notFound } from '../problem.ts'
import { cluesOf, guessItem, keysOf, unclaimedItem } from './items.ts'
import { type SellerOptions, sellerRoutes } from './seller.route.ts'
import {
  findReturnsToGuess,
  findUnclaimed,
  findUnclaimedParcel,
  findUnclaimedPolicies,
  setUnclaimedPolicy,
} from './unclaimed.queries.ts'

interface Member {
  readonly user: string
  readonly warehouse: string
  readonly timeZone: string
}
interface Options extends SellerOptions {
  readonly db: Database
  readonly door: Door
  /** These throw for anybody else. */
  readonly staff: (request: FastifyRequest) => Member
  readonly admin: (request: FastifyRequest) => Member
}

/** The rule of one warehouse. A warehouse always has one: the table says so. */
export async function policyOf(db: Database, warehouse: string): Promise<UnclaimedPolicy> {
  const all = await findUnclaimedPolicies(db.staff)
  const found = all.find((one) => one.warehouse === warehouse)
  if (!found) throw notFound('warehouse of that code')
  return found.policy
}

const tags = ['lists']

/** Parcels that nobody has claimed: the pool, whose they may be, and the rule for what stays. */
export function unclaimedRoutes(app: FastifyInstance, options: Options): void {
  poolRoutes(app, options)
  policyRoutes(app, options)
  sellerRoutes(app, options)
}

function poolRoutes(app: FastifyInstance, { db, staff }: Options): void {
  app.get<{ Querystring: Static<typeof UnclaimedQuery> }>(
    '/api/unclaimed',
    { schema: { tags, querystring: UnclaimedQuery, response: { 200: UnclaimedList } } },
    async (request) => {
      const { warehouse, timeZone } = staff(request)
      const { search, past, opened } = request.query
      const now = new Date().toISOString()
      const policy = await policyOf(db, warehouse)
      const filter = {
        ...{ warehouse, timeZone },
        search: patternsOf(search),
        receivedBy: past === undefined ? null : lastInTime(now, policy),
        opened: opened === undefined ? null : opened === 'true',
      }
      const page = pageOf(request.query, ['text', 'id'])
      const rows = await findUnclaimed(db.staff, filter, page)
      return listed(
        page,
        rows,
        (row) => [row.body.receivedAt ?? '', row.id],
        (row) => unclaimedItem(row, policy, now),
      )
    },
  )

  app.get<{ Params: { tracking: string } }>(
    '/api/unclaimed/:tracking',
    { schema: { tags, params: TrackingParams, response: { 200: UnclaimedItem } } },
    async (request) => {
      const { warehouse } = staff(request)
      const row = await findUnclaimedParcel(db.staff, warehouse, normaliseTracking(request.params.tracking))
      if (!row) throw notFound('unclaimed parcel of that number')
      return unclaimedItem(row, await policyOf(db, warehouse), new Date().toISOString())
    },
  )

  app.get<{ Params: { tracking: string } }>(
    '/api/unclaimed/:tracking/guesses',
    { schema: { tags, params: TrackingParams, response: { 200: OwnerGuesses } } },
    async (request) => {
      const { warehouse } = staff(request)
      const row = await findUnclaimedParcel(db.staff, warehouse, normaliseTracking(request.params.tracking))
      if (!row) throw notFound('unclaimed parcel of that number')
      const clues = cluesOf(row)
      const open = await findReturnsToGuess(db.staff, keysOf(clues))
      return { items: guessOwners(clues, open).map(guessItem), nextCursor: null }
    },
  )
}

function policyRoutes(app: FastifyInstance, { db, staff, admin }: Options): void {
  app.get('/api/unclaimed/policy', { schema: { tags, response: { 200: UnclaimedPolicy } } }, (request) =>
    policyOf(db, staff(request).warehouse),
  )

  app.put<{ Body: UnclaimedPolicy }>(
    '/api/unclaimed/policy',
    { schema: { tags, body: UnclaimedPolicy, response: { 200: UnclaimedPolicy } } },
    (request) => {
      const { user, warehouse } = admin(request)
      return db.settingUp(user, (on) => setUnclaimedPolicy(on, warehouse, request.body))
    },
  )
}
