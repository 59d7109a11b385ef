/** What becomes of a shot before its picture, and how far the server has what a scan did. */
export const sent = {
  'shot.waits': 'The photo is taken as soon as the camera’s picture is there. Hold still.',
  'shot.none': 'The camera shows no picture. Try again, or choose a picture instead.',
  'sent.saved': 'saved',
  'sent.sent': 'sent',
  'sent.refused': 'refused',
} as const
