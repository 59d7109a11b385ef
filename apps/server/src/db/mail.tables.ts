import { DAY_MAIL_STATES, LANGUAGE_CODES, MAIL_FORMATS } from '@restow/domain'
import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { at, bytea, isOneOf } from './columns.ts'
import { seller, warehouse } from './set-up.tables.ts'

/** Who gets a seller's days by e-mail, and which mails are still to be sent. drizzle-kit writes the numbered SQL in migrations/ from here. */

export const mailRecipient = pgTable(
  'mail_recipient',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    seller: text('seller')
      .notNull()
      .references(() => seller.code),
    address: text('address').notNull(),
    language: text('language').notNull(),
    formats: text('formats').array().notNull(),
    emptyDays: boolean('empty_days').notNull().default(false),
    /** What the links that end it are signed with: gone with the row. */
    secret: bytea('secret').notNull(),
    madeBy: text('made_by').notNull(),
    madeAt: at('made_at').notNull().defaultNow(),
    /** Days that close from then on are mailed. */
    since: at('since').notNull().defaultNow(),
    stoppedAt: at('stopped_at'),
    /** Refused for good so often in a row. */
    bounces: integer('bounces').notNull().default(0),
    suppressedAt: at('suppressed_at'),
    testedAt: at('tested_at'),
    lastSentAt: at('last_sent_at'),
    lastAnswer: text('last_answer'),
  },
  (t) => [
    uniqueIndex('mail_recipient_address').on(t.seller, sql`lower(${t.address})`),
    check('mail_recipient_language', isOneOf('language', LANGUAGE_CODES)),
    check(
      'mail_recipient_formats',
      sql.raw(`formats <@ array[${MAIL_FORMATS.map((format) => `'${format}'`).join(', ')}]`),
    ),
  ],
)

/** The mail of a closed day to one recipient. */
export const dayMail = pgTable(
  'day_mail',
  {
    recipient: uuid('recipient')
      .notNull()
      .references(() => mailRecipient.id, { onDelete: 'cascade' }),
    warehouse: text('warehouse')
      .notNull()
      .references(() => warehouse.code),
    day: text('day').notNull(),
    seller: text('seller').notNull(),
    state: text('state').notNull().default('waiting'),
    /** Asked for at that moment: a mail that is asked for again is another one. */
    askedAt: at('asked_at').notNull().defaultNow(),
    attempts: integer('attempts').notNull().default(0),
    firstTriedAt: at('first_tried_at'),
    nextAt: at('next_at').notNull().defaultNow(),
    /** Until then whoever took it has it to itself. */
    takenUntil: at('taken_until'),
    /** How often its bytes went out without anybody hearing what became of them. */
    doubts: integer('doubts').notNull().default(0),
    sentAt: at('sent_at'),
    lastAnswer: text('last_answer'),
  },
  (t) => [
    primaryKey({ columns: [t.recipient, t.warehouse, t.day] }),
    index('day_mail_waiting').on(t.nextAt).where(sql`state = 'waiting'`),
    check('day_mail_state', isOneOf('state', DAY_MAIL_STATES)),
  ],
)
