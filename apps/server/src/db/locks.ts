/** The advisory locks of this server, in one place: two that share a number shut each other out. */
export const LOCKS = {
  migration: 7_316_701,
  firstSetUp: 7_316_702,
  /** Which node looks for events that have no position, whoever recorded them. */
  assigner: 7_316_703,
  /** Who closes business days. */
  closer: 7_316_704,
  /** Who gives the feed's events their positions just now: for one round, as long as its transaction. */
  positions: 7_316_705,
  /** Which node deals with what a reader has not read; with the reader's name hashed as the second number. */
  readers: 7_316_706,
} as const
