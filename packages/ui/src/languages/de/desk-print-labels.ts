import type { deskPrintLabels as english } from '../en/desk-print-labels.ts'
import type { Translation } from '../translation.ts'

export const deskPrintLabels: Translation<typeof english> = {
  'printLabels.on': 'Drucken auf',
  'printLabels.file': 'diesem Computer, als Datei',
  'printLabels.go': 'Drucken',
  'printLabels.tags': 'Regaletiketten drucken',
  'printLabels.tagsTitle': 'Regaletiketten',
  'printLabels.tagsAbout': 'Ein Etikett für jeden Platz einer Zone, in der Reihenfolge ihrer Codes.',
  'printLabels.tag': 'Etikett von {what} drucken',
  'printLabels.oneAbout': 'Wer es gedruckt hat und wo, bleibt festgehalten.',
  'printLabels.card': 'Ausweis von {what} drucken',
  'printLabels.roll': 'LPN-Etiketten drucken',
  'printLabels.rollTitle': 'LPN-Etiketten von der Rolle',
  'printLabels.rollAbout':
    'Neue LPN-Etiketten, jedes nur einmal vergeben. Man nimmt sie von der Rolle und scannt sie.',
  'printLabels.count': 'Wie viele, höchstens {most}',
}
