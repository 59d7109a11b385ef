import type { deskReport as english } from '../en/desk-report.ts'
import type { Translation } from '../texts.ts'

export const deskReport: Translation<typeof english> = {
  'report.noSeller': 'Noch kein Verkäufer',
  'report.noSellerHint':
    'Richte den ersten Verkäufer ein; jeder Tag hat dann einen Bericht darüber, was aus seiner Ware wurde.',
  'report.title': 'Tagesbericht',
  'report.date': 'Tag',
  'report.before': 'Tag davor',
  'report.after': 'Tag danach',
  'report.closed': 'geschlossen {time} {zone}',
  'report.received': 'Angenommen',
  'report.registeredNote': '{count} Stücke erfasst',
  'report.registered': 'Erfasst',
  'report.pieces': 'Menge {count}',
  'report.took': 'Rampe bis Entscheidung',
  'report.tookNote': 'Median · {share} am selben Tag',
  'report.tookNone': 'an diesem Tag keine Entscheidung',
  'report.share': 'Wie entschieden wurde',
  'report.inspected': 'Geprüft',
  'report.shelved': 'Eingelagert',
  'report.dispatched': 'Ausgeliefert',
  'report.reasons': 'Warum es zurückkam',
  'report.rows': 'Entscheidungen des Tages',
  'report.units.one': '{count} Entscheidung',
  'report.units.other': '{count} Entscheidungen',
  'report.asOf': 'Stand {time}',
  'report.none': 'An diesem Tag wurde nichts entschieden',
  'report.noneHint':
    'Den Tag davor ansehen, oder Ihre angekündigten Retouren importieren, damit das Lager sie kennt.',
  'report.replaced': 'ersetzt die Entscheidung von {at}',
  'report.takenBack': 'zurückgenommen',
}
