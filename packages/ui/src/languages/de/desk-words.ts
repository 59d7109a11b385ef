import type { deskWords as english } from '../en/desk-words.ts'
import type { Translation } from '../texts.ts'

export const deskWords: Translation<typeof english> = {
  'expectedState.announced': 'angekündigt',
  'expectedState.arriving': 'kommt an',
  'expectedState.complete': 'vollständig',
  'expectedState.cancelled': 'storniert',

  'importState.running': 'läuft',
  'importState.done': 'fertig',
  'importState.failed': 'fehlgeschlagen',

  'clock.register': 'Rampe bis erfasst',
  'clock.decide': 'Rampe bis entschieden',
  'clock.shelve': 'Entschieden bis eingelagert',

  'attention.past_target': 'überfällig, {span}',
  'attention.overfull': 'mehr darin, als hineinpasst',
  'attention.full': 'voll',
  'attention.waits': '{count} warten, ältestes {span}',

  'exception.bin_full': 'In ein volles Fach gelegt',
  'exception.wrong_zone': 'Liegt in einer falschen Zone',
  'exception.photos_missing': 'Fotos fehlen',
  'exception.more_than_announced': 'Mehr als angekündigt',
  'exception.fewer_than_announced': 'Weniger als angekündigt',
  'exception.not_announced': 'Nicht angekündigt',
  'exception.parcel_damaged': 'Paket kam beschädigt an',
  'exception.missing_in_count': 'Fehlt bei einer Zählung',
  'exception.found_elsewhere': 'In einem anderen Fach gefunden',

  'role.seller': 'Händler',

  'format.amazon': 'Amazon-Retourenbericht',
  'format.csv': 'Restow-CSV',
  'format.products': 'Artikel',

  'span.seconds': '{n} s',
  'span.minutes': '{n} min',
  'span.hours': '{h} h {m}',
  'span.days': '{d} T {h} h',
}
