import type { deskCharts as english } from '../en/desk-charts.ts'
import type { Translation } from '../texts.ts'

export const deskCharts: Translation<typeof english> = {
  'chart.table': 'Tabelle',
  'chart.keys': 'Pfeil links und rechts, Pos1 und Ende zeigen die Zahlen der Reihe nach.',
  'chart.day': 'Tag',
  'chart.hour': 'Stunde',
  'chart.total': 'Summe',
}
