import type { deskOverview as english } from '../en/desk-overview.ts'
import type { Translation } from '../texts.ts'

export const deskOverview: Translation<typeof english> = {
  'nav.overview': 'Resumen de devoluciones',

  'overview.about':
    'Qué fue de la mercancía con el tiempo, por días hábiles del almacén. Las cifras son las de los informes diarios, sumadas.',
  'overview.noSeller': 'Todavía no hay vendedores',
  'overview.noSellerHint': 'Cree el primer vendedor; aquí verá entonces qué es de su mercancía.',

  'overview.days': 'Días',
  'overview.last.7': '7 días',
  'overview.last.30': '30 días',
  'overview.last.90': '90 días',
  'overview.last.365': 'Un año',
  'overview.step': 'Sumado',
  'overview.step.day': 'Por día',
  'overview.step.week': 'Por semana',
  'overview.week': 'Semana',
  'overview.allClosed': 'Todos estos días están cerrados; las cifras ya no cambian.',
  'overview.stillOpen': 'Los días sin cerrar cuentan tal como están, con datos de {time}.',

  'overview.none': 'En estos días no se decidió nada',
  'overview.noneHint':
    'Elija otros días, o anuncie devoluciones: cuando el almacén decida sobre ellas, verá aquí qué fue de ellas.',
  'overview.lookYear': 'Ver un año',
  'overview.announce': 'Importar devoluciones anunciadas',

  'overview.decided': 'Decisiones',
  'overview.pieces.one': '{count} pieza',
  'overview.pieces.other': '{count} piezas',
  'overview.unitsOf.one': '{count} unidad',
  'overview.unitsOf.other': '{count} unidades',
  'overview.undecided': 'Por decidir ahora',
  'overview.late': '{count} fuera del objetivo de {span}',
  'overview.noneLate': 'ninguna fuera del objetivo de {span}',

  'overview.decisions': 'Decisiones con el tiempo',
  'overview.opensReport': 'Haga clic en un día, o pulse Intro, para abrir su informe.',
  'overview.opensWeek': 'Haga clic en una semana, o pulse Intro, para ver sus días.',

  'overview.reasons': 'Por qué volvió',
  'overview.moreReasons.one': '{count} motivo más',
  'overview.moreReasons.other': '{count} motivos más',

  'overview.value': 'Valor recuperado y perdido',
  'overview.currency': 'Moneda',
  'overview.recovered': 'Recuperado',
  'overview.lost': 'Perdido',
  'overview.together': 'En estos días',
  'overview.byCurrency': 'En estos días, por moneda',
  'overview.share': 'Parte recuperada',
  'overview.noMoney': 'Ninguna unidad decidida tiene un valor anunciado.',
  'overview.lostMeans':
    'Recuperado es lo que la sugerencia esperaba de cada decisión, descontados los costes; una unidad decidida de nuevo cuenta con cada una. Perdido es su valor anunciado menos eso. Las monedas nunca se suman.',
  'overview.unvalued.one':
    '{count} unidad no cuenta: decidida contra la sugerencia, o sin valor anunciado o cambio.',
  'overview.unvalued.other':
    '{count} unidades no cuentan: decididas contra la sugerencia, o sin valor anunciado o cambio.',

  'overview.took': 'Del muelle a la decisión',
  'overview.median': 'Mediana',
  'overview.p90': '9 de cada 10 en',
  'overview.target': 'Objetivo',
  'overview.inTarget': 'Decididas en {span}',
  'overview.sameDay': 'Decididas en un día',
  'overview.tookMeans':
    'Cada unidad cuenta una vez, en su primera decisión. El objetivo es el que rige ahora para este vendedor.',
  'overview.seeUndecided': 'Ver unidades registradas',

  'overview.products': 'Motivos por producto',
  'overview.search': 'SKU o título',
  'overview.product': 'Producto',
  'overview.unknownProduct': 'Producto desconocido',
  'overview.units': 'Unidades',
  'overview.why': 'Motivos más frecuentes',
  'overview.in': '{what}, {currency}',
  'overview.sortBy': 'Ordenar por {what}',
  'overview.others.one': '{count} producto más',
  'overview.others.other': '{count} productos más',
  'overview.productCount.one': '{count} producto',
  'overview.productCount.other': '{count} productos',
  'overview.notFound': 'Ningún producto coincide con «{search}»',
}
