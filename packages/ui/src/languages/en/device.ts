/** The device that the app runs on: what it keeps, whether its screen stays on, and new versions of the app. */
export const device = {
  'device.title': 'This device',
  'device.version': 'Version {version}',
  'device.kept': 'What is unsent is kept here until it is sent.',
  'device.notKept':
    'This device may delete unsent work when its storage is full. Send often, and install the app.',
  'device.unknown':
    'Only a page over HTTPS works without a network and can keep unsent work for good. Start the server with npm start -- --lan and open the https address that it shows.',
  'device.used': '{used} MB in use, room for {room} MB',
  'device.awake': 'Screen stays on',
  'update.ready': 'Update ready. It comes by itself when all is sent and no step is open.',
  'update.now': 'Update now',
  'update.unsent': 'The update waits until all is sent.',
  'update.offline': 'The update waits for the connection.',
} as const
