import type { MailTried } from '@restow/contracts'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openWarehouse, type Warehouse } from '../../../../packages/testkit/src/server.ts'
import { type Fault, IMPATIENT, type MailServer, openMailServer } from './mail-server.fixture.ts'
import { Days, poll, Recipients } from './mailing.fixture.ts'
import { postMail, UNKNOWN } from './post-mail.ts'

/** What goes wrong between a house and its mail server, with two nodes that send. */

let warehouse: Warehouse
let server: MailServer
let recipients: Recipients
let days: Days
let fault: Fault = 'none'

beforeAll(async () => {
  server = await openMailServer(() => fault)
  const mail = { house: server.house, pace: IMPATIENT }
  warehouse = await openWarehouse({ mail })
  await warehouse.addNode({ mail })
  recipients = new Recipients(await warehouse.node.as('lotus@test.restow'))
  days = new Days(warehouse)
})
afterAll(async () => {
  await warehouse?.close()
  await server?.close()
})
afterEach(async () => {
  fault = 'none'
  for (const { id } of await recipients.all()) await recipients.remove(id)
})

let people = 0
/** Somebody new who gets a day that closes while the server behaves like this. */
async function mailed(how: Fault): Promise<{ id: string; address: string }> {
  people += 1
  const address = `p${people}@lotus.example`
  const { id } = await recipients.add(address)
  await days.decide()
  fault = how
  await days.close()
  return { id, address }
}
const latest = async (id: string) => (await recipients.mails(id))[0]
const becomes = (id: string, state: string) => poll(async () => (await latest(id))?.state).toBe(state)
const triedTwice = (id: string) => poll(async () => (await latest(id))?.attempts ?? 0).toBeGreaterThan(1)

describe('a mail server that does not take a mail just now', () => {
  it.each(['is busy', 'is busy after the mail', 'hangs', 'hangs up', 'lets nobody sign in'] as const)(
    '%s: it is tried again until it goes, and comes once',
    async (how) => {
      const { id, address } = await mailed(how)
      await triedTwice(id)
      expect(await latest(id)).toMatchObject({ state: 'waiting', answer: expect.stringMatching(/\S/) })
      expect(server.to(address)).toEqual([])
      fault = 'none'
      await becomes(id, 'sent')
      expect(server.to(address)).toHaveLength(1)
      expect(await recipients.one(id)).toMatchObject({ lastAnswer: null, suppressedAt: null, waiting: 0 })
    },
  )

  it('is given up on after a day, with what it said', async () => {
    const { id } = await mailed('is busy')
    await triedTwice(id)
    await warehouse.sql(
      "update day_mail set first_tried_at = now() - interval '25 hours' where recipient = $1",
      [id],
    )
    await becomes(id, 'given_up')
    expect(await latest(id)).toMatchObject({ answer: expect.stringContaining('451 4.3.2 Try again later') })
    expect((await recipients.one(id))?.suppressedAt).toBeNull()
  })
})

describe('a mail server that refuses', () => {
  it.each([
    ['knows no such mailbox', '550 5.1.1 There is no such mailbox here'],
    ['refuses the mail', '554 5.6.0 I do not like it'],
    ['refuses the sender', '550 5.7.1 You are not this sender'],
  ] as const)('%s: it is given up at once, with its answer', async (how, answer) => {
    const { id, address } = await mailed(how)
    await becomes(id, 'given_up')
    expect(await latest(id)).toMatchObject({ attempts: 1, answer })
    expect(await recipients.one(id)).toMatchObject({ lastAnswer: answer })
    expect(server.to(address)).toEqual([])
  })

  it('an address three times in a row gets nothing more there, until somebody says so', async () => {
    const { id, address } = await mailed('knows no such mailbox')
    await becomes(id, 'given_up')
    for (let more = 0; more < 2; more++) {
      expect((await recipients.one(id))?.suppressedAt).toBeNull()
      await days.decide()
      const day = await days.close()
      await poll(async () => (await latest(id))?.day).toBe(day)
      await becomes(id, 'given_up')
    }
    await poll(async () => (await recipients.one(id))?.suppressedAt).not.toBeNull()
    fault = 'none'
    const other = await mailed('none')
    await becomes(other.id, 'sent')
    expect(await recipients.mails(id)).toHaveLength(3)
    await recipients.change(id, { tryAgain: true })
    await days.decide()
    await days.close()
    await becomes(id, 'sent')
    expect(server.to(address)).toHaveLength(1)
  })

  it('a sender three times is the house’s matter, and no address is given up for it', async () => {
    const { id } = await mailed('refuses the sender')
    await becomes(id, 'given_up')
    const [row] = await warehouse.sql<{ bounces: number }>(
      'select bounces from mail_recipient where id = $1',
      [id],
    )
    expect(row?.bounces).toBe(0)
  })

  it('a test says so at once, and counts for nothing', async () => {
    const { id } = await recipients.add('tried@lotus.example')
    fault = 'knows no such mailbox'
    expect((await recipients.act(id, 'test')).json<MailTried>()).toMatchObject({
      ...{ sent: false, answer: '550 5.1.1 There is no such mailbox here' },
    })
    expect(await recipients.one(id)).toMatchObject({ lastAnswer: null })
  })
})

describe('a mail of which nobody knows whether it was taken', () => {
  it.each(['drops after DATA', 'hangs after the mail'] as const)(
    '%s: it goes out once more and no third time, under the same name',
    async (how) => {
      const { id, address } = await mailed(how)
      await becomes(id, 'given_up')
      expect(await latest(id)).toMatchObject({ attempts: 2, answer: UNKNOWN })
      const came = server.to(address)
      expect(came).toHaveLength(2)
      expect(new Set(came.map(({ mail }) => mail.messageId)).size).toBe(1)
    },
  )

  it('is sent once more where the node died while it went out', async () => {
    const { id, address } = await mailed('is busy')
    await triedTwice(id)
    // As a node leaves it that was killed after the last byte.
    await warehouse.sql(
      "update day_mail set doubts = 1, taken_until = now() + interval '1 second', next_at = now() where recipient = $1",
      [id],
    )
    fault = 'none'
    await becomes(id, 'sent')
    expect(server.to(address)).toHaveLength(1)
  })
})

it('a mail server that says nothing is let go of by a server that stops', async () => {
  fault = 'hangs'
  const ending = new AbortController()
  const patience = { allMs: 600_000, silentMs: 600_000, signal: ending.signal }
  const mail = { to: 'stops@lotus.example', bytes: Buffer.from('Subject: x\r\n\r\nx') }
  const before = server.lines.opened
  const posted = postMail(server.house, mail, patience, () => Promise.resolve())
  await poll(() => server.lines.opened).toBeGreaterThan(before)
  ending.abort()
  expect(await posted).toMatchObject({ is: 'passing', wentOut: false })
})
