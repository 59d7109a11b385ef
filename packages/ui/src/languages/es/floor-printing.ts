import type { floorPrinting as english } from '../en/floor-printing.ts'
import type { Translation } from '../translation.ts'

export const floorPrinting: Translation<typeof english> = {
  'printer.title': 'Impresora de este dispositivo',
  'printer.none': 'Sin impresora',
  'printer.byDialog': 'Las etiquetas salen por el diálogo de impresión',
  'printer.ready': 'Nada la detiene',
  'printer.how': 'Escanee el código de una impresora para imprimir allí.',
  'printer.leave': 'Sin impresora',
  'printer.left': 'Sin impresora',
  'printer.chosen': 'Ahora imprime aquí',
  'printer.unknown': 'En este almacén no hay ninguna impresora {code}. Escanee el código de otra.',
  'printer.needsLine': 'Elegir impresora necesita conexión. Se hará en cuanto vuelva.',
  'printer.wanted': '{code}, cuando vuelva la conexión',
  'print.printing': 'Imprimiendo en {printer}: {what}',
  'print.printed': 'Impreso en {printer}: {what}',
  'print.sent': 'Enviado a {printer}: {what}',
  'print.inTheWay': '{printer}: {what}.',
  'print.goesOn.one': 'Su etiqueta saldrá sola en cuanto se arregle.',
  'print.goesOn.other': 'Sus {count} etiquetas saldrán solas en cuanto se arregle.',
  'print.waitsForLine.one': '{count} etiqueta se imprime cuando vuelva la conexión.',
  'print.waitsForLine.other': '{count} etiquetas se imprimen cuando vuelva la conexión.',
  'print.didItComeOut': '¿Salió en {printer}? {what}',
  'print.notPrinted': 'No impresa: {what} ({why}). Avise a un supervisor.',
  'print.andMore': '{what} y {n} más',
  'print.asked': 'Impresa otra vez',
  'print.stillToCome': 'Esa etiqueta aún está por salir: espera a la impresora.',
}
