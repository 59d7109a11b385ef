import type { deskTv as english } from '../en/desk-tv.ts'
import type { Translation } from '../texts.ts'

export const deskTv: Translation<typeof english> = {
  'tv.title': 'Auf einem Bildschirm zeigen',
  'tv.about':
    'Die Adresse merkt sich die Auswahl: Setzen Sie am Bildschirm ein Lesezeichen. Er braucht keine Hand: Er verbindet sich von selbst neu.',
  'tv.boards': 'Tafeln',
  'tv.seconds': 'Je',
  'tv.forSeconds': '{n} s',
  'tv.start': 'Starten',
  'tv.pickOne': 'Wählen Sie mindestens eine Tafel.',
  'tv.sleeps':
    'Dieser Browser hält den Bildschirm nur über HTTPS wach. Schalten Sie den Ruhezustand von Hand aus.',
  'tv.reconnecting': 'Verbindet neu',
  'tv.asOf': 'Stand {time}',
  'tv.page': '{page} von {pages}',
  'tv.perHour': 'Einheiten je Stunde',
  'tv.nothing': 'Für diese Anmeldung wird hier nichts gezeigt.',
}
