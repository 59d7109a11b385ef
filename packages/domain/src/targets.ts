/** Time targets: how long a parcel or unit may take from one step to the next. */

/** From the dock to the first unit, from the dock to the first decision, from the decision to resell to the shelf. */
export const TARGETS = ['register', 'decide', 'shelve'] as const
export type TargetName = (typeof TARGETS)[number]

/** Whole seconds for each. */
export type Targets = Readonly<Record<TargetName, number>>
/** What a seller's contract says otherwise than its warehouse. */
export type OwnTargets = Readonly<Partial<Targets>>

/** Dock to registered 4 hours, dock to decided the same day, decided to shelved the next. */
export const USUAL_TARGETS: Targets = { register: 4 * 3600, decide: 24 * 3600, shelve: 24 * 3600 }

/** A minute is the least that a board counts by; a month is no target any more. */
export const LEAST_TARGET = 60
export const LONGEST_TARGET = 31 * 86_400
