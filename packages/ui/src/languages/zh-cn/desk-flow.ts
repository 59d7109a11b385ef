import type { deskFlow as english } from '../en/desk-flow.ts'
import type { Translation } from '../texts.ts'

export const deskFlow: Translation<typeof english> = {
  'flow.title': '今日逐时',
  'flow.steps': '步骤',
  'flow.in': '进',
  'flow.out': '出',
  'flow.parcels': '未关闭的包裹',
  'flow.chart': '{step}：每小时进出',
  'flow.totals': '今日进 {in}，出 {out}',
}
