import type { deskScreens as english } from '../en/desk-screens.ts'
import type { Translation } from '../texts.ts'

export const deskScreens: Translation<typeof english> = {
  'tv.stays': 'Hier an der Wand lassen',
  'tv.staysAbout':
    'Dieser Browser wird ein Bildschirm: Er zeigt Tafeln und sonst nichts, auch nach Ihrer Schicht. Sie werden hier abgemeldet. Abgenommen wird er unter „Geräte“.',
  'tv.screenName': 'Name des Bildschirms',
  'tv.screenNameHint': 'Wo er hängt, etwa „Rampe, Nordwand“.',
  'screens.title': 'Bildschirme an Wänden',
  'screens.about': 'Sie bleiben als sie selbst angemeldet, zeigen Tafeln und öffnen sonst nichts.',
  'screens.since': 'seit {at}, von',
  'screens.seen': 'zuletzt vor {span}',
  'screens.down': 'Abnehmen',
  'screens.downTitle': '{what} abnehmen?',
  'screens.downAbout':
    'Er ist sofort abgemeldet und zeigt nichts Neues mehr. Um ihn wieder aufzuhängen, melden Sie sich an ihm an.',
}
