import type { deskDispositions as english } from '../en/desk-dispositions.ts'
import type { Translation } from '../texts.ts'

export const deskDispositions: Translation<typeof english> = {
  'dispositions.usual': '此时通常 {n}',
  'dispositions.breakdown': '判定分布',
  'dispositions.by.reason': '按退货原因',
  'dispositions.by.category': '按品类',
  'dispositions.by.seller': '按卖家',
  'dispositions.by.grade': '按成色',
  'dispositions.noCategory': '未知商品',
  'dispositions.value': '今日判定的价值',
  'dispositions.lost': '损失',
  'dispositions.total': '合计',
  'dispositions.lostMeans': '“回收”为建议预计每件能带来的金额（已扣成本）；“损失”为预报价值减去该金额。',
  'dispositions.unvalued.one': '{count} 件不计入：未按建议判定、没有预报价值或汇率，或批次后来拆分。',
  'dispositions.unvalued.other': '{count} 件不计入：未按建议判定、没有预报价值或汇率，或批次后来拆分。',
  'dispositions.changes': '建议的变更',
  'dispositions.became': '改为',
  'dispositions.byPerson': '由谁改判',
  'dispositions.ofDecided': '{count}/{all}',
  'dispositions.noOverrides': '今天的判定都与建议一致。',
}
