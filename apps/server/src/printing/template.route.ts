import { LabelPreview, LabelTemplate, PreviewQuery, SellerParams } from '@restow/contracts'
import { drawLabels, drawPreview, type LabelFaces } from '@restow/labels'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Static } from 'typebox'
import type { Queryable } from '../db/pool.ts'
import { ProblemError } from '../problem.ts'
import { labelAnswer } from './label-answer.ts'
import { findProductToLabel, findTemplates, isSeller, keepTemplate } from './printing.queries.ts'
import { relabelOf, USUAL_TEMPLATE } from './template.ts'

type Asking = <T>(question: (on: Queryable) => Promise<T>) => Promise<T>
export interface TemplateAccess {
  /** A seller's user sees its own and nothing else. */
  readonly asking: (request: FastifyRequest) => Asking
  /** These throw for anybody else: who reads a seller's template, and who changes it. */
  readonly reader: (request: FastifyRequest, seller: string) => unknown
  readonly writer: (request: FastifyRequest, seller: string) => unknown
}

/** What a preview shows where no product is named: nothing of it is anybody's. */
const MADE_UP = {
  sku: 'SKU-0001',
  title: 'Ceramic mug, 350 ml, blue',
  gtin: '04006381333931',
  fnsku: 'X001ABC123',
  asin: 'B000000000',
}
const PLATE = 'RU0000000017'
const TYPES = { svg: 'image/svg+xml', pdf: 'application/pdf', zpl: 'text/plain; charset=utf-8' } as const

/** @throws 404 seller_unknown */
async function checkSeller(on: Queryable, seller: string): Promise<void> {
  if (await isSeller(on, seller)) return
  throw new ProblemError(404, 'seller_unknown', `There is no seller ${seller} here.`)
}

async function productOf(on: Queryable, seller: string, sku: string | undefined) {
  if (sku === undefined) return MADE_UP
  const found = await findProductToLabel(on, seller, sku)
  if (found) return found
  throw new ProblemError(404, 'product_unknown', `${seller} has no product ${sku}.`)
}

type Params = Static<typeof SellerParams>

/** What stands on a seller's relabels, and how that looks before it is kept. */
export function templateRoutes(
  app: FastifyInstance,
  faces: LabelFaces,
  { asking, reader, writer }: TemplateAccess,
): void {
  app.get<{ Params: Params }>(
    '/api/sellers/:code/label-template',
    { schema: { params: SellerParams, response: { 200: LabelTemplate } } },
    async (request) => {
      const { code } = request.params
      reader(request, code)
      return asking(request)(async (on) => {
        await checkSeller(on, code)
        const [kept] = await findTemplates(on, [code])
        return kept?.[1] ?? USUAL_TEMPLATE
      })
    },
  )

  app.put<{ Params: Params; Body: LabelTemplate }>(
    '/api/sellers/:code/label-template',
    { schema: { params: SellerParams, body: LabelTemplate, response: { 200: LabelTemplate } } },
    async (request) => {
      const { code } = request.params
      writer(request, code)
      return asking(request)(async (on) => {
        await checkSeller(on, code)
        await keepTemplate(on, code, request.body)
        return request.body
      })
    },
  )

  app.post<{
    Params: Params
    Body: Static<typeof LabelPreview> & { template: LabelTemplate }
    Querystring: Static<typeof PreviewQuery>
  }>(
    '/api/sellers/:code/label-template/preview',
    { schema: { params: SellerParams, body: LabelPreview, querystring: PreviewQuery } },
    async (request, reply) => {
      const { code } = request.params
      reader(request, code)
      const { template, sku, grade = 'very_good', media } = request.body
      const product = await asking(request)(async (on) => {
        await checkSeller(on, code)
        return productOf(on, code, sku)
      })
      const label = relabelOf(template, { product, grade, lpn: PLATE })
      const { format = 'svg' } = request.query
      const loaded = { dpi: 203 as const, ...media }
      try {
        const drawn =
          format === 'svg'
            ? await drawPreview(label, { ...loaded, language: 'pdf' }, faces)
            : Buffer.from(await drawLabels([label], { ...loaded, language: format }, faces))
        return reply.type(TYPES[format]).send(drawn)
      } catch (error) {
        throw labelAnswer(error)
      }
    },
  )
}
