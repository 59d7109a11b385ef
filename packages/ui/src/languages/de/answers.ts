import type { answers as english } from '../en/answers.ts'
import type { Translation } from '../texts.ts'

export const answers: Translation<typeof english> = {
  'answer.title': 'Antwort zur Sperre',
  'answer.asked': 'Gefragt: {question}',
  'answer.said': '{by}, {at}',
  'answer.more': 'Alles zeigen',
  'answer.less': 'Weniger zeigen',
  'scrap.sellerAgreed': 'Der Händler hat zugestimmt.',
}
