/** What sellers decide about their goods, and how far that has come. */
export const deskDecisions = {
  'waitingKind.veto': 'Objection',
  'waitingOwn.hold_seller': 'Questions',
  'waitingOwn.veto': 'Scrap proposed',
  'waiting.noneHintOwn':
    'A question about a unit of yours, or scrap that you may object to, appears here at once.',
  'waiting.howOwn':
    'What you say here reaches the floor at once: whoever takes the unit next reads your answer first.',
  'waiting.proposed': 'Scrap proposed: object until {until}',
  'waiting.proposedLine': 'Until {until} · scrap proposed',
  'waiting.proposedStaff': 'Until {until} · {seller} may object',
  'waiting.until': 'until {until}',
  'waiting.sellerMay':
    'The seller may object until {until}. It cannot be approved before, unless the seller agrees.',
  'waiting.ifSilent':
    'The warehouse proposes to scrap it on {at}: {route}. You may object until {until}; if you say nothing, a second person there may approve it after that.',
  'waiting.sellerAgreed': '{by} of the seller agreed on {at}.',
  'waiting.sellerSilent': 'The seller could object until {until} and said nothing.',
  'waiting.severalQuestions': 'Different questions: answer each by itself.',
  'waiting.sayWhat': 'Write what the warehouse should do.',
  'waiting.objection': 'Why not, and what to do instead',

  'deed.answer': 'Answer',
  'deed.agree': 'Agree to scrap',
  'deed.object': 'Object',
  'deedWhat.answer': 'They are let on with this answer; it cannot be taken back.',
  'deedWhat.agree': 'A second person in the warehouse may then approve it. This cannot be taken back.',
  'deedWhat.object': 'They are not scrapped. A supervisor reads your words and has them decided anew.',
  'deedDone.answer.one': '{count} question was answered; the unit goes on.',
  'deedDone.answer.other': '{count} questions were answered; the units go on.',
  'deedDone.agree.one': 'You agreed to scrap {count} unit.',
  'deedDone.agree.other': 'You agreed to scrap {count} units.',
  'deedDone.object.one': '{count} unit is not scrapped; a supervisor has your words.',
  'deedDone.object.other': '{count} units are not scrapped; a supervisor has your words.',
  'story.veto': 'Its seller may object until {until}.',
  'story.ScrapAgreed': 'The seller agreed to scrap it.',
  'story.ScrapObjected': 'The seller objected to scrapping it: “{note}”',
  'unit.veto': 'Seller may object',
  'unit.vetoAgreed': 'agreed: {by}, {at}',
  'policy.vetoHours': 'Hours to object',
  'policy.vetoHoursHint':
    'So long the seller may object to scrap above this limit before it is approved. 0: not at all; 336 at most.',
  'policy.wrong.veto_hours_wrong': 'Enter whole hours, 0 to 336.',
  'changed.scrapVetoHours': 'Hours to object to scrap',
} as const
