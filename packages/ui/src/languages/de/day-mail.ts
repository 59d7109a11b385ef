import type { dayMail as english } from '../en/day-mail.ts'
import type { Translation } from '../translation.ts'

export const dayMail: Translation<typeof english> = {
  'mail.subject': '{seller} in {warehouse}, {date}: {decided} entschieden',
  'mail.subjectWaiting': '{seller} in {warehouse}, {date}: {decided} entschieden, {waiting} warten auf Sie',
  'mail.subjectEmpty': '{seller} in {warehouse}, {date}: nichts eingegangen',
  'mail.at': '{seller} in {warehouse}',
  'mail.empty': 'An diesem Tag wurde nichts angenommen und nichts entschieden.',
  'mail.received': 'Angenommene Pakete: {count}',
  'mail.decision': 'Entscheidung',
  'mail.units': 'Artikel',
  'mail.pieces': 'Menge',
  'mail.value': 'Angekündigter Wert',
  'mail.back': 'Zurückgewonnen',
  'mail.recovered': 'Zurückgewonnen: {sum}',
  'mail.lost': 'Mit Entsorgtem verloren: {sum}',
  'mail.nothing': 'nichts',
  'mail.waiting': 'Wartet auf Sie: {count}',
  'mail.more': 'und {count} weitere',
  'mail.answer': 'Alle ansehen und beantworten',
  'mail.report': 'Bericht öffnen',
  'mail.attached': 'Angehängt: {files}',
  'mail.tooLarge': 'Zu groß zum Anhängen, beim Bericht zu haben: {files}',
  'mail.why':
    'Sie erhalten diese E-Mail, weil {address} zu denen gehört, die die Tage von {seller} bekommen.',
  'mail.stop': 'Diese E-Mails abbestellen',
  'mail.test': 'Ein Test für {seller}',
  'mail.testBody':
    'Dies ist ein Test. Ist ein Tag von {seller} abgeschlossen, kommt sein Bericht an {address}. Es ist nichts zu tun.',
  'mail.stopTitle': 'Diese E-Mails abbestellen?',
  'mail.stopAbout': '{address} bekommt dann keine Tage von {seller} mehr.',
  'mail.stopped': 'Abbestellt',
  'mail.stoppedAbout': '{address} bekommt keine Tage von {seller} mehr. Sie können diese Seite schließen.',
  'mail.noLink': 'Dieser Link führt nirgends mehr hin',
  'mail.noLinkAbout': 'Für wen er war, der bekommt von hier keine E-Mails.',
}
