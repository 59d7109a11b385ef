/** Screens that are left on walls. */
export const deskScreens = {
  'tv.stays': 'Leave it here on the wall',
  'tv.staysAbout':
    'This browser becomes a screen: it shows boards and nothing else, also after your shift. You are signed out here. Take it down under Devices.',
  'tv.screenName': 'Name of the screen',
  'tv.screenNameHint': 'Where it hangs, such as “Dock, north wall”.',
  'screens.title': 'Screens on walls',
  'screens.about': 'They stay signed in as themselves, show boards and open nothing else.',
  'screens.since': 'since {at}, by',
  'screens.seen': 'last seen {span} ago',
  'screens.down': 'Take down',
  'screens.downTitle': 'Take {what} down?',
  'screens.downAbout': 'It loses its sign-in at once and shows nothing new. To hang it again, sign in on it.',
} as const
