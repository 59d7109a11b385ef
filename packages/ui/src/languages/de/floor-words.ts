import type { floorWords as english } from '../en/floor-words.ts'
import type { Translation } from '../translation.ts'

export const floorWords: Translation<typeof english> = {
  'identity.as_announced': 'Ja, wie angekündigt',
  'identity.wrong_item': 'Nein, anderer Artikel',
  'identity.empty_box': 'Der Karton ist leer',
  'identity.unknown': 'Nicht zu erkennen',

  'cost.repair': 'Reparatur',
  'cost.repackage': 'Neu verpacken',
  'cost.clean': 'Reinigung',
  'cost.relabel': 'Umetikettieren',
  'cost.shelf': 'Lagerplatz',
  'cost.relabel_and_shelf': 'Etikett und Lagerplatz',
  'cost.recycle': 'Recycling',
  'cost.destroy': 'Vernichtung',
  'cost.freight': 'Fracht',
}
