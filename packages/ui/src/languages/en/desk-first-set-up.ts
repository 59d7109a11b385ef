/** The first set-up: one form on an empty server, read once by the person who installed it. */
export const deskFirstSetUp = {
  'first.title': 'First set-up',
  'first.about':
    'There is no warehouse on this server yet. This makes the first one, and you its admin. It is asked once.',

  'first.proof': 'From the console',
  'first.code': 'Set-up code',
  'first.codeHint':
    'The server tells it on its console when it starts, beside “Restow is ready”. With Docker: docker compose logs server',

  'first.warehouse': 'The warehouse',
  'first.house': 'Warehouse code',
  'first.houseHint':
    'Two to five letters and one to three digits, such as LAX1. Every bin’s code begins with it.',
  'first.houseBins': 'Its bins will read like {bin}.',
  'first.houseName': 'Warehouse name',
  'first.houseNameHint': 'As people say it, such as Los Angeles 1.',
  'first.timeZone': 'Time zone',
  'first.timeZoneHint': 'Business days and daily reports begin and end by its clock. It is {now} there now.',
  'first.currency': 'Currency',
  'first.currencyHint': 'Policies of new sellers are reckoned in it.',

  'first.admin': 'You, its first admin',
  'first.name': 'Your name',
  'first.badge': 'Badge',
  'first.badgeHint':
    'Two letters and four digits, such as AD0001. It is typed, or scanned off a card, to sign in.',
  'first.pin': 'PIN',
  'first.pinHint': '4 to 12 digits. Remember it: nobody else can give you a new one yet.',
  'first.pinAgain': 'PIN once more',

  'first.submit': 'Set up the warehouse',
  'first.busy': 'Setting up',
  'first.look': 'Some fields need another look; they say what is missing.',

  'first.wrong.code': 'Enter the code of eight characters from the server’s console.',
  'first.wrong.codeRefused': 'That is not the set-up code. Read it off the console again.',
  'first.wrong.codeUsedUp':
    'Too many wrong codes. Restart the server; it then tells a new code on its console.',
  'first.wrong.house': 'Enter two to five letters, then one to three digits, such as LAX1.',
  'first.wrong.houseName': 'Enter a name for the warehouse.',
  'first.wrong.timeZone': 'The server does not know this time zone. Choose another one of the same clock.',
  'first.wrong.currency': 'The server does not know this currency. Choose another one.',
  'first.wrong.name': 'Enter your name.',
  'first.wrong.badge': 'Enter two letters, then four digits, such as AD0001.',
  'first.wrong.pin': 'Enter 4 to 12 digits.',
  'first.wrong.pinAgain': 'The two PINs differ. Enter the same one again.',

  'first.done': '{house} is set up',
  'first.doneAbout': 'Now sign in with badge {badge} and your PIN. Then make what the floor needs:',
  'first.signIn': 'Sign in',
  'first.binsFor': 'Places to put things, each with its zone.',
  'first.sellersFor': 'Whose goods come back.',
  'first.staffFor': 'Who works here, each with a badge and a PIN.',
  'first.productsFor': 'What is sold; imports of announced returns make them, too.',

  'first.already': 'A warehouse is set up here already',
  'first.alreadyAbout': 'Sign in with your badge. If you have none, an admin of the warehouse makes you one.',
} as const
