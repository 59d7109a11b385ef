import {
  LABEL_KINDS,
  LABEL_ORIENTATIONS,
  LABEL_SIZES,
  type LabelKind,
  type LabelSize,
  PRINT_STATES,
  PRINTED_UNASKED,
  PRINTER_DPIS,
  PRINTER_LANGUAGES,
  PRINTER_TROUBLES,
  PRINTER_WAYS,
  type PrinterDpi,
  REPRINT_REASONS,
} from '@restow/domain'
import { type Static, Type } from 'typebox'
import { AskedLabel } from './labels.ts'
import { listOf, listQuery, orNull } from './lists.ts'
import { Called, Lpn, oneOf, text } from './words.ts'

/** The printers of a warehouse, what waits for each, and every print that there was. */

const strict = { additionalProperties: false }
/** What stands on a printer behind `.P.`: capitals, digits and hyphens, which every scanner gives back. */
export const PrinterCode = Type.String({ pattern: '^[A-Z0-9][A-Z0-9-]{0,19}$' })
const Uuid = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' })
/** A name or an IP address; no user, no path. */
const Host = Type.String({ minLength: 1, maxLength: 253, pattern: '^[A-Za-z0-9_.:-]+$' })
const SIZE = Type.Optional(oneOf(LABEL_SIZES))
type Sizes = Partial<Record<LabelKind | 'any', LabelSize>>
/** What is loaded, by the kind of label or for `any`; where nothing is said, a kind has its usual size. */
const Sizes = Type.Unsafe<Sizes>(
  Type.Object(Object.fromEntries([...LABEL_KINDS, 'any'].map((kind) => [kind, SIZE])), strict),
)

const settings = {
  name: Called,
  place: orNull(text(120)),
  language: oneOf(PRINTER_LANGUAGES),
  dpi: Type.Unsafe<PrinterDpi>(Type.Union(PRINTER_DPIS.map((dpi) => Type.Literal(dpi)))),
  host: Host,
  port: Type.Integer({ minimum: 1, maximum: 65_535 }),
  /** The agent that reaches it, where the server does not. */
  agent: orNull(Uuid),
  /** False of a ZPL printer that does not answer `~HS`: what it gets is then `sent` and never `printed`. */
  tells: Type.Boolean(),
  sizes: Sizes,
  orientation: oneOf(LABEL_ORIENTATIONS),
  /** Beside what the printer is set to. */
  darkness: orNull(Type.Integer({ minimum: -30, maximum: 30 })),
  /** Inches a second. */
  speed: orNull(Type.Integer({ minimum: 1, maximum: 14 })),
  cut: Type.Boolean(),
}
const { name, language, dpi, host, port, ...further } = settings
/** `POST /api/printers`, by a supervisor. */
export const AddPrinter = Type.Object(
  { code: PrinterCode, name, language, dpi, host, port, ...Type.Partial(Type.Object(further)).properties },
  strict,
)
export type AddPrinter = Static<typeof AddPrinter>
/** `PATCH /api/printers/{code}`: what is left out stays. */
export const ChangePrinter = Type.Partial(Type.Object(settings), { ...strict, minProperties: 1 })
export type ChangePrinter = Static<typeof ChangePrinter>
export const PrinterParams = Type.Object({ code: PrinterCode }, strict)

const Trouble = orNull(oneOf(PRINTER_TROUBLES))
/** A printer in the list, by its code. Times are ISO 8601 in UTC. */
export const PrinterItem = Type.Object(
  {
    code: Type.String(),
    /** What is scanned off it. */
    scan: Type.String(),
    ...settings,
    way: oneOf(PRINTER_WAYS),
    agentName: orNull(Type.String()),
    /** When its agent was heard of last; null where the server reaches it by itself. */
    agentSeen: orNull(Type.String()),
    /** What is in its way, and since when; null where nothing is, as far as is known. */
    trouble: Trouble,
    troubleSince: orNull(Type.String()),
    /** Jobs that wait for it or are with it. */
    waiting: Type.Integer(),
    /** Jobs of which nobody knows whether they came out. */
    unsure: Type.Integer(),
    lastPrintedAt: orNull(Type.String()),
  },
  strict,
)
export type PrinterItem = Static<typeof PrinterItem>
export const PrintersQuery = listQuery({})
export const PrinterList = listOf(PrinterItem)
export type PrinterList = Static<typeof PrinterList>

/** `GET` and `PUT /api/print-settings`: which labels come out by themselves where a device has a printer. */
export const PrintSettings = Type.Object(
  { unasked: Type.Array(oneOf(PRINTED_UNASKED), { maxItems: PRINTED_UNASKED.length, uniqueItems: true }) },
  strict,
)
export type PrintSettings = Static<typeof PrintSettings>

/** `PUT /api/devices/{deviceId}/printer`: by its code, as it is or as it is scanned; null for none. */
export const PutDevicePrinter = Type.Object(
  { printer: orNull(Type.String({ pattern: '^(\\.P\\.)?[A-Z0-9][A-Z0-9-]{0,19}$' })) },
  strict,
)
export const DevicePrinter = Type.Object(
  {
    printer: orNull(Type.Object({ code: Type.String(), name: Type.String(), trouble: Trouble }, strict)),
    /** What comes out there by itself. */
    unasked: PrintSettings.properties.unasked,
  },
  strict,
)
export type DevicePrinter = Static<typeof DevicePrinter>

/**
 * `POST /api/print-jobs`: labels to be printed. The id is the asker's own: sent again, the job is not printed again.
 * Without `printer` the default of the device; where there is none, or with null, the browser's own print dialog is used.
 */
export const AskPrint = Type.Object(
  {
    id: Uuid,
    printer: Type.Optional(orNull(PrinterCode)),
    deviceId: Type.Optional(text(64)),
    labels: Type.Array(AskedLabel, { minItems: 1, maxItems: 500 }),
    /** Why, where these labels were printed before. */
    reason: Type.Optional(oneOf(REPRINT_REASONS)),
    note: Type.Optional(text(300)),
  },
  strict,
)
export type AskPrint = Static<typeof AskPrint>
/** `POST /api/print-jobs/{id}/reprint`; to the same printer where no other is named. */
export const Reprint = Type.Object(
  {
    id: Uuid,
    reason: oneOf(REPRINT_REASONS),
    note: Type.Optional(text(300)),
    printer: Type.Optional(orNull(PrinterCode)),
    deviceId: Type.Optional(text(64)),
  },
  strict,
)
export type Reprint = Static<typeof Reprint>
/**
 * `POST /api/print-jobs/{id}/confirm`: a person's word on a job that was maybe printed. With `no`, what is not certain to
 * have come out is printed again as the job `again`.
 */
export const ConfirmPrint = Type.Object(
  { printed: oneOf(['yes', 'no'] as const), again: Type.Optional(Uuid) },
  strict,
)
export const PrintJobParams = Type.Object({ id: Uuid }, strict)
export const TestPrint = Type.Object({ id: Uuid }, strict)

export const PrintJobsQuery = listQuery({
  printer: Type.Optional(PrinterCode),
  state: Type.Optional(oneOf(PRINT_STATES)),
  /** Every print of a unit's plates, those that it had before among them. */
  lpn: Type.Optional(Lpn),
  /** Those that came of work on this device. */
  deviceId: Type.Optional(text(64)),
})
/** A print, the latest asked for first. Times are ISO 8601 in UTC. */
export const PrintJob = Type.Object(
  {
    id: Type.String(),
    state: oneOf(PRINT_STATES),
    /** Null: by a browser's print dialog, of the file at `/api/print-jobs/{id}/labels.pdf`. */
    printer: orNull(Type.Object({ code: Type.String(), name: Type.String() }, strict)),
    /** The first of its labels, 20 at most. */
    labels: Type.Array(
      Type.Object({ kind: Type.String(), key: Type.String(), copies: Type.Integer() }, strict),
    ),
    total: Type.Integer(),
    /** How many of them are certain to have come out. */
    confirmed: Type.Integer(),
    askedBy: Type.String(),
    askedAt: Type.String(),
    deviceId: orNull(Type.String()),
    /** 1 for the first print, 2 for the first reprint. */
    copy: Type.Integer(),
    ofJob: orNull(Type.String()),
    reason: orNull(oneOf(REPRINT_REASONS)),
    note: orNull(Type.String()),
    attempts: Type.Integer(),
    trouble: Trouble,
    troubleSince: orNull(Type.String()),
    /** A sentence where there is more to say, such as why a label could not be drawn. */
    words: orNull(Type.String()),
    cancelledBy: orNull(Type.String()),
    endedAt: orNull(Type.String()),
    answer: orNull(Type.Object({ printed: Type.Boolean(), by: Type.String(), at: Type.String() }, strict)),
  },
  strict,
)
export type PrintJob = Static<typeof PrintJob>
export const PrintJobList = listOf(PrintJob)
export type PrintJobList = Static<typeof PrintJobList>
