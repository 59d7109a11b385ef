/** The camera: reading codes with it, taking photos with it, and what stands in its way. */
export const camera = {
  'camera.open': 'Camera',
  'camera.title': 'Scan with the camera',
  'camera.close': 'Close the camera',
  'camera.picture': 'What the camera sees',
  'camera.starting': 'Starting the camera',
  'camera.aim': 'Hold the code between the corners.',
  'camera.torchOn': 'Light on',
  'camera.torchOff': 'Light off',
  'camera.next': 'Other camera',
  'camera.insecure':
    'The browser lends the camera only to secure pages. Start the server with npm start -- --lan and open the https address that it shows.',
  'camera.refused':
    'The camera is not allowed for this page. Allow it beside the address or in the device’s settings, then try again.',
  'camera.none': 'This device has no camera that can be used. Scan with the trigger, or type the code.',
  'camera.inUse': 'Another program has the camera. Close that program, then try again.',
  'camera.failed': 'The camera did not start. Try again, or start the device anew.',
  'camera.noEngine':
    'Reading codes could not be loaded. Check the connection, close the camera and open it again.',
  'camera.shoot': 'Take the photo',
  'camera.file': 'Choose a picture instead',
} as const
