import type { deskWords as english } from '../en/desk-words.ts'
import type { Translation } from '../texts.ts'

export const deskWords: Translation<typeof english> = {
  'reason.no_longer_wanted': 'Nicht mehr gewünscht',
  'reason.defective': 'Defekt',
  'reason.damaged_in_transit': 'Unterwegs beschädigt',
  'reason.not_as_described': 'Nicht wie beschrieben',
  'reason.wrong_item': 'Falscher Artikel',
  'reason.wrong_size': 'Falsche Größe',
  'reason.missing_parts': 'Teile fehlen',
  'reason.not_compatible': 'Passt nicht',
  'reason.better_price': 'Anderswo günstiger',
  'reason.arrived_late': 'Zu spät gekommen',
  'reason.undeliverable': 'Unzustellbar',
  'reason.unauthorized': 'Bestellung nicht erlaubt',
  'reason.warranty': 'Garantie',
  'reason.other': 'Anderer Grund',
  'reason.unknown': 'Keine Angabe',

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
