/** What a seller says of its policy, what the warehouse says of it, and the seller's own questions. */
export const deskOwnPolicy = {
  'policy.aboutYours':
    'By this your goods are reckoned on the floor. What they are worth and what may be done with them, you say; what the warehouse does and charges, it says itself.',
  'policy.tabs': 'Parts of the policy',
  'policy.tabRules': 'Rules and costs',
  'policy.tabQuestions': 'Own questions',
  'policy.changedByHouse': 'changed by the warehouse, {at}',
  'policy.savedYours': 'Saved. The next suggestion for your goods is reckoned by it.',

  'policy.routesYours': 'Ticked ways are allowed. Amounts are per piece, in {currency}.',
  'policy.refurbishes': 'Refurbish these goods',
  'policy.refurbishOff': 'Nothing is refurbished: what could be is sold as it is, or scrapped.',
  'policy.available': 'The seller may choose it',
  'policy.notAvailable': 'The warehouse does not do this for you.',
  'policy.notAvailableFor': 'The warehouse does not do this for the seller.',
  'policy.houseCosts': 'The warehouse charges: {costs}',
  'policy.noCosts': 'nothing',
  'policy.ownCosts': 'Besides, it costs the seller: {costs}',
  'policy.ownCostsYours': 'Besides, it costs you:',
  'policy.addOwnCost': 'Add a cost of your own',
  'policy.targetsYours':
    'In hours, where your contract says otherwise than the warehouse does for everybody. The warehouse enters it.',
  'policy.vetoHoursYours':
    'So long you may object to scrap above this limit before it is approved. 0: not at all; 336 at most.',
  'policy.houseSays': 'The warehouse says this.',

  'policy.prints': 'Label on resold goods',
  'policy.printsHint': 'It comes out by itself once a unit is to be sold again. Which ways get one:',
  'policy.copies': 'Labels for each unit',
  'policy.printsPaper': 'It fits itself to the paper in the warehouse’s printer.',
  'policy.printsTemplate': 'What stands on it',

  'policy.wrong.route_not_available': 'One of these ways the warehouse does not do for this seller.',
  'policy.wrong.prints_wrong': 'Choose ways to sell goods again, and 1 to 3 labels.',

  'leaving.title': 'Leave without saving?',
  'leaving.about': 'What was changed here is not saved yet and would be lost.',
  'leaving.stay': 'Stay here',
  'leaving.leave': 'Leave without saving',

  'ownChecks.about':
    'Asked at the bench after the warehouse’s questions, about your goods alone. What is answered counts for the grade. An inspection keeps the questions that it was done by.',
  'ownChecks.aboutSeller':
    'Asked at the bench after the warehouse’s questions, about this seller’s goods alone. An inspection keeps the questions that it was done by.',
  'ownChecks.none': 'No own questions yet',
  'ownChecks.noneRead': 'This seller has no questions of its own.',
  'ownChecks.noneHint':
    'Add one where the goods have something the warehouse does not look at: a seal, a serial on the sleeve, an insert.',
  'ownChecks.most': 'Ten at most: each takes a person at the bench its time.',
  'ownChecks.askedOf': 'Asked about',
  'ownChecks.all': 'all goods',
  'ownChecks.some': 'goods of some categories',
  'ownChecks.saved': 'Saved. The next inspection of these goods is asked this.',
  'ownChecks.wrong.too_many': 'Ten questions at most.',
  'ownChecks.wrong.category_wrong': 'Choose at least one category.',

  'history.byHouse': 'The warehouse',
  'changed.scrapLimitMinor': 'Scrap limit',
  'changed.available': 'To choose among',
  'changed.ownCosts': 'The seller’s costs',
  'changed.prints': 'Labels',
  'changed.relabel': 'for',
  'changed.copies': 'each',
  'changed.categories': 'categories',

  'keys.scope.policy': 'Policy',
  'keys.scopeHint.policy':
    'Reads the policy, and changes of it, of own questions and labels what is the seller’s.',
} as const
