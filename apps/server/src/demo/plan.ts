import type {
  Angle,
  Condition,
  DispatchReason,
  Disposition,
  Finding,
  Grade,
  Identity,
  OverrideReason,
  Route,
  WaitsFor,
  Zone,
} from '@restow/domain'

/** What happened to a parcel and the units out of it. Every time is ISO 8601 in UTC, and none is to come. */
export interface ParcelPlan {
  /** The operator whose parcel it is. */
  readonly by: string
  readonly receivedAt: string
  readonly condition: Condition
  readonly photos: readonly PhotoPlan[]
  /** Nothing was inside. */
  readonly reported?: { readonly at: string; readonly outcome: 'empty'; readonly note: string }
  readonly units: readonly UnitPlan[]
  readonly closedAt?: string
}

export interface PhotoPlan {
  readonly angle: Angle
  readonly takenAt: string
}

export interface UnitPlan {
  /** The product that it was registered as; null where nobody could tell. */
  readonly sku: string | null
  readonly quantity: number
  readonly serial?: string
  readonly registeredAt: string
  /** Held before anybody inspected it. */
  readonly held?: HoldPlan
  /** The first inspection and what followed; another round follows each refurbishment. */
  readonly rounds: readonly RoundPlan[]
}

export interface RoundPlan {
  readonly inspectedAt: string
  readonly photos: readonly PhotoPlan[]
  readonly identity: Identity
  readonly answers: readonly { readonly check: string; readonly answer: string }[]
  readonly findings: readonly Finding[]
  /** The grade given; `gradeLowering` says what answers and findings would have allowed, where it is lower. */
  readonly grade: Grade
  readonly gradeLowering?: { readonly from: Grade; readonly note: string }
  readonly held?: HoldPlan
  readonly decision?: DecisionPlan
  readonly putAway?: { readonly at: string; readonly zone: Zone }
  readonly refurbish?: RefurbishPlan
  readonly approvedAt?: string
  readonly scrapped?: { readonly at: string; readonly route: Route }
  readonly dispatched?: { readonly at: string; readonly reason: DispatchReason; readonly reference: string }
}

export interface DecisionPlan {
  readonly at: string
  /** What was suggested, or another choice with its reason. */
  readonly choice: 'suggested' | { readonly code: OverrideReason; readonly note?: string }
  readonly disposition: Disposition
  readonly route: Route
}

export interface RefurbishPlan {
  readonly startedAt: string
  readonly route: Route
  readonly finished?: { readonly at: string; readonly done: readonly string[]; readonly minutes: number }
}

export interface HoldPlan {
  readonly at: string
  /** `inspection`: the finding holds it by itself, without a command of its own. */
  readonly by: 'inspection' | 'person'
  readonly waitsFor: WaitsFor
  readonly question: string
  readonly aside?: { readonly at: string; readonly zone: Zone }
  readonly released?: { readonly at: string; readonly answer: string }
}
