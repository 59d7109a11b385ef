import type { deskFlow as english } from '../en/desk-flow.ts'
import type { Translation } from '../texts.ts'

export const deskFlow: Translation<typeof english> = {
  'flow.title': 'Heute, Stunde für Stunde',
  'flow.steps': 'Schritt',
  'flow.in': 'Zugang',
  'flow.out': 'Abgang',
  'flow.parcels': 'offene Pakete',
  'flow.chart': '{step}: Zugang und Abgang je Stunde',
  'flow.totals': 'heute {in} Zugang, {out} Abgang',
}
