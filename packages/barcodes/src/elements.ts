/** What a GS1 code is made of. */

/** An identifier and its value, in the order in which a code has them. */
export type Element = readonly [ai: string, value: string]

/** A value that may have swallowed what stood behind it, since a separator seems to be lost. */
export interface Gs1Doubt {
  ai: string
  /** All of it, as far as the next separator. */
  value: string
  /** What it may be instead: the elements that it falls into. */
  readings: Element[][]
}

export interface Gs1Reading {
  elements: Element[]
  uncertain: Gs1Doubt[]
}
