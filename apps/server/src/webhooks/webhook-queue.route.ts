import type { FastifyInstance } from 'fastify'
import type { Feed } from '../ledger/open-feed.ts'
import { tellDays } from './days.ts'
import { PUBLIC_REACH, type WebhookReach } from './reach.ts'
import { replayOn } from './replay.ts'
import { WEBHOOK_PACE, type WebhookPace, WebhookSender } from './sender.ts'
import { type WebhookAccess, webhookRoutes } from './webhooks.route.ts'
import { webhookReader } from './writer.ts'

/** How webhooks may be set up otherwise than usual. */
export interface WebhookOptions {
  readonly reach?: WebhookReach
  readonly pace?: WebhookPace
}

interface Options extends WebhookOptions, WebhookAccess {
  /** What is told is read off it. */
  readonly feed: Pick<Feed, 'reader'>
}

/** Webhooks, and the sender of their messages for as long as this server runs. */
export function webhookQueueRoutes(app: FastifyInstance, options: Options): void {
  const { db, feed, reach = PUBLIC_REACH, pace = WEBHOOK_PACE } = options
  const onBug = (err: unknown) => app.log.error({ err }, 'a webhook broke')
  let sender: WebhookSender | null = null
  const wake = () => sender?.wake()
  webhookRoutes(app, { ...options, reach, patience: pace, wake })
  feed.reader(webhookReader(wake))

  let looking: Promise<void> | null = null
  const look = async () => {
    if (await tellDays(db.staff)) wake()
    while (await db.together((_tx, on) => replayOn(on))) wake()
  }
  const timer = setInterval(() => {
    looking ??= look()
      .catch(onBug)
      .finally(() => {
        looking = null
      })
  }, pace.pollMs)
  timer.unref()

  app.addHook('onReady', async () => {
    sender = new WebhookSender({ on: db.staff, reach, pace, onBug })
    sender.wake()
  })
  app.addHook('onClose', async () => {
    clearInterval(timer)
    await looking
    await sender?.stop()
  })
}
