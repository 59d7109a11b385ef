import type { deskDispositions as english } from '../en/desk-dispositions.ts'
import type { Translation } from '../texts.ts'

export const deskDispositions: Translation<typeof english> = {
  'dispositions.usual': 'normalmente {n} a esta hora',
  'dispositions.breakdown': 'Cómo se decidió',
  'dispositions.by.reason': 'Por motivo del cliente',
  'dispositions.by.category': 'Por categoría',
  'dispositions.by.seller': 'Por vendedor',
  'dispositions.by.grade': 'Por estado',
  'dispositions.noCategory': 'producto desconocido',
  'dispositions.value': 'Valor de las decisiones de hoy',
  'dispositions.lost': 'Perdido',
  'dispositions.total': 'Total',
  'dispositions.lostMeans':
    'Recuperado es lo que la sugerencia espera de cada unidad, descontados los costes. Perdido es su valor anunciado menos eso.',
  'dispositions.unvalued.one':
    '{count} unidad no cuenta: decidida contra la sugerencia, sin valor o cambio, o de un lote dividido después.',
  'dispositions.unvalued.other':
    '{count} unidades no cuentan: decididas contra la sugerencia, sin valor o cambio, o de un lote dividido después.',
  'dispositions.changes': 'Qué fue de las sugerencias',
  'dispositions.became': 'pasó a',
  'dispositions.byPerson': 'Quién decidió otra cosa',
  'dispositions.ofDecided': '{count} de {all}',
  'dispositions.noOverrides': 'Todas las decisiones de hoy siguen la sugerencia.',
}
