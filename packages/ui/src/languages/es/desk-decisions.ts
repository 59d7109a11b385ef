import type { deskDecisions as english } from '../en/desk-decisions.ts'
import type { Translation } from '../texts.ts'

export const deskDecisions: Translation<typeof english> = {
  'waitingKind.veto': 'Objeción',
  'waitingOwn.hold_seller': 'Preguntas',
  'waitingOwn.veto': 'Desecho propuesto',
  'waiting.noneHintOwn':
    'Una pregunta sobre una unidad suya, o un desecho al que puede oponerse, aparece aquí al momento.',
  'waiting.howOwn':
    'Lo que diga aquí llega a la planta al momento: quien tome la unidad después lee antes su respuesta.',
  'waiting.proposed': 'Desecho propuesto: puede oponerse hasta {until}',
  'waiting.proposedLine': 'Hasta {until} · desecho propuesto',
  'waiting.proposedStaff': 'Hasta {until} · {seller} puede oponerse',
  'waiting.until': 'hasta {until}',
  'waiting.sellerMay':
    'El vendedor puede oponerse hasta {until}. No puede aprobarse antes, salvo que el vendedor acepte.',
  'waiting.ifSilent':
    'El almacén propone desecharla (decidido el {at}): {route}. Puede oponerse hasta {until}; si no dice nada, después podrá aprobarlo allí otra persona.',
  'waiting.sellerAgreed': '{by} aceptó por el vendedor el {at}.',
  'waiting.sellerSilent': 'El vendedor pudo oponerse hasta {until} y no dijo nada.',
  'waiting.severalQuestions': 'Preguntas distintas: responda a cada una por separado.',
  'waiting.sayWhat': 'Escriba qué debe hacer el almacén.',
  'waiting.objection': 'Por qué no, y qué hacer en su lugar',

  'deed.answer': 'Responder',
  'deed.agree': 'Aceptar el desecho',
  'deed.object': 'Oponerse',
  'deedWhat.answer': 'Siguen adelante con esta respuesta; no se puede deshacer.',
  'deedWhat.agree': 'Después podrá aprobarlo otra persona del almacén. No se puede deshacer.',
  'deedWhat.object': 'No se desechan. Un supervisor lee sus palabras y hace que se decidan de nuevo.',
  'deedDone.answer.one': '{count} pregunta respondida; la unidad sigue.',
  'deedDone.answer.other': '{count} preguntas respondidas; las unidades siguen.',
  'deedDone.agree.one': 'Aceptó desechar {count} unidad.',
  'deedDone.agree.other': 'Aceptó desechar {count} unidades.',
  'deedDone.object.one': '{count} unidad no se desecha; un supervisor tiene sus palabras.',
  'deedDone.object.other': '{count} unidades no se desechan; un supervisor tiene sus palabras.',
  'story.veto': 'Su vendedor puede oponerse hasta {until}.',
  'story.ScrapAgreed': 'El vendedor aceptó desecharla.',
  'story.ScrapObjected': 'El vendedor se opuso a desecharla: «{note}»',
  'unit.veto': 'Objeción del vendedor',
  'unit.vetoAgreed': 'aceptado: {by}, {at}',
  'policy.vetoHours': 'Horas para oponerse',
  'policy.vetoHoursHint':
    'Durante este tiempo el vendedor puede oponerse a un desecho sobre este límite antes de que se apruebe. 0: nada; 336 como máximo.',
  'policy.wrong.veto_hours_wrong': 'Introduzca horas enteras, de 0 a 336.',
  'changed.scrapVetoHours': 'Horas para oponerse al desecho',
}
