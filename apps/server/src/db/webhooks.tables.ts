import { WEBHOOK_STATES, WEBHOOK_TYPES } from '@restow/domain'
import { sql } from 'drizzle-orm'
import { bigint, boolean, check, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { at, isOneOf } from './columns.ts'
import { seller } from './set-up.tables.ts'

/** Who is told of things as they happen, and what is still to be told. drizzle-kit writes the numbered SQL in migrations/ from here. */

export const webhook = pgTable(
  'webhook',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    seller: text('seller')
      .notNull()
      .references(() => seller.code),
    url: text('url').notNull(),
    types: text('types').array().notNull(),
    active: boolean('active').notNull().default(true),
    /** What messages are signed with; the one before it signs as well for a day, so that a receiver can change over. */
    secret: text('secret').notNull(),
    formerSecret: text('former_secret'),
    formerUntil: at('former_until'),
    madeBy: text('made_by').notNull(),
    madeAt: at('made_at').notNull().defaultNow(),
    removedAt: at('removed_at'),
    /** Nothing comes through: since when, how often in a row, and when it is tried again. */
    failingSince: at('failing_since'),
    failures: integer('failures').notNull().default(0),
    retryAt: at('retry_at'),
    lastError: text('last_error'),
    lastDeliveredAt: at('last_delivered_at'),
    /** A replay: the day that it began with, the position it has come to, and the one it ends at. */
    replayFrom: text('replay_from'),
    replayAfter: bigint('replay_after', { mode: 'number' }),
    replayUntil: bigint('replay_until', { mode: 'number' }),
  },
  (t) => [
    index('webhook_seller').on(t.seller),
    check('webhook_types', sql.raw(`types <@ array[${WEBHOOK_TYPES.map((type) => `'${type}'`).join(', ')}]`)),
  ],
)

export const webhookMessage = pgTable(
  'webhook_message',
  {
    webhook: uuid('webhook')
      .notNull()
      .references(() => webhook.id),
    /** The same for the same event, so that a receiver that gets it twice can tell. */
    id: text('id').notNull(),
    seller: text('seller').notNull(),
    type: text('type').notNull(),
    about: text('about').notNull(),
    /** Where it stands in the feed: messages about one thing go out in this order. */
    position: bigint('position', { mode: 'number' }).notNull(),
    /** To the letter, as it is signed. */
    body: text('body').notNull(),
    at: at('at').notNull(),
    state: text('state').notNull().default('waiting'),
    attempts: integer('attempts').notNull().default(0),
    firstTriedAt: at('first_tried_at'),
    nextAt: at('next_at').notNull().defaultNow(),
    /** Until then whoever took it has it to itself. */
    takenUntil: at('taken_until'),
    deliveredAt: at('delivered_at'),
    lastError: text('last_error'),
  },
  (t) => [
    primaryKey({ columns: [t.webhook, t.id] }),
    index('webhook_message_waiting').on(t.webhook, t.position, t.id).where(sql`state = 'waiting'`),
    index('webhook_message_in_order').on(t.webhook, t.about, t.position, t.id).where(sql`state = 'waiting'`),
    index('webhook_message_listed').on(t.webhook, t.at, t.id),
    check('webhook_message_state', isOneOf('state', WEBHOOK_STATES)),
    check('webhook_message_type', isOneOf('type', WEBHOOK_TYPES)),
  ],
)
