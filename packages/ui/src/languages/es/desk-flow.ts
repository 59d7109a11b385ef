import type { deskFlow as english } from '../en/desk-flow.ts'
import type { Translation } from '../texts.ts'

export const deskFlow: Translation<typeof english> = {
  'flow.title': 'Hoy, hora a hora',
  'flow.steps': 'Paso',
  'flow.in': 'Entradas',
  'flow.out': 'Salidas',
  'flow.parcels': 'paquetes abiertos',
  'flow.chart': '{step}: entradas y salidas por hora',
  'flow.totals': 'hoy {in} entradas, {out} salidas',
}
