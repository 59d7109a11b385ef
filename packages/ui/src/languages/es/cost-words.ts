import type { costWords as english } from '../en/cost-words.ts'
import type { Translation } from '../translation.ts'

export const costWords: Translation<typeof english> = {
  'cost.repair': 'Reparación',
  'cost.repackage': 'Nuevo embalaje',
  'cost.clean': 'Limpieza',
  'cost.relabel': 'Reetiquetado',
  'cost.shelf': 'Almacenaje',
  'cost.relabel_and_shelf': 'Reetiquetado y almacenaje',
  'cost.recycle': 'Reciclaje',
  'cost.destroy': 'Destrucción',
  'cost.freight': 'Flete',
  'cost.parts': 'Repuestos',
  'cost.duty': 'Aduana e impuestos',
}
