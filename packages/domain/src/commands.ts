import type { ChecklistUsed, Printed } from './facts.ts'
import type {
  Condition,
  DispatchReason,
  Disposition,
  ExceptionCode,
  Finding,
  Grade,
  Identity,
  OverrideReason,
  ParcelOutcome,
  Route,
  WaitsFor,
} from './words.ts'

/** What can be asked for, by command type: the facts beside the envelope (who, when, with what device). */
export interface CommandFacts {
  ReceiveParcel: { tracking: string; condition: Condition }
  ReportParcel: { parcel: string; outcome: ParcelOutcome; note?: string }
  RegisterUnit: {
    parcel: string
    lpn: string
    product: ProductKey | null
    quantity: number
    serial?: string
    marketplaceLpn?: string
  }
  IdentifyUnit: { lpn: string; product: ProductKey }
  CloseParcel: { parcel: string }
  ReopenParcel: { parcel: string }
  /** What is printed on it, field by field; what is left out stays as it was. */
  DescribeParcel: { parcel: string; printed: Printed }
  /** `rma`: the announced return of that seller that the parcel is then the answer to. */
  ClaimParcel: { parcel: string; seller: string; evidence?: { order?: string; sku?: string }; rma?: string }
  ForfeitParcel: { parcel: string; note?: string }
  AliasParcel: { parcel: string; tracking: string }
  MatchParcel: { parcel: string }
  AttachPhoto: {
    subject: { lpn: string } | { parcel: string }
    sha256: string
    angle: string
    takenAt: string
  }
  InspectUnit: {
    lpn: string
    identity: Identity
    answers: { check: string; answer: string }[]
    findings: Finding[]
    grade: Grade
    note?: string
    /** The one whose questions were answered; the one that stands, where it is left out. */
    checklist?: ChecklistUsed
  }
  ClassifyUnit: {
    lpn: string
    disposition: Disposition
    route: Route
    overrideReason?: { code: OverrideReason; note?: string }
  }
  PutAwayUnit: { lpn: string; bin: string }
  MoveUnit: { lpn: string; bin: string }
  HoldUnit: { lpn: string; waitsFor: WaitsFor; question: string }
  ReleaseUnit: { lpn: string; answer?: string }
  SplitUnit: { lpn: string; quantity: number; newLpn: string }
  ReplacePlate: { lpn: string; newLpn: string }
  StartRefurbishment: { lpn: string; route: Route }
  FinishRefurbishment: {
    lpn: string
    done: string[]
    minutes: number
    cost?: { minor: number; currency: string }
  }
  /** Its seller's word, while it may object. */
  AnswerScrap: { lpn: string } & ({ agreed: true; note?: string } | { agreed: false; note: string })
  ApproveScrap: { lpn: string; approved: boolean; note?: string }
  ScrapUnit: { lpn: string; route: Route; witness?: string }
  DispatchUnit: { lpn: string; reason: DispatchReason; reference: string }
  LoseUnit: { lpn: string; bin?: string }
  FindUnit: { lpn: string; bin?: string }
  /** A missing unit is not looked for any more. */
  WriteOffUnit: { lpn: string; note?: string }
  /** `missing`: what was looked for in vain; where it is left out, whatever is on record there and not among `lpns`. */
  CountBin: { bin: string; lpns: string[]; missing?: string[] }
  /** A supervisor is done with what the event left on record although it should not be. */
  SettleException: { eventId: string; code: ExceptionCode; note?: string } & (
    | { lpn: string }
    | { parcel: string }
  )
  TakeBack: { eventId: string } & ({ lpn: string } | { parcel: string })
}

export type ProductKey = { sku: string } | { gtin: string } | { fnsku: string }
export type CommandType = keyof CommandFacts
/** A command as the rules see it: its type and its facts. Who and when come beside it, as an `Act`. */
export type Command = { [T in CommandType]: { type: T } & CommandFacts[T] }[CommandType]
export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>

const TYPES: Record<CommandType, true> = {
  ReceiveParcel: true,
  ReportParcel: true,
  RegisterUnit: true,
  IdentifyUnit: true,
  CloseParcel: true,
  ReopenParcel: true,
  DescribeParcel: true,
  ClaimParcel: true,
  ForfeitParcel: true,
  AliasParcel: true,
  MatchParcel: true,
  AttachPhoto: true,
  InspectUnit: true,
  ClassifyUnit: true,
  PutAwayUnit: true,
  MoveUnit: true,
  HoldUnit: true,
  ReleaseUnit: true,
  SplitUnit: true,
  ReplacePlate: true,
  StartRefurbishment: true,
  FinishRefurbishment: true,
  AnswerScrap: true,
  ApproveScrap: true,
  ScrapUnit: true,
  DispatchUnit: true,
  LoseUnit: true,
  FindUnit: true,
  WriteOffUnit: true,
  CountBin: true,
  SettleException: true,
  TakeBack: true,
}
/** All command types, in the order of the flow. */
export const COMMAND_TYPES = Object.keys(TYPES) as CommandType[]
