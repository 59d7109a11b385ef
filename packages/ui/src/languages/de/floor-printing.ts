import type { floorPrinting as english } from '../en/floor-printing.ts'
import type { Translation } from '../translation.ts'

export const floorPrinting: Translation<typeof english> = {
  'printer.title': 'Drucker dieses Geräts',
  'printer.none': 'Kein Drucker',
  'printer.byDialog': 'Etiketten kommen über den Druckdialog',
  'printer.ready': 'Nichts steht im Weg',
  'printer.how': 'Den Code an einem Drucker scannen, um dort zu drucken.',
  'printer.leave': 'Kein Drucker',
  'printer.left': 'Kein Drucker',
  'printer.chosen': 'Ab jetzt hier gedruckt',
  'printer.unknown': 'In diesem Lager gibt es keinen Drucker {code}. Den Code an einem anderen scannen.',
  'printer.needsLine': 'Einen Drucker zu wählen braucht das Netz. Es geschieht, sobald es wieder da ist.',
  'printer.wanted': '{code}, sobald das Netz wieder da ist',
  'print.printing': '{printer} druckt: {what}',
  'print.printed': '{printer} hat gedruckt: {what}',
  'print.sent': 'An {printer} gesendet: {what}',
  'print.inTheWay': '{printer}: {what}.',
  'print.goesOn.one': 'Ihr Etikett kommt von selbst, sobald das behoben ist.',
  'print.goesOn.other': 'Ihre {count} Etiketten kommen von selbst, sobald das behoben ist.',
  'print.waitsForLine.one': '{count} Etikett wird gedruckt, wenn das Netz wieder da ist.',
  'print.waitsForLine.other': '{count} Etiketten werden gedruckt, wenn das Netz wieder da ist.',
  'print.didItComeOut': 'Kam es aus {printer} heraus? {what}',
  'print.notPrinted': 'Nicht gedruckt: {what} ({why}). Der Schichtleitung sagen.',
  'print.andMore': '{what} und {n} weitere',
  'print.asked': 'Noch einmal gedruckt',
  'print.stillToCome': 'Dieses Etikett kommt noch: Es wartet auf den Drucker.',
}
