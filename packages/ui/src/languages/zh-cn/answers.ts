import type { answers as english } from '../en/answers.ts'
import type { Translation } from '../texts.ts'

export const answers: Translation<typeof english> = {
  'answer.title': '搁置的答复',
  'answer.asked': '问题：{question}',
  'answer.said': '{by}，{at}',
  'answer.more': '显示全部',
  'answer.less': '收起',
  'scrap.sellerAgreed': '卖家已同意。',
}
