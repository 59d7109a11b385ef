/** Whether what the boards show is true now. */
export const deskLive = {
  'live.on': 'Live',
  'live.reconnecting': 'Line is down · reconnecting · as of {time}',
} as const
