import { UnsubscribeParams } from '@restow/contracts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Static } from 'typebox'
import type { Queryable } from '../db/pool.ts'
import { card, heading } from './as-html.ts'
import { sayIn } from './letter.ts'
import { findSubscriber, stopRecipient } from './recipients.queries.ts'
import { isTokenOf, namedIn } from './unsubscribing.ts'

interface Options {
  readonly on: Queryable
  readonly sellerNameOf: (on: Queryable, seller: string) => Promise<string>
}
type Asked = FastifyRequest<{ Params: Static<typeof UnsubscribeParams> }>

const send = (reply: FastifyReply, status: number, page: string) =>
  reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    // The address of this page is what ends it: nobody else is told. Without any referrer a browser would not say either by
    // which page the button was pressed, and be taken for somebody else's.
    .header('referrer-policy', 'same-origin')
    .header(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    )
    .send(page)

/** A button that asks for the same address once more, as a mail program's one click does. */
const stopButton = (text: string): string =>
  `<form method="post" style="margin:20px 0 0"><button name="List-Unsubscribe" value="One-Click" style="padding:12px 18px;border:0;border-radius:8px;background:#0b6e6e;color:#ffffff;font:inherit;font-weight:600;cursor:pointer">${text}</button></form>`

/**
 * Ends the mails to whoever has the link, by one click and without signing in (RFC 8058). Looking at it ends nothing: mail
 * programs and virus scanners look at every link.
 */
export async function unsubscribeRoutes(app: FastifyInstance, { on, sellerNameOf }: Options): Promise<void> {
  // What comes with the click says nothing more than the address does.
  app.addContentTypeParser(
    ['application/x-www-form-urlencoded', 'multipart/form-data'],
    { parseAs: 'buffer', bodyLimit: 16_384 },
    (_request, _body, done) => done(null, null),
  )
  const subscriberOf = async ({ params: { token } }: Asked) => {
    const id = namedIn(token)
    const found = id === null ? null : await findSubscriber(on, id)
    return found && isTokenOf(token, found) ? found : null
  }
  const nobody = (reply: FastifyReply) => {
    const say = sayIn('en')
    return send(
      reply,
      404,
      card('en', say('mail.noLink'), heading(say('mail.noLink'), say('mail.noLinkAbout'))),
    )
  }
  const schema = { tags: ['mail'], params: UnsubscribeParams }

  app.get('/api/unsubscribe/:token', { schema }, async (request: Asked, reply) => {
    const subscriber = await subscriberOf(request)
    if (!subscriber) return nobody(reply)
    const { language, address, seller, isStopped } = subscriber
    const say = sayIn(language)
    const facts = { address, seller: await sellerNameOf(on, seller) }
    const [title, about] = isStopped
      ? (['mail.stopped', 'mail.stoppedAbout'] as const)
      : (['mail.stopTitle', 'mail.stopAbout'] as const)
    const act = isStopped ? '' : stopButton(say('mail.stop'))
    return send(reply, 200, card(language, say(title), heading(say(title), say(about, facts)) + act))
  })

  app.post('/api/unsubscribe/:token', { schema }, async (request: Asked, reply) => {
    const subscriber = await subscriberOf(request)
    if (!subscriber) return nobody(reply)
    const { id, language, address, seller } = subscriber
    await stopRecipient(on, id)
    const say = sayIn(language)
    const facts = { address, seller: await sellerNameOf(on, seller) }
    const body = heading(say('mail.stopped'), say('mail.stoppedAbout', facts))
    return send(reply, 200, card(language, say('mail.stopped'), body))
  })
}
