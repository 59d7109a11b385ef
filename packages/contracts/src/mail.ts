import {
  DAY_MAIL_STATES,
  LANGUAGE_CODES,
  MAIL_ADDRESS,
  MAIL_ADDRESS_LENGTH,
  MAIL_FORMATS,
} from '@restow/domain'
import { type Static, Type } from 'typebox'
import { listOf, listQuery, orNull } from './lists.ts'
import { oneOf, text } from './words.ts'

/** Who gets a seller's day by e-mail once it has closed, and how that goes. */

const strict = { additionalProperties: false }
/** One mailbox, without a name. */
const Address = Type.String({ maxLength: MAIL_ADDRESS_LENGTH, pattern: MAIL_ADDRESS })
const Formats = Type.Array(oneOf(MAIL_FORMATS), { maxItems: MAIL_FORMATS.length, uniqueItems: true })
const Uuid = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' })
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })

export const MailRecipientParams = Type.Object({ code: text(40), id: Uuid }, strict)
export const DayMailParams = Type.Object({ code: text(40), id: Uuid, warehouse: text(40), day: Day }, strict)
export const UnsubscribeParams = Type.Object({ token: text(200) }, strict)

/** `POST /api/sellers/{code}/mail-recipients`. */
export const AddMailRecipient = Type.Object(
  {
    address: Address,
    language: oneOf(LANGUAGE_CODES),
    /** Which of the report's files are attached. */
    formats: Formats,
    /** Whether days on which nothing was are mailed as well; left out: no. */
    emptyDays: Type.Optional(Type.Boolean()),
  },
  strict,
)
export type AddMailRecipient = Static<typeof AddMailRecipient>
/** `PATCH /api/sellers/{code}/mail-recipients/{id}`; what is left out stays. */
export const ChangeMailRecipient = Type.Object(
  {
    language: Type.Optional(oneOf(LANGUAGE_CODES)),
    formats: Type.Optional(Formats),
    emptyDays: Type.Optional(Type.Boolean()),
    /** Sends again to an address that was given up because nothing came through. */
    tryAgain: Type.Optional(Type.Literal(true)),
  },
  { ...strict, minProperties: 1 },
)
export type ChangeMailRecipient = Static<typeof ChangeMailRecipient>

export const MailRecipientItem = Type.Object(
  {
    id: Type.String(),
    address: Type.String(),
    language: oneOf(LANGUAGE_CODES),
    formats: Formats,
    emptyDays: Type.Boolean(),
    madeBy: Type.String(),
    madeAt: Type.String(),
    /** When whoever reads there said that nothing more is wanted. */
    stoppedAt: orNull(Type.String()),
    /** When the address was given up, after three mails that were refused. */
    suppressedAt: orNull(Type.String()),
    waiting: Type.Integer({ description: 'mails that are still to be sent' }),
    lastSentAt: orNull(Type.String()),
    /** What the mail server said to the last attempt, where it did not take it. */
    lastAnswer: orNull(Type.String()),
  },
  strict,
)
export type MailRecipientItem = Static<typeof MailRecipientItem>
/** `on` is false where the house has not set up e-mail: nothing is sent then. */
export const MailRecipientList = Type.Object(
  { on: Type.Boolean(), items: Type.Array(MailRecipientItem) },
  strict,
)
export type MailRecipientList = Static<typeof MailRecipientList>

/** `POST …/test`: what became of a mail that was sent at once. */
export const MailTried = Type.Object(
  { sent: Type.Boolean(), answer: Type.String(), milliseconds: Type.Integer() },
  strict,
)
export type MailTried = Static<typeof MailTried>

export const DayMailsQuery = listQuery({})
/** The mail of one day to one recipient, the latest first. */
export const DayMailItem = Type.Object(
  {
    warehouse: Type.String(),
    day: Type.String(),
    state: oneOf(DAY_MAIL_STATES),
    attempts: Type.Integer(),
    nextAt: orNull(Type.String()),
    sentAt: orNull(Type.String()),
    /** What the mail server said last, or why it said nothing. */
    answer: orNull(Type.String()),
  },
  strict,
)
export type DayMailItem = Static<typeof DayMailItem>
export const DayMailList = listOf(DayMailItem)
export type DayMailList = Static<typeof DayMailList>
