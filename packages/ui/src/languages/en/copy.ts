/** What this device knows by itself, without the network. */
export const copy = {
  'copy.complete': 'Working copy: complete, {time}',
  'copy.partial': 'Working copy: not complete yet, still loading',
} as const
