import type { device as english } from '../en/device.ts'
import type { Translation } from '../translation.ts'

export const device: Translation<typeof english> = {
  'device.title': 'Dieses Gerät',
  'device.version': 'Version {version}',
  'device.kept': 'Was nicht gesendet ist, bleibt hier, bis es gesendet ist.',
  'device.notKept':
    'Dieses Gerät darf nicht Gesendetes löschen, wenn sein Speicher voll ist. Senden Sie oft, und installieren Sie die App.',
  'device.unknown':
    'Nur eine Seite über HTTPS arbeitet ohne Netz und kann nicht Gesendetes sicher behalten. Starten Sie den Server mit npm start -- --lan und öffnen Sie die https-Adresse, die er zeigt.',
  'device.used': '{used} MB belegt, Platz für {room} MB',
  'device.awake': 'Bildschirm bleibt an',
  'update.ready':
    'Neue Version bereit. Sie kommt von selbst, wenn alles gesendet und kein Schritt offen ist.',
  'update.now': 'Jetzt aktualisieren',
  'update.unsent': 'Die neue Version wartet, bis alles gesendet ist.',
  'update.offline': 'Die neue Version wartet auf die Verbindung.',
}
