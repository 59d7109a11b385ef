import type { matching as english, deskMatching as englishDesk, dock as englishDock } from '../en/matching.ts'
import type { Translation } from '../translation.ts'

export const matching = {
  'event.ParcelAliased': 'otra etiqueta',
  'event.ParcelMatched': 'emparejado',
} satisfies Translation<typeof english>

export const dock = {
  'dock.cancelled': 'cancelada por su vendedor',
} satisfies Translation<typeof englishDock>

export const deskMatching = {
  'exception.return_cancelled': 'El vendedor había cancelado la devolución',
  'story.ParcelAliased': 'Otra etiqueta de la misma caja: {numbers}.',
  'story.ParcelMatched': 'Corresponde también a {returns}, anunciada después.',
} satisfies Translation<typeof englishDesk>
