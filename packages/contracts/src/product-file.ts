import { type Static, Type } from 'typebox'
import { oneOf, text } from './words.ts'

/** Products by file: what is asked, and what a file would change before it is taken in. */

const strict = { additionalProperties: false }

/** `POST /api/imports/products` (the file as body, of any content type), and `…/preview`, which changes nothing. */
export const ProductFileQuery = Type.Object({ seller: text(40), format: oneOf(['csv'] as const) }, strict)

/** `GET /api/products.csv`: the products in the columns in which they are taken in. */
export const ProductsCsvQuery = Type.Object(
  {
    search: Type.Optional(text(200)),
    seller: Type.Optional(text(40)),
    template: Type.Optional(oneOf(['true', 'false'] as const)),
  },
  strict,
)

/** The columns, as the export names them and in its order. */
export const PRODUCT_COLUMNS = [
  'seller',
  'sku',
  'title',
  'category',
  'gtin',
  'fnsku',
  'asin',
  'hs_code',
  'weight_g',
  'battery',
  'serial_required',
  'flags',
] as const
export type ProductColumn = (typeof PRODUCT_COLUMNS)[number]

const Count = Type.Integer({ minimum: 0 })
/** Each list names the first 100 lines, and of rejected ones the first 1,000; the counts count all. */
export const ProductFilePreview = Type.Object(
  {
    readable: Type.Boolean({
      description: 'false where nothing in the file can be read; `rejected` says why',
    }),
    lines: Type.Integer({ description: 'of the file, its header left out' }),
    counts: Type.Object({ created: Count, updated: Count, unchanged: Count, rejected: Count }, strict),
    columns: Type.Object(
      {
        read: Type.Array(oneOf(PRODUCT_COLUMNS)),
        ignored: Type.Array(Type.String(), { description: 'columns of the file that are not read' }),
      },
      strict,
    ),
    created: Type.Array(Type.Object({ line: Count, sku: Type.String(), title: Type.String() }, strict)),
    updated: Type.Array(
      Type.Object(
        {
          line: Count,
          sku: Type.String(),
          fields: Type.Array(
            Type.Object(
              { column: oneOf(PRODUCT_COLUMNS), from: Type.String(), to: Type.String() },
              { ...strict, description: 'as they stand in a file; empty where nothing is known' },
            ),
          ),
        },
        strict,
      ),
    ),
    rejected: Type.Array(
      Type.Object({ line: Type.Integer(), code: Type.String(), message: Type.String() }, strict),
    ),
  },
  strict,
)
export type ProductFilePreview = Static<typeof ProductFilePreview>
