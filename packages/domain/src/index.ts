export * from './checklists.ts'
export * from './classify.ts'
export * from './commands.ts'
export * from './decide.ts'
export type { Decision, Known, LabelNumber, Situation } from './decision.ts'
export { DROP_REASONS, type DropReason, WOULD_LEAD_TO } from './dropped.ts'
export type * from './events.ts'
export { ARRIVING_PARCELS, mayCancel, stateOfReturn } from './expected-return.ts'
export type * from './facts.ts'
export { claimableUntil, isPast, lastInTime } from './forfeit.ts'
export * from './guesses.ts'
export { becauseOfFacts, type HoldBecause } from './hold-because.ts'
export {
  allowedGrade,
  checklistFor,
  findingsOf,
  GRADE_WITH,
  houseListFor,
  missingAngles,
  QUARANTINED,
  usedOf,
} from './inspect.ts'
export { REUSE_AFTER_DAYS, readLabel, standing } from './label.ts'
export * from './label-lists.ts'
export { shareOfValue } from './lines.ts'
export * from './lpn.ts'
export { isMailAddress, MAIL_ADDRESS, MAIL_ADDRESS_LENGTH } from './mail-address.ts'
export * from './money.ts'
export { MOST_OWN_CHECKS, ownChecksProblems, withOwnChecks } from './own-checks.ts'
export { evolveParcel, goesBy, lineKey, type Parcel, type ParcelPhoto } from './parcel.ts'
export * from './person-steps.ts'
export * from './policy.ts'
export { housePartsChanged, withHouseParts } from './policy-rights.ts'
export * from './printing.ts'
export { hasRoom, zonesFor } from './putaway.ts'
export * from './reasons.ts'
export { isContested } from './receive.ts'
export { parcelFacts, unitFacts } from './refuse.ts'
export {
  fillSentence,
  REJECTION_CODES,
  REJECTIONS,
  type RejectionCode,
  type RejectionFacts,
} from './rejections.ts'
export * from './relabel.ts'
export { leads } from './roles.ts'
export { lastEventId, type OpenException, type Step } from './steps.ts'
export { type RouteOption, type Suggestion, suggest } from './suggestion.ts'
export { gaveOwner } from './take-back.ts'
export * from './targets.ts'
export * from './transitions.ts'
export { type Decided, evolveUnit, type Unit, type UnitPhoto } from './unit.ts'
export { timeOfUuid, uuidV7 } from './uuid.ts'
export { vetoRuns } from './veto.ts'
export { countedAmong, onNothing } from './whereabouts.ts'
export * from './words.ts'
