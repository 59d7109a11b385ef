import type { costWords as english } from '../en/cost-words.ts'
import type { Translation } from '../translation.ts'

export const costWords: Translation<typeof english> = {
  'cost.repair': 'Reparatur',
  'cost.repackage': 'Neu verpacken',
  'cost.clean': 'Reinigung',
  'cost.relabel': 'Umetikettieren',
  'cost.shelf': 'Lagerplatz',
  'cost.relabel_and_shelf': 'Etikett und Lagerplatz',
  'cost.recycle': 'Recycling',
  'cost.destroy': 'Vernichtung',
  'cost.freight': 'Fracht',
  'cost.parts': 'Ersatzteile',
  'cost.duty': 'Zoll und Steuer',
}
