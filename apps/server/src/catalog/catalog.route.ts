import {
  ProductItem,
  ProductList,
  ProductParams,
  ProductsQuery,
  PutProduct,
  PutSeller,
  PutStaff,
  SellerItem,
  SellerList,
  SellerParams,
  SellersQuery,
  StaffItem,
  StaffList,
  StaffParams,
  StaffQuery,
} from '@restow/contracts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Static } from 'typebox'
import type { Database, Queryable } from '../db/pool.ts'
import { listed, pageOf, patternsOf } from '../paging.ts'
import { binRoutes } from './bins.route.ts'
import { findProducts, findSellersOf, findStaffOf } from './catalog.queries.ts'
import { setProduct, setSeller, setStaff } from './catalog.ts'

interface Sender {
  readonly user: string
  readonly role: string
  readonly warehouse: string
}
type Asking = <T>(question: (on: Queryable) => Promise<T>) => Promise<T>
interface Options {
  readonly db: Database
  /** A seller's user sees its own and nothing else. Throws where nobody is signed in. */
  readonly asking: (request: FastifyRequest) => Asking
  /** These throw for anybody else. */
  readonly staff: (request: FastifyRequest) => Sender
  readonly supervisor: (request: FastifyRequest) => Sender
  readonly admin: (request: FastifyRequest) => Sender
  readonly hashSecret: (secret: string) => Promise<string>
}

/** Set-up: bins, products, staff and sellers. */
export function catalogRoutes(app: FastifyInstance, options: Options): void {
  binRoutes(app, options)
  lists(app, options)
  settings(app, options)
}

function lists(app: FastifyInstance, { db, asking, supervisor }: Options): void {
  const tags = ['set-up']

  app.get<{ Querystring: Static<typeof ProductsQuery> }>(
    '/api/products',
    {
      schema: {
        summary: 'Products, by seller and SKU',
        tags,
        querystring: ProductsQuery,
        response: { 200: ProductList },
      },
    },
    async (request) => {
      const { search, seller = null } = request.query
      const page = pageOf(request.query, ['text', 'text'])
      const filter = { seller, search: patternsOf(search) }
      const rows = await asking(request)((on) => findProducts(on, filter, page))
      return listed(
        page,
        rows,
        (row) => [row.seller, row.sku],
        (row) => row,
      )
    },
  )

  app.get<{ Querystring: Static<typeof StaffQuery> }>(
    '/api/staff',
    {
      schema: {
        summary: 'Staff of the warehouse, by badge',
        tags,
        querystring: StaffQuery,
        response: { 200: StaffList },
      },
    },
    async (request) => {
      const { warehouse } = supervisor(request)
      const page = pageOf(request.query, ['text'])
      return listed(
        page,
        await findStaffOf(db.staff, warehouse, page),
        (row) => [row.badge],
        (row) => row,
      )
    },
  )

  app.get<{ Querystring: Static<typeof SellersQuery> }>(
    '/api/sellers',
    {
      schema: {
        summary: 'Sellers, by code; a seller’s user sees its own',
        tags,
        querystring: SellersQuery,
        response: { 200: SellerList },
      },
    },
    async (request) => {
      const page = pageOf(request.query, ['text'])
      const rows = await asking(request)((on) => findSellersOf(on, page))
      return listed(
        page,
        rows,
        (row) => [row.code],
        (row) => row,
      )
    },
  )
}

function settings(app: FastifyInstance, { db, supervisor, admin, hashSecret }: Options): void {
  const tags = ['set-up']

  app.put<{ Params: Static<typeof ProductParams>; Body: PutProduct }>(
    '/api/products/:seller/:sku',
    {
      schema: {
        summary: 'Makes or changes a product',
        tags,
        params: ProductParams,
        body: PutProduct,
        response: { 200: ProductItem },
      },
    },
    (request) => {
      supervisor(request)
      return setProduct(db.staff, request.params.seller, request.params.sku, request.body)
    },
  )

  app.put<{ Params: Static<typeof StaffParams>; Body: PutStaff }>(
    '/api/staff/:badge',
    {
      schema: {
        summary: 'Makes or changes a member of staff',
        tags,
        params: StaffParams,
        body: PutStaff,
        response: { 200: StaffItem },
      },
    },
    (request) => setStaff(db.staff, admin(request), request.params.badge, request.body, hashSecret),
  )

  app.put<{ Params: Static<typeof SellerParams>; Body: PutSeller }>(
    '/api/sellers/:code',
    {
      schema: {
        summary: 'Makes or changes a seller',
        tags,
        params: SellerParams,
        body: PutSeller,
        response: { 200: SellerItem },
      },
    },
    (request) => setSeller(db.staff, admin(request).warehouse, request.params.code, request.body),
  )
}
