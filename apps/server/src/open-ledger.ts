import { classifyHandlers } from './classify/classify.handler.ts'
import { findSellers } from './classify/classify.queries.ts'
import type { Queryable } from './db/pool.ts'
import { inspectHandlers } from './inspect/inspect.handler.ts'
import { findChecklists } from './inspect/inspect.queries.ts'
import { type Door, type DoorOptions, openDoor } from './ledger/door.ts'
import type { Handlers, Knowledge } from './ledger/knowledge.ts'
import { putawayHandlers } from './putaway/putaway.handler.ts'
import { findBins } from './putaway/putaway.queries.ts'
import { receiveHandlers } from './receive/receive.handler.ts'
import { findAnnouncedAsEvidence, findAnnouncedUnder } from './receive/receive.queries.ts'
import { refurbishHandlers } from './refurbish/refurbish.handler.ts'
import { registerHandlers } from './register/register.handler.ts'
import { findProductsByCode } from './register/register.queries.ts'
import { findUnclaimedPolicies } from './unclaimed/unclaimed.queries.ts'

/** Where the steps hand their rules to the ledger. */

/** What each step's commands name, in the order of the flow. */
const HANDLERS: Handlers = {
  ...receiveHandlers,
  ...registerHandlers,
  ...inspectHandlers,
  ...classifyHandlers,
  ...putawayHandlers,
  ...refurbishHandlers,
}

/** The questions that commands raise, each answered by the step that it is about. */
export const KNOWLEDGE: Knowledge = {
  announcedUnder: findAnnouncedUnder,
  announcedAsEvidence: findAnnouncedAsEvidence,
  productsByCode: findProductsByCode,
  bins: findBins,
  sellers: findSellers,
  checklists: findChecklists,
  unclaimedPolicies: findUnclaimedPolicies,
}

/** The door to the ledger, with every step's handlers and the questions that they raise. */
export const openLedger = (
  { line }: { readonly line: Queryable },
  own: Pick<DoorOptions, 'clock' | 'onBug' | 'giving'> = {},
): Door => openDoor({ on: line, handlers: HANDLERS, knowledge: KNOWLEDGE, ...own })
