import type { deskDispositions as english } from '../en/desk-dispositions.ts'
import type { Translation } from '../texts.ts'

export const deskDispositions: Translation<typeof english> = {
  'dispositions.usual': 'sonst {n} um diese Zeit',
  'dispositions.breakdown': 'Wie entschieden wurde',
  'dispositions.by.reason': 'Nach Rückgabegrund',
  'dispositions.by.category': 'Nach Kategorie',
  'dispositions.by.seller': 'Nach Händler',
  'dispositions.by.grade': 'Nach Zustand',
  'dispositions.noCategory': 'unbekannter Artikel',
  'dispositions.value': 'Wert der heutigen Entscheidungen',
  'dispositions.lost': 'Verlust',
  'dispositions.total': 'Zusammen',
  'dispositions.lostMeans':
    'Erlös ist, was der Vorschlag je Einheit nach Kosten erwartet. Verlust ist der angekündigte Wert abzüglich dessen.',
  'dispositions.unvalued.one':
    '{count} Einheit zählt nicht mit: gegen den Vorschlag entschieden, ohne Wert oder Kurs, oder Los seither geteilt.',
  'dispositions.unvalued.other':
    '{count} Einheiten zählen nicht mit: gegen den Vorschlag entschieden, ohne Wert oder Kurs, oder Los seither geteilt.',
  'dispositions.changes': 'Was aus Vorschlägen wurde',
  'dispositions.became': 'wurde',
  'dispositions.byPerson': 'Wer anders entschied',
  'dispositions.ofDecided': '{count} von {all}',
  'dispositions.noOverrides': 'Alle heutigen Entscheidungen folgen dem Vorschlag.',
}
