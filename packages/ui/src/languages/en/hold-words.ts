/** What the house’s own rules ask of whoever a unit waits for; handhelds, the desk and tickets say it. */
export const holdWords = {
  'heldFor.suspicion': '{findings}: what becomes of it?',
  'heldFor.seller_inactive': '{seller} is not active. What becomes of it?',
} as const
