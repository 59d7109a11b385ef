import { aliasParcel } from './alias.ts'
import { claimParcel } from './claim.ts'
import { classifyUnit } from './classify.ts'
import type { Command, CommandType } from './commands.ts'
import type { Decision, Rule, Situation } from './decision.ts'
import { describeParcel } from './describe.ts'
import type { Act } from './facts.ts'
import { forfeitParcel } from './forfeit.ts'
import { holdUnit, releaseUnit } from './hold.ts'
import { inspectUnit } from './inspect.ts'
import { dispatchUnit } from './leave.ts'
import { matchParcel } from './match.ts'
import { replacePlate, splitUnit } from './plates.ts'
import { moveUnit, putAwayUnit } from './putaway.ts'
import { receiveParcel, reportParcel } from './receive.ts'
import { finishRefurbishment, startRefurbishment } from './refurbish.ts'
import { attachPhoto, closeParcel, identifyUnit, registerUnit, reopenParcel } from './register.ts'
import { approveScrap, scrapUnit } from './scrap.ts'
import { settleException } from './settle.ts'
import { takeBack } from './take-back.ts'
import { answerScrap } from './veto.ts'
import { countBin, findUnit, loseUnit, writeOffUnit } from './whereabouts.ts'

type RuleTable = { [T in CommandType]: Rule<Extract<Command, { type: T }>> }

/** Which rule a command goes to, in the order of the flow. */
export const RULES: RuleTable = {
  ReceiveParcel: receiveParcel,
  ReportParcel: reportParcel,
  RegisterUnit: registerUnit,
  IdentifyUnit: identifyUnit,
  CloseParcel: closeParcel,
  ReopenParcel: reopenParcel,
  DescribeParcel: describeParcel,
  ClaimParcel: claimParcel,
  ForfeitParcel: forfeitParcel,
  AliasParcel: aliasParcel,
  MatchParcel: matchParcel,
  AttachPhoto: attachPhoto,
  InspectUnit: inspectUnit,
  ClassifyUnit: classifyUnit,
  PutAwayUnit: putAwayUnit,
  MoveUnit: moveUnit,
  HoldUnit: holdUnit,
  ReleaseUnit: releaseUnit,
  SplitUnit: splitUnit,
  ReplacePlate: replacePlate,
  StartRefurbishment: startRefurbishment,
  FinishRefurbishment: finishRefurbishment,
  AnswerScrap: answerScrap,
  ApproveScrap: approveScrap,
  ScrapUnit: scrapUnit,
  DispatchUnit: dispatchUnit,
  LoseUnit: loseUnit,
  FindUnit: findUnit,
  WriteOffUnit: writeOffUnit,
  CountBin: countBin,
  SettleException: settleException,
  TakeBack: takeBack,
}

/** What then happens, or why it does not. Pure: no clock, no chance, no I/O. */
export function decide(situation: Situation, command: Command, act: Act): Decision {
  const rule = RULES[command.type] as Rule<Command>
  return rule(situation, command, act)
}
