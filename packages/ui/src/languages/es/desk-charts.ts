import type { deskCharts as english } from '../en/desk-charts.ts'
import type { Translation } from '../texts.ts'

export const deskCharts: Translation<typeof english> = {
  'chart.table': 'Tabla',
  'chart.keys': 'Las flechas izquierda y derecha, Inicio y Fin muestran las cifras una a una.',
  'chart.day': 'Día',
  'chart.hour': 'Hora',
  'chart.total': 'Total',
}
