import type { deskWords as english } from '../en/desk-words.ts'
import type { Translation } from '../texts.ts'

export const deskWords: Translation<typeof english> = {
  'expectedState.announced': 'anunciada',
  'expectedState.arriving': 'llegando',
  'expectedState.complete': 'completa',
  'expectedState.cancelled': 'anulada',

  'importState.running': 'en curso',
  'importState.done': 'terminada',
  'importState.failed': 'fallida',

  'clock.register': 'Muelle a registro',
  'clock.decide': 'Muelle a decisión',
  'clock.shelve': 'Decisión a estante',

  'attention.past_target': 'lo más antiguo pasó su plazo, {span}',
  'attention.overfull': 'contiene más de lo que cabe',
  'attention.full': 'lleno',
  'attention.waits': '{count} en espera, desde hace {span}',

  'exception.bin_full': 'Puesto en una ubicación llena',
  'exception.wrong_zone': 'Está en una zona que no corresponde',
  'exception.photos_missing': 'Faltan fotos',
  'exception.more_than_announced': 'Más de lo anunciado',
  'exception.fewer_than_announced': 'Menos de lo anunciado',
  'exception.not_announced': 'Sin anunciar',
  'exception.parcel_damaged': 'El paquete llegó dañado',
  'exception.missing_in_count': 'Falta en un recuento',
  'exception.found_elsewhere': 'Encontrado en otra ubicación',

  'role.seller': 'vendedor',

  'format.amazon': 'Informe de devoluciones de Amazon',
  'format.csv': 'CSV de Restow',
  'format.products': 'Productos',

  'span.seconds': '{n} s',
  'span.minutes': '{n} min',
  'span.hours': '{h} h {m}',
  'span.days': '{d} d {h} h',
}
