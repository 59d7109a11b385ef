import { LabelPreview, LabelTemplate, PreviewQuery, SellerParams } from '@restow/contracts'
import { USUAL_TEMPLATE } from '@restow/domain'
import { drawLabels, drawPreview, type LabelFaces } from '@restow/labels'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Static } from 'typebox'
import type { Queryable } from '../db/pool.ts'
import { ProblemError } from '../problem.ts'
import { labelAnswer } from './label-answer.ts'
import { findProductToLabel, findTemplates, keepTemplate } from './printing.queries.ts'
import { MADE_UP } from './samples.ts'
import { relabelOf } from './template.ts'

type Asking = <T>(question: (on: Queryable) => Promise<T>) => Promise<T>
export interface TemplateAccess {
  /** A seller's user sees its own and nothing else. */
  readonly asking: (request: FastifyRequest) => Asking
  /** These throw for anybody else: who reads a seller's template, and who changes it. */
  readonly reader: (request: FastifyRequest, seller: string) => unknown
  readonly writer: (request: FastifyRequest, seller: string) => unknown
  /** @throws 404 seller_unknown */
  readonly checkSeller: (on: Queryable, seller: string) => Promise<void>
}

const PLATE = 'RU0000000017'
const TYPES = { svg: 'image/svg+xml', pdf: 'application/pdf', zpl: 'text/plain; charset=utf-8' } as const

async function productOf(on: Queryable, seller: string, { sku, sample = 'usual' }: LabelPreview) {
  if (sku === undefined) return MADE_UP[sample]
  const found = await findProductToLabel(on, seller, sku)
  if (found) return found
  throw new ProblemError(404, 'product_unknown', `${seller} has no product ${sku}.`)
}

type Params = Static<typeof SellerParams>

/** What stands on a seller's relabels, and how that looks before it is kept. */
export function templateRoutes(
  app: FastifyInstance,
  faces: LabelFaces,
  { asking, reader, writer, checkSeller }: TemplateAccess,
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
    Body: LabelPreview
    Querystring: Static<typeof PreviewQuery>
  }>(
    '/api/sellers/:code/label-template/preview',
    { schema: { params: SellerParams, body: LabelPreview, querystring: PreviewQuery } },
    async (request, reply) => {
      const { code } = request.params
      reader(request, code)
      const { template, grade = 'very_good', media } = request.body
      const product = await asking(request)(async (on) => {
        await checkSeller(on, code)
        return productOf(on, code, request.body)
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
