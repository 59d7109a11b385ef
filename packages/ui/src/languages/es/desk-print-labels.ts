import type { deskPrintLabels as english } from '../en/desk-print-labels.ts'
import type { Translation } from '../translation.ts'

export const deskPrintLabels: Translation<typeof english> = {
  'printLabels.on': 'Imprimir en',
  'printLabels.file': 'este ordenador, como archivo',
  'printLabels.go': 'Imprimir',
  'printLabels.tags': 'Imprimir etiquetas',
  'printLabels.tagsTitle': 'Etiquetas de estante',
  'printLabels.tagsAbout': 'Una etiqueta por cada ubicación de una zona, en el orden de sus códigos.',
  'printLabels.tag': 'Imprimir la etiqueta de {what}',
  'printLabels.oneAbout': 'Queda registrado quién la imprimió y dónde.',
  'printLabels.card': 'Imprimir la tarjeta de {what}',
  'printLabels.roll': 'Imprimir placas',
  'printLabels.rollTitle': 'Placas en rollo',
  'printLabels.rollAbout':
    'Placas nuevas, cada una entregada una sola vez. Se toman del rollo y se escanean.',
  'printLabels.count': 'Cuántas, {most} como máximo',
}
