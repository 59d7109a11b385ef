import type { unclaimedWords as english } from '../en/unclaimed-words.ts'
import type { Translation } from '../translation.ts'

export const unclaimedWords: Translation<typeof english> = {
  'event.ParcelDescribed': 'descrito',
  'event.ParcelForfeited': 'dado por no reclamado',
  'event.UnitForfeited': 'dada por no reclamada',
  'role.seller': 'vendedor',
  'printed.name': 'Nombre en la etiqueta',
  'printed.order': 'Número de pedido',
  'printed.rma': 'Número de RMA',
  'printed.sender': 'Dirección del remitente',
  'printed.note': 'Otra cosa',
}
