import type { deskLive as english } from '../en/desk-live.ts'
import type { Translation } from '../texts.ts'

/** Whether what the boards show is true now. */
export const deskLive: Translation<typeof english> = {
  'live.on': 'Live',
  'live.reconnecting': 'Keine Verbindung · wird wieder aufgebaut · Stand {time}',
}
