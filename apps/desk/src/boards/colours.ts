import type { Disposition } from '@restow/domain'

/** The colours of the decisions where they fill an area; a letter or a word goes with each. */
export const DECISION_COLOURS: Readonly<Record<Disposition, string>> = {
  resell: 'var(--resell)',
  refurbish: 'var(--bar-refurbish)',
  scrap: 'var(--scrap)',
}
