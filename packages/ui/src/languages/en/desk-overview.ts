/** What became of a seller's goods over many days. */
export const deskOverview = {
  'nav.overview': 'Returns overview',

  'overview.about':
    'What became of the goods over time, by the warehouse’s business days. The figures are those of the daily reports, added up.',
  'overview.noSeller': 'No seller yet',
  'overview.noSellerHint': 'Set up the first seller; here you then see what becomes of its goods.',

  'overview.days': 'Days',
  'overview.last.7': '7 days',
  'overview.last.30': '30 days',
  'overview.last.90': '90 days',
  'overview.last.365': 'A year',
  'overview.step': 'Added up',
  'overview.step.day': 'By day',
  'overview.step.week': 'By week',
  'overview.week': 'Week',
  'overview.allClosed': 'All of these days are closed; these figures do not change any more.',
  'overview.stillOpen': 'Days that are not closed count as they stand, as of {time}.',

  'overview.none': 'Nothing was decided in these days',
  'overview.noneHint':
    'Choose other days, or announce returns: once the warehouse has decided about them, you see here what became of them.',
  'overview.lookYear': 'Look at a year',
  'overview.announce': 'Import announced returns',

  'overview.decided': 'Decisions',
  'overview.pieces.one': '{count} piece',
  'overview.pieces.other': '{count} pieces',
  'overview.unitsOf.one': '{count} unit',
  'overview.unitsOf.other': '{count} units',
  'overview.undecided': 'To be decided now',
  'overview.late': '{count} past the target of {span}',
  'overview.noneLate': 'none past the target of {span}',

  'overview.decisions': 'Decisions over time',
  'overview.opensReport': 'Click a day, or press Enter on it, to open its report.',
  'overview.opensWeek': 'Click a week, or press Enter on it, to look at its days.',

  'overview.reasons': 'Why it came back',
  'overview.moreReasons.one': '{count} more reason',
  'overview.moreReasons.other': '{count} more reasons',

  'overview.value': 'Value recovered and lost',
  'overview.currency': 'Currency',
  'overview.recovered': 'Recovered',
  'overview.lost': 'Lost',
  'overview.together': 'In these days',
  'overview.byCurrency': 'In these days, by currency',
  'overview.share': 'Recovered share',
  'overview.noMoney': 'No decided unit has an announced value.',
  'overview.lostMeans':
    'Recovered is what the suggestion expected of each decision, costs taken off; a unit that was decided again counts with each. Lost is its announced value less that. Currencies are never added up.',
  'overview.unvalued.one':
    '{count} unit is in neither: decided against the suggestion, or of no announced value or rate.',
  'overview.unvalued.other':
    '{count} units are in neither: decided against the suggestion, or of no announced value or rate.',

  'overview.took': 'From the dock to the decision',
  'overview.median': 'Median',
  'overview.p90': '9 of 10 within',
  'overview.target': 'Target',
  'overview.inTarget': 'Decided within {span}',
  'overview.sameDay': 'Decided within a day',
  'overview.tookMeans':
    'Counted once for each unit, at its first decision. The target is the one that holds for this seller now.',
  'overview.seeUndecided': 'Show registered units',

  'overview.products': 'Reasons by product',
  'overview.search': 'SKU or title',
  'overview.product': 'Product',
  'overview.unknownProduct': 'Unknown product',
  'overview.units': 'Units',
  'overview.why': 'Most frequent reasons',
  'overview.in': '{what}, {currency}',
  'overview.sortBy': 'Sort by {what}',
  'overview.others.one': '{count} other product',
  'overview.others.other': '{count} other products',
  'overview.productCount.one': '{count} product',
  'overview.productCount.other': '{count} products',
  'overview.notFound': 'No product fits “{search}”',
} as const
