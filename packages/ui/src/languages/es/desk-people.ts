import type { deskPeople as english } from '../en/desk-people.ts'
import type { Translation } from '../texts.ts'

export const deskPeople: Translation<typeof english> = {
  'nav.people': 'Personas',
  'people.title': 'Personas',
  'people.person': 'Persona',
  'people.last': 'Último paso',
  'people.ago': 'hace {span}',
  'people.on': 'en {device}',
  'people.all': 'Todos',
  'people.lastHour': 'última hora',
  'people.today': '{count} hoy',
  'people.todayRate': '{count} hoy · {rate}/h',
  'people.order': 'Orden',
  'people.byName': 'Por nombre',
  'people.byStep': 'Por {step} hoy',
  'people.none': 'Hoy nadie ha hecho nada todavía',
  'people.noneHint': 'Quien escanee algo en la nave aparecerá aquí con lo que hace.',
  'people.fair':
    'Los pasos no duran lo mismo: una inspección lleva más que un escaneo. Lo anulado no cuenta.',
  'personStep.received': 'recibidos',
  'personStep.registered': 'registrados',
  'personStep.inspected': 'inspeccionados',
  'personStep.decided': 'decididos',
  'personStep.put_away': 'ubicados',
  'personStep.refurbished': 'reacondicionados',
  'personStep.left': 'salidos',
}
