import type { deskOwnPolicy as english } from '../en/desk-own-policy.ts'
import type { Translation } from '../translation.ts'

export const deskOwnPolicy: Translation<typeof english> = {
  'policy.aboutYours':
    'Con esto se calcula su mercancía en la planta. Cuánto vale y qué se puede hacer con ella lo dice usted; qué hace el almacén y cuánto cobra lo dice el almacén.',
  'policy.tabs': 'Partes de las reglas',
  'policy.tabRules': 'Reglas y costes',
  'policy.tabQuestions': 'Preguntas propias',
  'policy.changedByHouse': 'cambiado por el almacén, {at}',
  'policy.savedYours': 'Guardado. La próxima propuesta para su mercancía se calcula así.',
  'policy.routesYours': 'Las vías marcadas están permitidas. Importes por pieza, en {currency}.',
  'policy.refurbishes': 'Reacondicionar esta mercancía',
  'policy.refurbishOff': 'No se reacondiciona nada: lo que se podría se vende como está o se desecha.',
  'policy.available': 'El vendedor puede elegirla',
  'policy.notAvailable': 'El almacén no hace esto para usted.',
  'policy.notAvailableFor': 'El almacén no hace esto para el vendedor.',
  'policy.houseCosts': 'El almacén cobra: {costs}',
  'policy.noCosts': 'nada',
  'policy.ownCosts': 'Además, al vendedor le cuesta: {costs}',
  'policy.ownCostsYours': 'Además, a usted le cuesta:',
  'policy.addOwnCost': 'Añadir un coste propio',
  'policy.targetsYours':
    'En horas, donde su contrato diga otra cosa que el almacén para todos. Lo escribe el almacén.',
  'policy.vetoHoursYours':
    'Durante este tiempo puede oponerse al desecho por encima de este límite antes de que se apruebe. 0: nada; 336 como mucho.',
  'policy.houseSays': 'Esto lo dice el almacén.',
  'policy.prints': 'Etiqueta en lo que se revende',
  'policy.printsHint': 'Sale sola en cuanto una unidad se va a revender. En estas vías:',
  'policy.copies': 'Etiquetas por unidad',
  'policy.printsPaper': 'Se adapta al papel de la impresora del almacén.',
  'policy.printsTemplate': 'Qué lleva',
  'policy.wrong.route_not_available': 'Una de estas vías el almacén no la hace para este vendedor.',
  'policy.wrong.prints_wrong': 'Elija vías de reventa, y de 1 a 3 etiquetas.',
  'leaving.title': '¿Salir sin guardar?',
  'leaving.about': 'Lo que se cambió aquí aún no está guardado y se perdería.',
  'leaving.stay': 'Quedarse aquí',
  'leaving.leave': 'Salir sin guardar',
  'ownChecks.about':
    'Se hacen en la mesa de inspección después de las preguntas del almacén, solo sobre su mercancía. Las respuestas cuentan para el estado. Una inspección conserva las preguntas con las que se hizo.',
  'ownChecks.aboutSeller':
    'Se hacen en la mesa de inspección después de las preguntas del almacén, solo sobre la mercancía de este vendedor. Una inspección conserva las preguntas con las que se hizo.',
  'ownChecks.none': 'Aún no hay preguntas propias',
  'ownChecks.noneHint':
    'Añada una donde su mercancía tenga algo en lo que el almacén no se fija: un precinto, un número en la funda, un folleto.',
  'ownChecks.most': 'Diez como mucho: cada una lleva su tiempo en la mesa.',
  'ownChecks.askedOf': 'Se pregunta sobre',
  'ownChecks.all': 'toda la mercancía',
  'ownChecks.some': 'la de algunas categorías',
  'ownChecks.saved': 'Guardado. En la próxima inspección de su mercancía se pregunta esto.',
  'ownChecks.wrong.too_many': 'Diez preguntas como mucho.',
  'ownChecks.wrong.category_wrong': 'Elija al menos una categoría.',
  'history.byHouse': 'El almacén',
  'changed.scrapLimitMinor': 'Límite de desecho',
  'changed.available': 'A elegir',
  'changed.ownCosts': 'Costes del vendedor',
  'changed.prints': 'Etiquetas',
  'changed.relabel': 'para',
  'changed.copies': 'por unidad',
  'changed.categories': 'categorías',
  'keys.scope.policy': 'Reglas',
  'keys.scopeHint.policy':
    'Lee las reglas y cambia de ellas lo que es del vendedor, las preguntas propias y las etiquetas.',
}
