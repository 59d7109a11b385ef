import type { FastifyInstance } from 'fastify'
import type { Database, Queryable } from '../db/pool.ts'
import { type ReadDay, testLetter } from './day-letter.ts'
import type { MailHouse } from './house.ts'
import { type MailAccess, mailRoutes } from './mail.route.ts'
import { postMail } from './post-mail.ts'
import type { Addressee } from './recipients.queries.ts'
import { MAIL_PACE, type MailPace, MailSender } from './sender.ts'
import { unsubscribeRoutes } from './unsubscribe.route.ts'

/** How e-mail is sent, and how patiently. */
export interface MailOptions {
  readonly house: MailHouse | null
  readonly pace?: MailPace
}

interface Options extends Partial<MailOptions>, MailAccess {
  readonly db: Database
  readonly readDay: ReadDay
  readonly sellerNameOf: (on: Queryable, seller: string) => Promise<string>
}

/** A test is waited for by a person. */
const TEST_MS = 20_000

/** Who gets e-mails, and the sender of them for as long as this server runs; none where the house has not set it up. */
export async function mailQueueRoutes(app: FastifyInstance, options: Options): Promise<void> {
  const { db, house = null, pace = MAIL_PACE, readDay, sellerNameOf } = options
  let sender: MailSender | null = null
  const wake = () => sender?.wake()
  const sendTest =
    house &&
    (async (to: Addressee) => {
      const began = performance.now()
      const letter = await testLetter(
        house,
        to,
        await sellerNameOf(db.staff, to.seller),
        new Date().toISOString(),
      )
      const patience = {
        allMs: Math.min(pace.allMs, TEST_MS),
        silentMs: Math.min(pace.silentMs, TEST_MS),
      }
      const { is, answer } = await postMail(house, letter, patience, () => Promise.resolve())
      return { sent: is === 'sent', answer, milliseconds: Math.round(performance.now() - began) }
    })
  mailRoutes(app, { ...options, sendTest, wake })
  await app.register(unsubscribeRoutes, { on: db.staff, sellerNameOf })
  if (!house) return
  app.addHook('onReady', async () => {
    const onBug = (err: unknown) => app.log.error({ err }, 'an e-mail broke')
    sender = new MailSender({ on: db.staff, house, pace, readDay, onBug })
    sender.wake()
  })
  app.addHook('onClose', () => sender?.stop())
}
