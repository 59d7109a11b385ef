import type { CommandType } from './commands.ts'

/** What a person drops that was refused: it never happened, and is told apart from history. */

/** Why it may go. */
export const DROP_REASONS = ['done_by_other', 'mistake', 'not_there', 'settled', 'other'] as const
export type DropReason = (typeof DROP_REASONS)[number]

/** What each command would have led to: by that it is called where people read of it. */
export const WOULD_LEAD_TO: Readonly<Record<CommandType, string>> = {
  ReceiveParcel: 'ParcelReceived',
  ReportParcel: 'ParcelReported',
  RegisterUnit: 'UnitRegistered',
  IdentifyUnit: 'UnitIdentified',
  CloseParcel: 'ParcelClosed',
  ReopenParcel: 'ParcelReopened',
  DescribeParcel: 'ParcelDescribed',
  ClaimParcel: 'ParcelClaimed',
  ForfeitParcel: 'ParcelForfeited',
  AliasParcel: 'ParcelAliased',
  MatchParcel: 'ParcelMatched',
  AttachPhoto: 'PhotoAttached',
  InspectUnit: 'UnitInspected',
  ClassifyUnit: 'UnitClassified',
  PutAwayUnit: 'UnitPutAway',
  MoveUnit: 'UnitMoved',
  HoldUnit: 'UnitHeld',
  ReleaseUnit: 'UnitReleased',
  SplitUnit: 'UnitSplit',
  ReplacePlate: 'PlateReplaced',
  StartRefurbishment: 'RefurbishmentStarted',
  FinishRefurbishment: 'RefurbishmentFinished',
  AnswerScrap: 'ScrapAgreed',
  ApproveScrap: 'ScrapApproved',
  ScrapUnit: 'UnitScrapped',
  DispatchUnit: 'UnitDispatched',
  LoseUnit: 'UnitLost',
  FindUnit: 'UnitFound',
  WriteOffUnit: 'UnitWrittenOff',
  CountBin: 'UnitFound',
  SettleException: 'ExceptionSettled',
  TakeBack: 'StepTakenBack',
}
