/** What comes to each step and goes on from it, hour by hour. */
export const deskFlow = {
  'flow.title': 'Today, hour by hour',
  'flow.steps': 'Step',
  'flow.in': 'In',
  'flow.out': 'Out',
  'flow.parcels': 'open parcels',
  'flow.chart': '{step}: in and out by the hour',
  'flow.totals': '{in} in, {out} out today',
} as const
