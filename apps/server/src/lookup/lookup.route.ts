import { normaliseTracking } from '@restow/barcodes'
import { LpnParams, ScanQuery, TrackingParams } from '@restow/contracts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Database, Queryable } from '../db/pool.ts'
import { notFound } from '../problem.ts'
import { findParcelByTracking, findStory, findUnitByPlate } from './lookup.queries.ts'
import type { Moment } from './next.ts'
import { scanAnswer } from './scan-answer.ts'
import { parcelView, type Sources, unitView } from './views.ts'
import { withoutOthers } from './withheld.ts'

/** Who asks: staff see their warehouse, a seller's user sees its own and nothing else. */
export interface Asker {
  readonly seller: string | null
  readonly warehouse: string | null
  readonly timeZone: string
}

interface Options {
  readonly db: Database
  readonly sources: Sources
  readonly asker: (request: FastifyRequest) => Asker
}

/** Which bin is meant for a unit, and how full it is, is the floor's business: it counts other sellers' goods as well. */
const sourcesFor = ({ seller }: Asker, sources: Sources): Sources =>
  seller === null ? sources : { ...sources, suggestBin: () => Promise.resolve(null) }

const seenBy = <T>({ seller }: Asker, view: T): T => (seller === null ? view : withoutOthers(view, seller))

const momentOf = ({ timeZone }: Asker): Moment => ({ timeZone, now: new Date().toISOString() })

/** Reading parcels, units and scans. */
export function lookupRoutes(app: FastifyInstance, { db, sources, asker }: Options): void {
  const asking = <T>(who: Asker, question: (on: Queryable) => Promise<T>): Promise<T> =>
    who.seller === null ? question(db.staff) : db.asSeller(who.seller, (_, client) => question(client))

  app.get<{ Querystring: { code: string } }>(
    '/api/scan',
    { schema: { querystring: ScanQuery } },
    (request) => {
      const who = asker(request)
      const place = { warehouse: who.warehouse, moment: momentOf(who) }
      return asking(who, async (on) =>
        seenBy(who, await scanAnswer(on, sourcesFor(who, sources), request.query.code, place)),
      )
    },
  )

  app.get<{ Params: { tracking: string } }>(
    '/api/parcels/:tracking',
    { schema: { params: TrackingParams } },
    (request) => {
      const who = asker(request)
      return asking(who, async (on) => {
        const row = await findParcelByTracking(
          on,
          [normaliseTracking(request.params.tracking)],
          who.warehouse,
        )
        if (!row) throw notFound('parcel of that number')
        return seenBy(who, await parcelView(on, sources, row, momentOf(who)))
      })
    },
  )

  const unitRow = async (on: Queryable, lpn: string, who: Asker) => {
    const row = await findUnitByPlate(on, lpn)
    if (!row || (who.warehouse !== null && row.body.warehouse !== who.warehouse))
      throw notFound('unit of that plate')
    return row
  }

  app.get<{ Params: { lpn: string } }>('/api/units/:lpn', { schema: { params: LpnParams } }, (request) => {
    const who = asker(request)
    return asking(who, async (on) => {
      const row = await unitRow(on, request.params.lpn, who)
      return seenBy(who, await unitView(on, sourcesFor(who, sources), row, momentOf(who)))
    })
  })

  app.get<{ Params: { lpn: string } }>(
    '/api/units/:lpn/timeline',
    { schema: { params: LpnParams } },
    (request) => {
      const who = asker(request)
      return asking(who, async (on) => ({
        items: seenBy(who, await findStory(on, (await unitRow(on, request.params.lpn, who)).body.id)),
        nextCursor: null,
      }))
    },
  )
}
