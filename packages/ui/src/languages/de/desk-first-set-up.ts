import type { deskFirstSetUp as english } from '../en/desk-first-set-up.ts'
import type { Translation } from '../texts.ts'

export const deskFirstSetUp: Translation<typeof english> = {
  'first.title': 'Ersteinrichtung',
  'first.about':
    'Auf diesem Server gibt es noch kein Lager. Hier entsteht das erste, und Sie werden sein Admin. Gefragt wird nur einmal.',

  'first.proof': 'Von der Konsole',
  'first.code': 'Einrichtungscode',
  'first.codeHint':
    'Der Server nennt ihn beim Start auf seiner Konsole, neben „Restow is ready“. Mit Docker: docker compose logs server',

  'first.warehouse': 'Das Lager',
  'first.house': 'Lagercode',
  'first.houseHint':
    'Zwei bis fünf Buchstaben und eine bis drei Ziffern, etwa LAX1. Damit beginnt der Code jedes Lagerplatzes.',
  'first.houseBins': 'Seine Lagerplätze heißen dann etwa {bin}.',
  'first.houseName': 'Name des Lagers',
  'first.houseNameHint': 'Wie man es nennt, etwa Los Angeles 1.',
  'first.timeZone': 'Zeitzone',
  'first.timeZoneHint':
    'Nach dieser Uhr beginnen und enden Geschäftstage und Tagesberichte. Dort ist es jetzt {now}.',
  'first.currency': 'Währung',
  'first.currencyHint': 'Darin rechnen die Regeln neuer Händler.',

  'first.admin': 'Sie, der erste Admin',
  'first.name': 'Ihr Name',
  'first.badge': 'Ausweis',
  'first.badgeHint':
    'Zwei Buchstaben und vier Ziffern, etwa AD0001. Zum Anmelden wird er getippt oder von einer Karte gescannt.',
  'first.pin': 'PIN',
  'first.pinHint': '4 bis 12 Ziffern. Merken Sie sie sich: Noch kann Ihnen niemand eine neue geben.',
  'first.pinAgain': 'PIN noch einmal',

  'first.submit': 'Lager einrichten',
  'first.busy': 'Wird eingerichtet',
  'first.look': 'Einige Felder stimmen noch nicht; dort steht, was fehlt.',

  'first.wrong.code': 'Geben Sie den Code aus acht Zeichen von der Konsole des Servers ein.',
  'first.wrong.codeRefused': 'Das ist nicht der Einrichtungscode. Bitte noch einmal von der Konsole ablesen.',
  'first.wrong.codeUsedUp':
    'Zu viele falsche Codes. Starten Sie den Server neu; er nennt dann auf seiner Konsole einen neuen.',
  'first.wrong.house': 'Geben Sie zwei bis fünf Buchstaben und dann eine bis drei Ziffern ein, etwa LAX1.',
  'first.wrong.houseName': 'Geben Sie dem Lager einen Namen.',
  'first.wrong.timeZone':
    'Der Server kennt diese Zeitzone nicht. Wählen Sie eine andere mit derselben Uhrzeit.',
  'first.wrong.currency': 'Der Server kennt diese Währung nicht. Wählen Sie eine andere.',
  'first.wrong.name': 'Geben Sie Ihren Namen ein.',
  'first.wrong.badge': 'Geben Sie zwei Buchstaben und dann vier Ziffern ein, etwa AD0001.',
  'first.wrong.pin': 'Geben Sie 4 bis 12 Ziffern ein.',
  'first.wrong.pinAgain': 'Die beiden PINs sind verschieden. Geben Sie dieselbe noch einmal ein.',

  'first.done': '{house} ist eingerichtet',
  'first.doneAbout':
    'Melden Sie sich jetzt mit Ausweis {badge} und Ihrer PIN an. Legen Sie dann an, was die Halle braucht:',
  'first.signIn': 'Anmelden',
  'first.binsFor': 'Wohin etwas gelegt wird, jeweils mit seiner Zone.',
  'first.sellersFor': 'Wessen Ware zurückkommt.',
  'first.staffFor': 'Wer hier arbeitet, jeweils mit Ausweis und PIN.',
  'first.productsFor': 'Was verkauft wird; Importe angekündigter Retouren legen sie auch an.',

  'first.already': 'Hier ist schon ein Lager eingerichtet',
  'first.alreadyAbout':
    'Melden Sie sich mit Ihrem Ausweis an. Haben Sie keinen, legt ein Admin des Lagers Ihnen einen an.',
}
