/** The advisory locks of this server, in one place: two that share a number shut each other out. */
export const LOCKS = {
  migration: 7_316_701,
  firstSetUp: 7_316_702,
  /** Who gives the feed's events their positions. */
  assigner: 7_316_703,
  /** Who closes business days. */
  closer: 7_316_704,
} as const
