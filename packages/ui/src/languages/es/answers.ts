import type { answers as english } from '../en/answers.ts'
import type { Translation } from '../texts.ts'

export const answers: Translation<typeof english> = {
  'answer.title': 'Respuesta a la retención',
  'answer.asked': 'Pregunta: {question}',
  'answer.said': '{by}, {at}',
  'answer.more': 'Ver todo',
  'answer.less': 'Ver menos',
  'scrap.sellerAgreed': 'El vendedor ha aceptado.',
}
