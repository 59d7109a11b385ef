import type { deskDecisions as english } from '../en/desk-decisions.ts'
import type { Translation } from '../texts.ts'

export const deskDecisions: Translation<typeof english> = {
  'waitingKind.veto': 'Einspruch',
  'waitingOwn.hold_seller': 'Fragen',
  'waitingOwn.veto': 'Entsorgung geplant',
  'waiting.noneHintOwn':
    'Eine Frage zu einer Ihrer Einheiten oder eine Entsorgung, der Sie widersprechen können, erscheint hier sofort.',
  'waiting.howOwn':
    'Was Sie hier sagen, ist sofort in der Halle: Wer die Einheit als Nächstes nimmt, liest zuerst Ihre Antwort.',
  'waiting.proposed': 'Entsorgung geplant: Einspruch bis {until}',
  'waiting.proposedLine': 'Bis {until} · Entsorgung geplant',
  'waiting.proposedStaff': 'Bis {until} · {seller} kann widersprechen',
  'waiting.until': 'bis {until}',
  'waiting.sellerMay':
    'Der Händler kann bis {until} widersprechen. Vorher lässt sie sich nicht genehmigen, außer der Händler stimmt zu.',
  'waiting.ifSilent':
    'Das Lager will sie entsorgen (entschieden am {at}): {route}. Sie können bis {until} widersprechen; sagen Sie nichts, kann es dort danach eine zweite Person genehmigen.',
  'waiting.sellerAgreed': '{by} hat für den Händler am {at} zugestimmt.',
  'waiting.sellerSilent': 'Der Händler konnte bis {until} widersprechen und hat nichts gesagt.',
  'waiting.severalQuestions': 'Verschiedene Fragen: bitte jede für sich beantworten.',
  'waiting.sayWhat': 'Schreiben Sie, was das Lager tun soll.',
  'waiting.objection': 'Warum nicht, und was stattdessen',

  'deed.answer': 'Antworten',
  'deed.agree': 'Entsorgung zustimmen',
  'deed.object': 'Widersprechen',
  'deedWhat.answer': 'Sie gehen mit dieser Antwort weiter; das lässt sich nicht zurücknehmen.',
  'deedWhat.agree':
    'Eine zweite Person im Lager kann sie dann genehmigen. Das lässt sich nicht zurücknehmen.',
  'deedWhat.object':
    'Sie werden nicht entsorgt. Die Schichtleitung liest Ihre Worte und lässt neu entscheiden.',
  'deedDone.answer.one': '{count} Frage beantwortet; die Einheit geht weiter.',
  'deedDone.answer.other': '{count} Fragen beantwortet; die Einheiten gehen weiter.',
  'deedDone.agree.one': 'Der Entsorgung von {count} Einheit zugestimmt.',
  'deedDone.agree.other': 'Der Entsorgung von {count} Einheiten zugestimmt.',
  'deedDone.object.one': '{count} Einheit wird nicht entsorgt; die Schichtleitung hat Ihre Worte.',
  'deedDone.object.other': '{count} Einheiten werden nicht entsorgt; die Schichtleitung hat Ihre Worte.',
  'story.veto': 'Der Händler kann bis {until} widersprechen.',
  'story.ScrapAgreed': 'Der Händler hat der Entsorgung zugestimmt.',
  'story.ScrapObjected': 'Der Händler hat der Entsorgung widersprochen: „{note}“',
  'unit.veto': 'Einspruch des Händlers',
  'unit.vetoAgreed': 'zugestimmt: {by}, {at}',
  'policy.vetoHours': 'Stunden für Einspruch',
  'policy.vetoHoursHint':
    'So lange kann der Händler einer Entsorgung über diesem Limit widersprechen, bevor sie genehmigt wird. 0: gar nicht; höchstens 336.',
  'policy.wrong.veto_hours_wrong': 'Ganze Stunden eingeben, 0 bis 336.',
  'changed.scrapVetoHours': 'Stunden für Einspruch gegen Entsorgung',
}
