import type { deskCharts as english } from '../en/desk-charts.ts'
import type { Translation } from '../texts.ts'

export const deskCharts: Translation<typeof english> = {
  'chart.table': '表格',
  'chart.keys': '左右方向键、Home 和 End 逐个显示数字。',
  'chart.day': '日期',
  'chart.hour': '时段',
  'chart.total': '合计',
}
