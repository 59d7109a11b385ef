import { type CommandType, PERFORMED } from '@restow/domain'
import { type Static, type TObject, type TProperties, Type } from 'typebox'
import * as classify from './classify.ts'
import * as inspect from './inspect.ts'
import * as putaway from './putaway.ts'
import * as receive from './receive.ts'
import * as refurbish from './refurbish.ts'
import * as register from './register.ts'
import { Instant, Lpn, oneOf, RawScan, text, UuidV7 } from './words.ts'

/** The most commands that one request may carry. */
export const MAX_COMMANDS = 500

/** Who asks is the session's; when, where and with what stands in the envelope of each command. */
export const Envelope = {
  commandId: UuidV7,
  deviceId: text(64),
  deviceSeq: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }),
  scannedAt: Instant,
  performed: Type.Optional(oneOf(PERFORMED)),
  expectedVersion: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000 })),
}

const strict = { additionalProperties: false } as const
const of = <T extends string, P extends TProperties>(type: T, facts: P) =>
  Type.Object({ type: Type.Literal(type), ...Envelope, ...facts }, strict)

const eventId = text(80)
/** The schema of each command, whole. Schemas only grow: an outbox of two releases ago still parses. */
export const COMMAND_SCHEMAS = {
  ReceiveParcel: of('ReceiveParcel', receive.ReceiveParcel),
  ReportParcel: of('ReportParcel', receive.ReportParcel),
  RegisterUnit: of('RegisterUnit', register.RegisterUnit),
  IdentifyUnit: of('IdentifyUnit', register.IdentifyUnit),
  CloseParcel: of('CloseParcel', register.CloseParcel),
  ReopenParcel: of('ReopenParcel', register.ReopenParcel),
  DescribeParcel: of('DescribeParcel', register.DescribeParcel),
  ClaimParcel: of('ClaimParcel', register.ClaimParcel),
  ForfeitParcel: of('ForfeitParcel', register.ForfeitParcel),
  AliasParcel: of('AliasParcel', register.AliasParcel),
  MatchParcel: of('MatchParcel', register.MatchParcel),
  AttachPhoto: of('AttachPhoto', register.AttachPhoto),
  InspectUnit: of('InspectUnit', inspect.InspectUnit),
  ClassifyUnit: of('ClassifyUnit', classify.ClassifyUnit),
  PutAwayUnit: of('PutAwayUnit', putaway.PutAwayUnit),
  MoveUnit: of('MoveUnit', putaway.MoveUnit),
  HoldUnit: of('HoldUnit', putaway.HoldUnit),
  ReleaseUnit: of('ReleaseUnit', putaway.ReleaseUnit),
  SplitUnit: of('SplitUnit', putaway.SplitUnit),
  ReplacePlate: of('ReplacePlate', putaway.ReplacePlate),
  StartRefurbishment: of('StartRefurbishment', refurbish.StartRefurbishment),
  FinishRefurbishment: of('FinishRefurbishment', refurbish.FinishRefurbishment),
  AnswerScrap: Type.Union([
    of('AnswerScrap', { lpn: Lpn, ...classify.AgreeToScrap }),
    of('AnswerScrap', { lpn: Lpn, ...classify.ObjectToScrap }),
  ]),
  ApproveScrap: of('ApproveScrap', classify.ApproveScrap),
  ScrapUnit: of('ScrapUnit', classify.ScrapUnit),
  DispatchUnit: of('DispatchUnit', putaway.DispatchUnit),
  LoseUnit: of('LoseUnit', putaway.LoseUnit),
  FindUnit: of('FindUnit', putaway.FindUnit),
  WriteOffUnit: of('WriteOffUnit', putaway.WriteOffUnit),
  CountBin: of('CountBin', putaway.CountBin),
  SettleException: Type.Union([
    of('SettleException', { lpn: Lpn, ...putaway.SettleException }),
    of('SettleException', { parcel: RawScan, ...putaway.SettleException }),
  ]),
  TakeBack: Type.Union([of('TakeBack', { lpn: Lpn, eventId }), of('TakeBack', { parcel: RawScan, eventId })]),
} satisfies Record<CommandType, unknown>

export type WireCommand = { [T in CommandType]: Static<(typeof COMMAND_SCHEMAS)[T]> }[CommandType]
export type WireCommandOf<T extends CommandType> = Static<(typeof COMMAND_SCHEMAS)[T]>

/** The body of `POST /api/commands`. A malformed command is rejected by itself, so any value may stand here. */
export const CommandBatch: TObject = Type.Object(
  { commands: Type.Array(Type.Unknown(), { minItems: 1, maxItems: MAX_COMMANDS }) },
  strict,
)

const OutcomeEvent = Type.Object({
  eventId: Type.String(),
  type: Type.String(),
  stream: Type.Object({ kind: oneOf(['parcel', 'unit'] as const), id: Type.String(), key: Type.String() }),
  version: Type.Integer(),
})
const Facts = Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]))
export const Outcome = Type.Object({
  commandId: Type.Union([Type.String(), Type.Null()]),
  outcome: oneOf(['accepted', 'rejected'] as const),
  events: Type.Optional(Type.Array(OutcomeEvent)),
  exceptions: Type.Optional(Type.Array(Type.Object({ code: Type.String(), facts: Facts }))),
  code: Type.Optional(Type.String()),
  message: Type.Optional(Type.String()),
  facts: Type.Optional(Facts),
})
export type Outcome = Static<typeof Outcome>
export const Outcomes = Type.Object({ outcomes: Type.Array(Outcome) })
