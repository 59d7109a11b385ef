import {
  ExpectedReturnList,
  ExpectedReturnsQuery,
  ImportList,
  ImportParams,
  ImportsQuery,
  ParcelList,
  ParcelsQuery,
  UnitList,
  UnitsQuery,
} from '@restow/contracts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Static } from 'typebox'
import type { Queryable } from '../db/pool.ts'
import { listed, pageOf, patternsOf } from '../paging.ts'
import { notFound } from '../problem.ts'
import { expectedItem, importItem, parcelItem, unitItem } from './items.ts'
import {
  findExpectedReturns,
  findImports,
  findParcels,
  findRejectedLines,
  findUnits,
} from './units.queries.ts'

type Asking = <T>(question: (on: Queryable) => Promise<T>) => Promise<T>
interface Options {
  /** Staff see their warehouse; a seller's user, of no warehouse, sees its own and nothing else. */
  readonly asker: (request: FastifyRequest) => { warehouse: string | null; asking: Asking }
  /** A line of a file that opens in a spreadsheet, and what such a file begins with. */
  readonly csv: { readonly line: (cells: readonly (string | number)[]) => string; readonly bom: string }
}

/** Lists of what came in: units, parcels, announced returns and the files that announced them. */
export function unitRoutes(app: FastifyInstance, { asker, csv }: Options): void {
  app.get<{ Querystring: Static<typeof UnitsQuery> }>(
    '/api/units',
    {
      schema: {
        summary: 'Units, the latest registered first',
        tags: ['lists'],
        querystring: UnitsQuery,
        response: { 200: UnitList },
      },
    },
    async (request) => {
      const { warehouse, asking } = asker(request)
      const {
        search,
        seller = null,
        state = null,
        disposition = null,
        zone = null,
        bin = null,
        held = null,
      } = request.query
      const filter = {
        warehouse,
        seller,
        search: patternsOf(search),
        state,
        disposition,
        zone,
        bin,
        held,
      }
      const page = pageOf(request.query, ['text', 'id'])
      const rows = await asking((on) => findUnits(on, filter, page))
      return listed(
        page,
        rows,
        (row) => [row.body.registeredAt, row.id],
        (row) => unitItem(row.body),
      )
    },
  )

  app.get<{ Querystring: Static<typeof ParcelsQuery> }>(
    '/api/parcels',
    {
      schema: {
        summary: 'Parcels, the latest received first',
        tags: ['lists'],
        querystring: ParcelsQuery,
        response: { 200: ParcelList },
      },
    },
    async (request) => {
      const { warehouse, asking } = asker(request)
      const { search, seller = null, state = null, unclaimed } = request.query
      const only = unclaimed === undefined ? null : unclaimed === 'true'
      const filter = { warehouse, seller, search: patternsOf(search), state, unclaimed: only }
      const page = pageOf(request.query, ['text', 'id'])
      const rows = await asking((on) => findParcels(on, filter, page))
      return listed(
        page,
        rows,
        (row) => [row.body.receivedAt ?? '', row.id],
        (row) => parcelItem(row.body),
      )
    },
  )

  app.get<{ Querystring: Static<typeof ExpectedReturnsQuery> }>(
    '/api/expected-returns',
    {
      schema: {
        summary: 'Announced returns, the latest first',
        tags: ['lists'],
        querystring: ExpectedReturnsQuery,
        response: { 200: ExpectedReturnList },
      },
    },
    async (request) => {
      const { search, seller = null, state = null } = request.query
      const page = pageOf(request.query, ['text', 'id'])
      const filter = { seller, search: patternsOf(search), state }
      const rows = await asker(request).asking((on) => findExpectedReturns(on, filter, page))
      return listed(page, rows, (row) => [row.announcedOn ?? '', row.id], expectedItem)
    },
  )

  importLists(app, { asker, csv })
}

/** The files that announced returns, and what was wrong with them. */
function importLists(app: FastifyInstance, { asker, csv }: Options): void {
  app.get<{ Querystring: Static<typeof ImportsQuery> }>(
    '/api/imports',
    {
      schema: {
        summary: 'Imports, the latest first',
        tags: ['lists'],
        querystring: ImportsQuery,
        response: { 200: ImportList },
      },
    },
    async (request) => {
      const page = pageOf(request.query, ['moment', 'id'])
      const { seller = null } = request.query
      const rows = await asker(request).asking((on) => findImports(on, seller, page))
      return listed(page, rows, (row) => [row.key, row.id], importItem)
    },
  )

  app.get<{ Params: Static<typeof ImportParams> }>(
    '/api/imports/:id/rejected.csv',
    {
      schema: {
        summary: 'The rejected lines of an import, as a file',
        tags: ['lists'],
        params: ImportParams,
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const lines = await asker(request).asking((on) => findRejectedLines(on, id))
      if (!lines) throw notFound('import of that id')
      const rows = lines.map(({ line, code, message }) => csv.line([line, code, message]))
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="rejected-${id.slice(0, 8)}.csv"`)
        .send(csv.bom + csv.line(['line', 'code', 'message']) + rows.join(''))
    },
  )
}
