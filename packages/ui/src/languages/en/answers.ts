/** What a unit was released with, and whether its seller may still object to scrap. */
export const answers = {
  'answer.title': 'Answer from hold',
  'answer.asked': 'Asked: {question}',
  'answer.said': '{by}, {at}',
  'answer.more': 'Show all of it',
  'answer.less': 'Show less',
  'scrap.sellerAgreed': 'The seller has agreed.',
} as const
