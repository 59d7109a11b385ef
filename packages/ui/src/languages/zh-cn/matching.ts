import type { matching as english, deskMatching as englishDesk, dock as englishDock } from '../en/matching.ts'
import type { Translation } from '../translation.ts'

export const matching = {
  'event.ParcelAliased': '另一张面单',
  'event.ParcelMatched': '已匹配',
} satisfies Translation<typeof english>

export const dock = {
  'dock.cancelled': '卖家已取消',
} satisfies Translation<typeof englishDock>

export const deskMatching = {
  'exception.return_cancelled': '卖家已取消这笔退货',
  'story.ParcelAliased': '同一箱的另一张面单：{numbers}。',
  'story.ParcelMatched': '也对应后来预报的 {returns}。',
} satisfies Translation<typeof englishDesk>
