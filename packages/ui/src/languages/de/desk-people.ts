import type { deskPeople as english } from '../en/desk-people.ts'
import type { Translation } from '../texts.ts'

export const deskPeople: Translation<typeof english> = {
  'nav.people': 'Personen',
  'people.title': 'Personen',
  'people.person': 'Person',
  'people.last': 'Letzter Schritt',
  'people.ago': 'vor {span}',
  'people.on': 'an {device}',
  'people.all': 'Alle',
  'people.lastHour': 'letzte Stunde',
  'people.today': 'heute {count}',
  'people.todayRate': 'heute {count} · {rate}/h',
  'people.order': 'Reihenfolge',
  'people.byName': 'Nach Namen',
  'people.byStep': 'Nach {step} heute',
  'people.none': 'Heute hat noch niemand etwas getan',
  'people.noneHint': 'Wer in der Halle etwas scannt, erscheint hier mit dem, was er tut.',
  'people.fair':
    'Schritte sind nicht gleich lang: Eine Prüfung dauert länger als ein Scan. Zurückgenommenes zählt nicht.',
  'personStep.received': 'angenommen',
  'personStep.registered': 'erfasst',
  'personStep.inspected': 'geprüft',
  'personStep.decided': 'entschieden',
  'personStep.put_away': 'eingelagert',
  'personStep.refurbished': 'aufgearbeitet',
  'personStep.left': 'ausgegangen',
}
