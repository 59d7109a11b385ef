import type { deskReport as english } from '../en/desk-report.ts'
import type { Translation } from '../texts.ts'

export const deskReport: Translation<typeof english> = {
  'report.noSeller': 'Todavía no hay vendedores',
  'report.noSellerHint':
    'Cree el primer vendedor; cada día tendrá entonces un informe de qué fue de su mercancía.',
  'report.title': 'Informe diario',
  'report.date': 'Día',
  'report.before': 'El día anterior',
  'report.after': 'El día siguiente',
  'report.closed': 'cerrado {time} {zone}',
  'report.received': 'Recibidos',
  'report.registeredNote': '{count} unidades registradas',
  'report.registered': 'Registradas',
  'report.pieces': '{count} piezas',
  'report.took': 'Muelle a decisión',
  'report.tookNote': 'mediana · {share} el mismo día',
  'report.tookNone': 'sin decisiones ese día',
  'report.share': 'Cómo se decidió el día',
  'report.inspected': 'Inspeccionadas',
  'report.shelved': 'En estante',
  'report.dispatched': 'Despachadas',
  'report.reasons': 'Por qué volvió',
  'report.rows': 'Decisiones del día',
  'report.units.one': '{count} decisión',
  'report.units.other': '{count} decisiones',
  'report.asOf': 'datos de {time}',
  'report.none': 'Ese día no se decidió nada',
  'report.noneHint':
    'Mire el día anterior, o importe sus devoluciones anunciadas para que el almacén las conozca.',
  'report.replaced': 'sustituye la decisión del {at}',
  'report.takenBack': 'retirada',
}
