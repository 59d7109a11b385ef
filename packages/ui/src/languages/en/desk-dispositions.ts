/** The dispositions board beyond its first figures. */
export const deskDispositions = {
  'dispositions.usual': 'usually {n} by now',
  'dispositions.breakdown': 'How it was decided',
  'dispositions.by.reason': 'By the customer’s reason',
  'dispositions.by.category': 'By category',
  'dispositions.by.seller': 'By seller',
  'dispositions.by.grade': 'By grade',
  'dispositions.noCategory': 'unknown product',
  'dispositions.value': 'Value of the day’s decisions',
  'dispositions.lost': 'Lost',
  'dispositions.total': 'Together',
  'dispositions.lostMeans':
    'Recovered is what the suggestion expects each decided unit to bring, costs taken off. Lost is its announced value less that.',
  'dispositions.unvalued.one':
    '{count} unit is in neither: decided against the suggestion, of no announced value or rate, or of a lot split since.',
  'dispositions.unvalued.other':
    '{count} units are in neither: decided against the suggestion, of no announced value or rate, or of a lot split since.',
  'dispositions.changes': 'What became of suggestions',
  'dispositions.became': 'became',
  'dispositions.byPerson': 'Who decided otherwise',
  'dispositions.ofDecided': '{count} of {all}',
  'dispositions.noOverrides': 'Every decision today is as it was suggested.',
} as const
