/** Who sends what tests put through a door of their own. */
export const sender = {
  user: 'OP1001',
  role: 'operator',
  warehouse: 'LAX1',
  timeZone: 'America/Los_Angeles',
} as const
