/** What is unsent, what was refused, and what can be done about it. */
export const outbox = {
  'attention.again': 'Send again',
  'attention.drop': 'Drop…',
  'attention.supervisor': 'Ask a supervisor',
  'attention.waitsForIt.one': '{count} step waits for it',
  'attention.waitsForIt.other': '{count} steps wait for it',
  'attention.senderStopped': '{count} of {badge} cannot be sent',
  'attention.signInToSend': '{badge} signs in here once more, and it goes out.',
  'verdict.asking': 'Asking the server…',
  'drop.title': 'Why may it go?',
  'drop.what':
    'It was not recorded. Dropping it takes it off this device; what waits for it is then judged by itself.',
  'device.enrolled': 'This device is now {name}. Sign in with your badge.',
  'keep.title': 'This browser keeps nothing',
  'keep.hint':
    'It has no room, or forbids pages to keep data, so work done here could be lost. Free some space or use another browser, then load this page again.',
  'drop.done_by_other': 'Somebody else has done it',
  'drop.mistake': 'It was a mistake',
  'drop.not_there': 'The goods are not there',
  'drop.settled': 'Settled with a supervisor',
  'drop.other': 'Another reason',
} as const
