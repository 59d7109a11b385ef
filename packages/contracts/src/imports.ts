import { type Static, Type } from 'typebox'
import { oneOf, text } from './words.ts'

const IMPORT_FORMATS = ['amazon', 'csv'] as const
/** What a file was about: returns in one of their formats, or products. */
export const IMPORT_KINDS = [...IMPORT_FORMATS, 'products'] as const
export const IMPORT_STATES = ['running', 'done', 'failed'] as const
export const ImportQuery = Type.Object(
  { seller: text(40), format: oneOf(IMPORT_FORMATS) },
  { additionalProperties: false },
)
/** How an import stands; counted in lines of the file. */
export const ImportReport = Type.Object({
  id: Type.String(),
  state: oneOf(IMPORT_STATES),
  total: Type.Integer(),
  done: Type.Integer(),
  created: Type.Integer(),
  updated: Type.Integer(),
  unchanged: Type.Integer(),
  matched: Type.Integer({ description: 'parcels that were here already and are this seller’s now' }),
  rejected: Type.Array(Type.Object({ line: Type.Integer(), code: Type.String(), message: Type.String() })),
})
export type ImportReport = Static<typeof ImportReport>
