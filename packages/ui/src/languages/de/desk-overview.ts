import type { deskOverview as english } from '../en/desk-overview.ts'
import type { Translation } from '../texts.ts'

export const deskOverview: Translation<typeof english> = {
  'nav.overview': 'Retourenübersicht',

  'overview.about':
    'Was mit der Zeit aus der Ware wurde, nach Geschäftstagen des Lagers. Die Zahlen sind die der Tagesberichte, zusammengezählt.',
  'overview.noSeller': 'Noch kein Verkäufer',
  'overview.noSellerHint': 'Richte den ersten Verkäufer ein; hier steht dann, was aus seiner Ware wird.',

  'overview.days': 'Tage',
  'overview.last.7': '7 Tage',
  'overview.last.30': '30 Tage',
  'overview.last.90': '90 Tage',
  'overview.last.365': 'Ein Jahr',
  'overview.step': 'Zusammengezählt',
  'overview.step.day': 'Nach Tagen',
  'overview.step.week': 'Nach Wochen',
  'overview.week': 'Woche',
  'overview.allClosed': 'Alle diese Tage sind geschlossen; die Zahlen ändern sich nicht mehr.',
  'overview.stillOpen': 'Tage, die nicht geschlossen sind, zählen, wie sie stehen, Stand {time}.',

  'overview.none': 'In diesen Tagen wurde nichts entschieden',
  'overview.noneHint':
    'Andere Tage wählen oder Retouren ankündigen: Sobald das Lager über sie entschieden hat, steht hier, was aus ihnen wurde.',
  'overview.lookYear': 'Ein Jahr ansehen',
  'overview.announce': 'Angekündigte Retouren importieren',

  'overview.decided': 'Entscheidungen',
  'overview.pieces.one': 'Menge {count}',
  'overview.pieces.other': 'Menge {count}',
  'overview.unitsOf.one': '{count} Stück',
  'overview.unitsOf.other': '{count} Stücke',
  'overview.undecided': 'Jetzt zu entscheiden',
  'overview.late': '{count} über dem Ziel von {span}',
  'overview.noneLate': 'keines über dem Ziel von {span}',

  'overview.decisions': 'Entscheidungen im Lauf der Zeit',
  'overview.opensReport': 'Ein Klick auf einen Tag, oder Enter, öffnet seinen Bericht.',
  'overview.opensWeek': 'Ein Klick auf eine Woche, oder Enter, zeigt ihre Tage.',

  'overview.reasons': 'Warum es zurückkam',
  'overview.moreReasons.one': '{count} weiterer Grund',
  'overview.moreReasons.other': '{count} weitere Gründe',

  'overview.value': 'Erlös und Verlust',
  'overview.currency': 'Währung',
  'overview.recovered': 'Erlös',
  'overview.lost': 'Verlust',
  'overview.together': 'In diesen Tagen',
  'overview.byCurrency': 'In diesen Tagen, nach Währung',
  'overview.share': 'Anteil des Erlöses',
  'overview.noMoney': 'Kein entschiedenes Stück hat einen angekündigten Wert.',
  'overview.lostMeans':
    'Erlös ist, was der Vorschlag bei jeder Entscheidung nach Kosten erwartete; ein neu entschiedenes Stück zählt mit jeder. Verlust ist der angekündigte Wert abzüglich dessen. Währungen werden nie zusammengezählt.',
  'overview.unvalued.one':
    '{count} Stück zählt nicht mit: gegen den Vorschlag entschieden, oder ohne Wert oder Kurs.',
  'overview.unvalued.other':
    '{count} Stücke zählen nicht mit: gegen den Vorschlag entschieden, oder ohne Wert oder Kurs.',

  'overview.took': 'Von der Rampe bis zur Entscheidung',
  'overview.median': 'Median',
  'overview.p90': '9 von 10 binnen',
  'overview.target': 'Ziel',
  'overview.inTarget': 'Binnen {span} entschieden',
  'overview.sameDay': 'Binnen eines Tages entschieden',
  'overview.tookMeans':
    'Jedes Stück zählt einmal, bei seiner ersten Entscheidung. Das Ziel ist das, das jetzt für diesen Verkäufer gilt.',
  'overview.seeUndecided': 'Erfasste Stücke zeigen',

  'overview.products': 'Gründe nach Artikel',
  'overview.search': 'SKU oder Titel',
  'overview.product': 'Artikel',
  'overview.unknownProduct': 'Unbekannter Artikel',
  'overview.units': 'Stücke',
  'overview.why': 'Häufigste Gründe',
  'overview.in': '{what}, {currency}',
  'overview.sortBy': 'Nach {what} ordnen',
  'overview.others.one': '{count} weiterer Artikel',
  'overview.others.other': '{count} weitere Artikel',
  'overview.productCount.one': '{count} Artikel',
  'overview.productCount.other': '{count} Artikel',
  'overview.notFound': 'Kein Artikel passt zu „{search}“',
}
