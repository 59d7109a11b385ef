import { DROP_REASONS } from '@restow/domain'
import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { at, isOneOf } from './columns.ts'
import { warehouse } from './set-up.tables.ts'

/** What people at handhelds have dropped of what was refused to them. Told by the device; kept for supervisors. */
export const droppedCommand = pgTable(
  'dropped_command',
  {
    commandId: uuid('command_id').primaryKey(),
    warehouse: text('warehouse')
      .notNull()
      .references(() => warehouse.code),
    /** Which device told it. Named unlike the devices' own column, for queries that ask about both. */
    onDevice: text('on_device').notNull(),
    type: text('type').notNull(),
    about: text('about').notNull(),
    doneBy: text('done_by').notNull(),
    code: text('code').notNull(),
    message: text('message').notNull(),
    reason: text('reason').notNull(),
    droppedBy: text('dropped_by').notNull(),
    droppedAt: at('dropped_at').notNull(),
    recordedAt: at('recorded_at').notNull().defaultNow(),
    /** By whom and when it was seen and done with; until then it waits for a supervisor. */
    acknowledgedBy: text('acknowledged_by'),
    acknowledgedAt: at('acknowledged_at'),
  },
  (t) => [
    index('dropped_command_waits').on(t.warehouse).where(sql`acknowledged_at is null`),
    index('dropped_command_device').on(t.onDevice, t.recordedAt),
    check('dropped_command_reason', isOneOf('reason', DROP_REASONS)),
  ],
)
