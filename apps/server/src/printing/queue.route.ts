import { drawLabels } from '@restow/labels'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Database } from '../db/pool.ts'
import type { Feed } from '../ledger/open-feed.ts'
import { agentRoutes } from './agents.route.ts'
import type { Asker } from './asking.ts'
import { Bell } from './bell.ts'
import type { Draw } from './drawn.ts'
import { openFaces } from './faces.ts'
import { printJobRoutes } from './print-jobs.route.ts'
import { printerRoutes } from './printers.route.ts'
import { ORDINARY_REACH, type PrinterReach } from './reach.ts'
import { type Pace, Sender } from './sender.ts'
import { unaskedReader } from './unasked.ts'

/** For a browser's dialog, each label on its usual size. */
const PAPER = { language: 'pdf', dpi: 203 } as const

/** How printing may be set up otherwise than usual. */
export interface PrintingOptions {
  readonly reach?: PrinterReach
  readonly pace?: Pace
  readonly draw?: Draw
}

interface Options extends PrintingOptions {
  readonly db: Database
  /** What steps print by themselves is read off it. */
  readonly feed: Pick<Feed, 'reader'>
  readonly staff: (request: FastifyRequest) => Asker
  readonly supervisor: (request: FastifyRequest) => Asker
}

/** Printers, their queues, and the sender that empties them for as long as this server runs. */
export function printQueueRoutes(app: FastifyInstance, options: Options): void {
  const { db, feed, staff, supervisor, reach = ORDINARY_REACH, pace } = options
  const on = db.staff
  const faces = openFaces()
  const draw: Draw = options.draw ?? ((labels, media) => drawLabels(labels, media, faces))
  const bell = new Bell()
  const onBug = (err: unknown) => app.log.error({ err }, 'printing broke')
  const paced = pace ? { pace } : {}

  printerRoutes(app, { on, db, reach, bell, staff, supervisor })
  printJobRoutes(app, { on, bell, pages: (labels) => drawLabels(labels, PAPER, faces), staff, supervisor })
  feed.reader(unaskedReader(() => bell.ring()))
  agentRoutes(app, { on, bell, draw, supervisor, onBug, ...paced })

  let sender: Sender | null = null
  app.addHook('onReady', async () => {
    const opened = new Sender({ on, draw, reach, onBug, ...paced })
    bell.listen(() => opened.wake())
    opened.wake()
    sender = opened
  })
  app.addHook('onClose', () => sender?.stop())
}
