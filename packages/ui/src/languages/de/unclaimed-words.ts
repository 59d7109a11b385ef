import type { unclaimedWords as english } from '../en/unclaimed-words.ts'
import type { Translation } from '../translation.ts'

export const unclaimedWords: Translation<typeof english> = {
  'event.ParcelDescribed': 'beschrieben',
  'event.ParcelForfeited': 'aufgegeben',
  'event.UnitForfeited': 'aufgegeben',
  'role.seller': 'Händler',
  'printed.name': 'Name auf dem Etikett',
  'printed.order': 'Bestellnummer',
  'printed.rma': 'RMA-Nummer',
  'printed.sender': 'Absenderadresse',
  'printed.note': 'Sonstiges',
}
