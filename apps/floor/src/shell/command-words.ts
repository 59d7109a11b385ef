import type { CommandType } from '@restow/domain'
import { wordOf } from './sentences.ts'

/** What each command is called: by what it would have led to. */
const EVENT_OF: Record<CommandType, string> = {
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
  ApproveScrap: 'ScrapApproved',
  ScrapUnit: 'UnitScrapped',
  DispatchUnit: 'UnitDispatched',
  LoseUnit: 'UnitLost',
  FindUnit: 'UnitFound',
  CountBin: 'UnitFound',
  TakeBack: 'StepTakenBack',
}

/** A command in the words of what it would have led to. */
export const wordFor = (type: CommandType): string => wordOf('event', EVENT_OF[type])
