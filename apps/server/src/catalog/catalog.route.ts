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
import type { FastifyInstance } from 'fastify'
import type { Static } from 'typebox'
import { listed, pageOf, patternsOf } from '../paging.ts'
import { binRoutes } from './bins.route.ts'
import { findProducts, findSellersOf, findStaffOf } from './catalog.queries.ts'
import { setProduct, setSeller, setStaff } from './catalog.ts'
import { changeRoutes } from './changes.route.ts'
import { checklistRoutes } from './checklists.route.ts'
import { houseRoutes } from './house.route.ts'
import { lockRoutes } from './locks.route.ts'
import { policyRoutes } from './policies.route.ts'
import { sellerChecksRoutes } from './seller-checks.route.ts'
import type { SetUpOptions } from './set-up-options.ts'

/** Set-up: the house, bins, products, staff, sellers with their policies, checklists, and who changed what. */
export function catalogRoutes(app: FastifyInstance, options: SetUpOptions): void {
  binRoutes(app, options)
  lists(app, options)
  settings(app, options)
  houseRoutes(app, options)
  policyRoutes(app, options)
  sellerChecksRoutes(app, options)
  checklistRoutes(app, options)
  lockRoutes(app, options)
  changeRoutes(app, options)
}

function lists(app: FastifyInstance, { db, asking, supervisor }: SetUpOptions): void {
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

function settings(app: FastifyInstance, { db, supervisor, admin, hashSecret }: SetUpOptions): void {
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
      const { seller, sku } = request.params
      return db.settingUp(supervisor(request).user, (on) => setProduct(on, seller, sku, request.body))
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
    async (request) => {
      const sender = admin(request)
      const { pin, ...person } = request.body
      // Reckoned before a connection is held for it: it takes its time.
      const pinHash = pin === undefined ? null : await hashSecret(pin)
      return db.settingUp(sender.user, (on) => setStaff(on, sender, request.params.badge, person, pinHash))
    },
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
    (request) => {
      const { user, warehouse } = admin(request)
      return db.settingUp(user, (on) => setSeller(on, warehouse, request.params.code, request.body))
    },
  )
}
