import { randomBytes } from 'node:crypto'
import {
  AddMailRecipient,
  ChangeMailRecipient,
  DayMailList,
  DayMailParams,
  DayMailsQuery,
  MailRecipientItem,
  MailRecipientList,
  MailRecipientParams,
  MailTried,
  SellerParams,
} from '@restow/contracts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Static } from 'typebox'
import type { Queryable } from '../db/pool.ts'
import { listed, pageOf } from '../paging.ts'
import { notFound, ProblemError } from '../problem.ts'
import { addDayMails, askAgain, listDayMails } from './day-mails.queries.ts'
import {
  type Addressee,
  addRecipient,
  changeRecipient,
  isRecipient,
  listRecipients,
  removeRecipient,
  takeForTest,
} from './recipients.queries.ts'

export interface MailAccess {
  /** A seller's user sees its own and nothing else; what is done is done together. */
  readonly asking: (request: FastifyRequest) => <T>(question: (on: Queryable) => Promise<T>) => Promise<T>
  /** Throws for whoever may not decide for this seller. @returns who asks */
  readonly writer: (request: FastifyRequest, seller: string) => string
  /** @throws 404 seller_unknown */
  readonly checkSeller: (on: Queryable, seller: string) => Promise<void>
  /** Counts a test of a seller's. @returns false where there were too many of late, whichever addresses they went to */
  readonly mayTest: (seller: string) => Promise<boolean>
}
interface Options extends MailAccess {
  /** Sends a test at once; null where the house sends no e-mail. */
  readonly sendTest: ((to: Addressee) => Promise<Static<typeof MailTried>>) | null
  /** Something is to be sent now. */
  readonly wake: () => void
}
type OfSeller = { Params: Static<typeof SellerParams> }
type OfRecipient = { Params: Static<typeof MailRecipientParams> }
type OfDay = { Params: Static<typeof DayMailParams> }

const tags = ['mail']
const MOST = 10
/** A test of a seller's so often: an address that somebody else reads must not be flooded. */
const TEST_EVERY_S = 20

const PROBLEMS = {
  off: [409, 'mail_off', 'This house sends no e-mail. Whoever runs the server sets it up.'],
  full: [409, 'too_many_recipients', `This seller has ${MOST} recipients already. Remove one first.`],
  known: [409, 'recipient_known', 'This address stands among the recipients already.'],
  soon: [429, 'test_too_soon', 'A test has just been sent. Wait a moment before the next one.'],
  many: [429, 'test_too_soon', 'Many tests were sent of late. Wait a quarter of an hour.'],
  stopped: [409, 'recipient_stopped', 'Whoever reads there wants no more e-mails, so none is sent.'],
} as const
function problemOf(of: keyof typeof PROBLEMS): ProblemError {
  const [status, code, detail] = PROBLEMS[of]
  return new ProblemError(status, code, detail)
}

const found = <T>(one: T | null): T => {
  if (one === null) throw notFound('such recipient')
  return one
}

/** Who gets a seller's days by e-mail, and what became of each mail. */
export function mailRoutes(app: FastifyInstance, options: Options): void {
  keeping(app, options)
  changing(app, options)
  telling(app, options)
}

function keeping(app: FastifyInstance, { asking, writer, checkSeller, sendTest }: Options): void {
  const url = '/api/sellers/:code/mail-recipients'
  app.get<OfSeller>(
    url,
    { schema: { tags, params: SellerParams, response: { 200: MailRecipientList } } },
    async (request) => {
      const { code } = request.params
      writer(request, code)
      return asking(request)(async (on) => {
        await checkSeller(on, code)
        return { on: sendTest !== null, items: await listRecipients(on, code) }
      })
    },
  )

  app.post<OfSeller & { Body: AddMailRecipient }>(
    url,
    { schema: { tags, params: SellerParams, body: AddMailRecipient, response: { 200: MailRecipientItem } } },
    async (request) => {
      const { code } = request.params
      const by = writer(request, code)
      if (sendTest === null) throw problemOf('off')
      const added = await asking(request)(async (on) => {
        await checkSeller(on, code)
        return addRecipient(on, code, { ...request.body, secret: randomBytes(32), by }, MOST)
      })
      if (typeof added === 'string') throw problemOf(added)
      return added
    },
  )
}

function changing(app: FastifyInstance, options: Options): void {
  const { asking, writer, mayTest, sendTest, wake } = options
  const url = '/api/sellers/:code/mail-recipients/:id'
  const params = MailRecipientParams
  app.patch<OfRecipient & { Body: ChangeMailRecipient }>(
    url,
    { schema: { tags, params, body: ChangeMailRecipient, response: { 200: MailRecipientItem } } },
    async (request) => {
      const { code, id } = request.params
      writer(request, code)
      const changed = await asking(request)(async (on) => {
        // What has closed by now is mailed as it was wanted by now.
        await addDayMails(on)
        return changeRecipient(on, code, id, request.body)
      })
      wake()
      return found(changed)
    },
  )

  app.delete<OfRecipient>(url, { schema: { tags, params } }, async (request, reply) => {
    const { code, id } = request.params
    writer(request, code)
    if (!(await asking(request)((on) => removeRecipient(on, code, id)))) throw notFound('such recipient')
    return reply.code(204).send()
  })

  app.post<OfRecipient>(
    `${url}/test`,
    { schema: { tags, params, response: { 200: MailTried } } },
    async (request) => {
      const { code, id } = request.params
      writer(request, code)
      if (sendTest === null) throw problemOf('off')
      const to = found(await asking(request)((on) => takeForTest(on, code, id, TEST_EVERY_S)))
      if (typeof to === 'string') throw problemOf(to)
      if (!(await mayTest(code))) throw problemOf('many')
      return sendTest(to)
    },
  )
}

function telling(app: FastifyInstance, { asking, writer, wake }: Options): void {
  const url = '/api/sellers/:code/mail-recipients/:id/mails'
  app.get<OfRecipient & { Querystring: Static<typeof DayMailsQuery> }>(
    url,
    {
      schema: {
        tags,
        params: MailRecipientParams,
        querystring: DayMailsQuery,
        response: { 200: DayMailList },
      },
    },
    async (request) => {
      const { code, id } = request.params
      writer(request, code)
      const page = pageOf(request.query, ['text', 'text'])
      return asking(request)(async (on) => {
        if (!(await isRecipient(on, code, id))) throw notFound('such recipient')
        const rows = await listDayMails(on, id, page)
        return listed(
          page,
          rows,
          ({ day, warehouse }) => [day, warehouse],
          (row) => row,
        )
      })
    },
  )

  app.post<OfDay>(
    `${url}/:warehouse/:day/again`,
    { schema: { tags, params: DayMailParams } },
    async (request, reply) => {
      const { code, id, warehouse, day } = request.params
      writer(request, code)
      const asked = await asking(request)(async (on) => {
        if (!(await isRecipient(on, code, id))) throw notFound('such recipient')
        return askAgain(on, id, warehouse, day)
      })
      if (!asked) throw notFound('such mail that was sent or given up')
      wake()
      return reply.code(204).send()
    },
  )
}
