import type { FastifyInstance, FastifyRequest } from 'fastify'
import { findSellerName } from './catalog/places.queries.ts'
import { askingAs, checkSeller, placeFor } from './catalog/places.ts'
import { dayToTell } from './day-to-tell.ts'
import type { Database } from './db/pool.ts'
import type { Feed } from './ledger/open-feed.ts'
import { type MailOptions, mailQueueRoutes } from './mail/mail-queue.route.ts'
import { ProblemError } from './problem.ts'
import { dayBounds, dayExists } from './reports/business-day.ts'
import type { OnPaper } from './reports/pdf/pdf-report.ts'
import { checkGuess } from './sessions/sessions.queries.ts'
import { type WebhookOptions, webhookQueueRoutes } from './webhooks/webhook-queue.route.ts'
import { askerOf, keeperOf, togetherAs } from './who-asks.ts'

interface Options {
  readonly db: Database
  readonly feed: Pick<Feed, 'reader'>
  readonly paper: OnPaper
  readonly webhooks?: WebhookOptions
  readonly mail?: MailOptions
}

/** E-mails that are sent as a test for one seller, after which it has to wait: anybody's address can be named. */
const MAIL_TESTS = { wrong: 20, pauseS: 15 * 60, keeps: true }
/** What sellers' systems are told as it happens, and what people are told of a day that has closed. */
export async function tellingRoutes(app: FastifyInstance, options: Options): Promise<void> {
  const { db, feed, paper, webhooks, mail } = options
  const writer = (request: FastifyRequest, seller: string) => keeperOf(request, seller).user
  webhookQueueRoutes(app, {
    ...{ db, feed, checkSeller },
    ...webhooks,
    asking: (request) => askingAs(db, askerOf(request).seller),
    writer,
    beginningOf: async (request, day) => {
      if (!dayExists(day)) throw new ProblemError(400, 'date_unknown', `${day} is no day of the calendar.`)
      const { timeZone } = await placeFor(db, askerOf(request), {})
      return dayBounds(day, timeZone).from
    },
  })
  await mailQueueRoutes(app, {
    ...{ db, checkSeller, writer, ...mail },
    asking: (request) => togetherAs(db, askerOf(request).seller),
    readDay: dayToTell(db, paper),
    sellerNameOf: findSellerName,
    mayTest: async (seller) => {
      const sent = () => Promise.resolve(false)
      return (await checkGuess(db.tx, `mail test ${seller}`, '', MAIL_TESTS, sent)) === 'wrong'
    },
  })
}
