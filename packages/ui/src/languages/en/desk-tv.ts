/** Boards on a wall. */
export const deskTv = {
  'tv.title': 'Show on a TV',
  'tv.about':
    'The address keeps what you choose: bookmark it on the TV. It needs no hand: it reconnects and goes on by itself.',
  'tv.boards': 'Boards',
  'tv.seconds': 'Each for',
  'tv.forSeconds': '{n} s',
  'tv.start': 'Start',
  'tv.pickOne': 'Choose at least one board.',
  'tv.sleeps':
    'This browser lets a page keep the screen awake only over HTTPS. Switch off the TV’s sleep by hand.',
  'tv.reconnecting': 'Reconnecting',
  'tv.asOf': 'as of {time}',
  'tv.page': '{page} of {pages}',
  'tv.perHour': 'Units by the hour',
  'tv.nothing': 'Nothing is shown here for this sign-in.',
} as const
