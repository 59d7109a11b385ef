import type { MailTried } from '@restow/contracts'
import type { Language } from '@restow/domain'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import {
  type Node,
  openWarehouse,
  type Person,
  type Warehouse,
} from '../../../../packages/testkit/src/server.ts'
import { type MailServer, openMailServer, PUBLIC_URL, SOON } from './mail-server.fixture.ts'
import { Days, poll, Recipients } from './mailing.fixture.ts'

let warehouse: Warehouse
let proxied: Node
let server: MailServer
let lotus: Person
let recipients: Recipients
let days: Days

beforeAll(async () => {
  server = await openMailServer(() => 'none')
  warehouse = await openWarehouse({ mail: { house: server.house, pace: SOON } })
  // Behind a proxy, as whoever follows a link in a mail comes.
  proxied = await warehouse.addNode({ mail: { house: server.house, pace: SOON }, proxies: 1 })
  lotus = await warehouse.node.as('lotus@test.restow')
  recipients = new Recipients(lotus)
  days = new Days(warehouse)
})
afterAll(async () => {
  await warehouse?.close()
  await server?.close()
})
afterEach(async () => {
  for (const { id } of await recipients.all()) await recipients.remove(id)
})

const arrives = (address: string, times = 1) => poll(() => server.to(address).length).toBe(times)
const mailTo = async (address: string) => {
  await arrives(address)
  const [came] = server.to(address)
  if (!came) throw new Error(`nothing came to ${address}`)
  return came.mail
}
/** The link that ends it, as it stands in the mail. */
const linkIn = (mail: Awaited<ReturnType<typeof mailTo>>) =>
  new URL(/^<(.+)>$/.exec(mail.headers.find(({ key }) => key === 'list-unsubscribe')?.value ?? '')?.[1] ?? '')
    .pathname
const download = async (day: string, format: string) => {
  const url = `/api/reports/dispositions?seller=LOTUS&date=${day}&format=${format}`
  const headers = { host: new URL(PUBLIC_URL).host, 'x-forwarded-proto': 'https' }
  return proxied.with(lotus.cookie).ask({ method: 'GET', url, headers })
}

describe('the mail of a day', () => {
  it('goes to each recipient once, by two nodes, with the very files that the report is downloaded as', async () => {
    await recipients.add('one@lotus.example', { formats: ['csv', 'xlsx', 'pdf'] })
    await recipients.add('two@lotus.example', { language: 'de' })
    const [kept, scrapped] = [await days.decide(), await days.decide('recycle')]
    await days.ask(kept)
    const day = await days.close()
    const mail = await mailTo('one@lotus.example')
    await arrives('two@lotus.example')
    expect(mail.from).toEqual({ name: 'Restow LAX1', address: 'returns@house.example' })
    expect(mail.subject).toBe('LOTUS at LAX1, 1 November 2026: 2 decided, 1 waiting for you')
    for (const body of [mail.text, mail.html]) {
      expect(body).toContain('Recovered: ')
      expect(body).toContain('Lost with what is scrapped: 40.00 USD')
      expect(body).toContain(`${PUBLIC_URL}/units/${kept}`)
      expect(body).toContain('What becomes of it?')
      expect(body).toContain(`${PUBLIC_URL}/reports/${day}`)
      expect(body).not.toContain(scrapped)
    }
    for (const file of mail.attachments) {
      const format = file.filename?.split('.').at(-1) ?? ''
      const answer = await download(day, format)
      expect(answer.headers['content-disposition']).toContain(file.filename)
      expect(Buffer.from(file.content as ArrayBuffer).equals(answer.rawPayload), format).toBe(true)
    }
    expect(mail.attachments).toHaveLength(3)
    expect(server.to('one@lotus.example')).toHaveLength(1)
    expect(server.lines.encrypted).toBe(server.lines.opened)
  })

  it.each([
    ['en', 'Open the report'],
    ['zh-CN', '打开报告'],
    ['de', 'Bericht öffnen'],
    ['es', 'Abrir el informe'],
  ] as const)('is in its recipient’s language: %s', async (language: Language, words) => {
    const address = `in-${language}@lotus.example`
    await recipients.add(address, { language })
    await days.decide()
    await days.close()
    const mail = await mailTo(address)
    expect(mail.html).toContain(words)
    expect(mail.text).toContain(words)
    expect(mail.html).toContain(`<html lang="${language}">`)
  })

  it('does not come of a day with nothing in it, but where that was asked for', async () => {
    await recipients.add('never@lotus.example')
    const { id } = await recipients.add('always@lotus.example', { emptyDays: true })
    const empty = await days.close()
    const mail = await mailTo('always@lotus.example')
    expect(mail.subject).toMatch(/: nothing came in$|waiting for you$/)
    await days.decide()
    await days.close()
    await mailTo('never@lotus.example')
    await arrives('always@lotus.example', 2)
    expect((await recipients.mails(id)).map(({ day }) => day)).toContain(empty)
    expect(server.to('never@lotus.example')).toHaveLength(1)
  })

  it('is not of days that had closed before somebody wanted them', async () => {
    await days.decide()
    await days.close()
    const late = await recipients.add('late@lotus.example')
    await days.decide()
    const day = await days.close()
    await mailTo('late@lotus.example')
    expect((await recipients.mails(late.id)).map((mail) => mail.day)).toEqual([day])
  })

  it('comes once more when somebody asks for it, as another mail', async () => {
    const { id } = await recipients.add('again@lotus.example')
    await days.decide()
    const day = await days.close()
    await arrives('again@lotus.example')
    await poll(async () => (await recipients.mails(id))[0]?.state).toBe('sent')
    expect((await recipients.act(id, `mails/LAX1/${day}/again`)).statusCode).toBe(204)
    await arrives('again@lotus.example', 2)
    const ids = server.to('again@lotus.example').map(({ mail }) => mail.messageId)
    expect(new Set(ids).size).toBe(2)
  })

  it('cannot be given headers or HTML by what a seller or a product is called', async () => {
    const evil = 'Lotus\r\nBcc: all@evil.example\r\n\r\n<script>alert(1)</script>"&\u202etxt.exe'
    await warehouse.sql('update seller set name = $1 where code = $2', [evil, 'LOTUS'])
    await warehouse.sql("update product set title = $1 where seller = 'LOTUS' and sku = 'MUG'", [evil])
    try {
      await recipients.add('evil@lotus.example')
      await days.ask(await days.decide())
      await days.close()
      const mail = await mailTo('evil@lotus.example')
      expect(mail.bcc).toBeUndefined()
      expect(mail.to).toEqual([{ name: '', address: 'evil@lotus.example' }])
      expect(mail.subject).toMatch(
        /^Lotus Bcc: all@evil.example <script>alert\(1\)<\/script>"& txt\.exe at LAX1/,
      )
      expect(mail.html).not.toContain('<script')
      expect(mail.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&amp; txt.exe')
      expect(mail.text?.split('\n').filter((line) => line.startsWith('Bcc'))).toEqual([])
    } finally {
      await warehouse.sql("update seller set name = 'LOTUS' where code = 'LOTUS'")
    }
  })
})

describe('whoever wants no more of them', () => {
  it('ends them by one click of the mail program, without signing in, and by no look at the link', async () => {
    const { id } = await recipients.add('enough@lotus.example', { language: 'de' })
    await days.decide()
    await days.close()
    const mail = await mailTo('enough@lotus.example')
    const post = mail.headers.find(({ key }) => key === 'list-unsubscribe-post')?.value
    expect(post).toBe('List-Unsubscribe=One-Click')
    expect(mail.text).toContain(linkIn(mail))
    const nobody = warehouse.node.with('')
    const url = linkIn(mail)
    const looked = await nobody.get(url)
    expect([looked.statusCode, looked.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
    expect(looked.body).toContain('Diese E-Mails abbestellen?')
    // With none, the browser whose button is pressed would say that it comes from nowhere, and be refused.
    expect(looked.headers['referrer-policy']).toBe('same-origin')
    expect((await recipients.one(id))?.stoppedAt).toBeNull()
    const clicked = await nobody.ask({
      ...{ method: 'POST', url, payload: post ?? '' },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    expect([clicked.statusCode, clicked.headers['set-cookie']]).toEqual([200, undefined])
    const boundary = 'x'
    const twice = await nobody.ask({
      ...{
        method: 'POST',
        url,
        payload: `--x\r\ncontent-disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n`,
      },
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    })
    expect(twice.statusCode).toBe(200)
    expect((await recipients.one(id))?.stoppedAt).not.toBeNull()
    await recipients.add('goes-on@lotus.example')
    await days.decide()
    await days.close()
    await arrives('goes-on@lotus.example')
    expect(server.to('enough@lotus.example')).toHaveLength(1)
    expect((await recipients.act(id, 'test')).json<{ code: string }>().code).toBe('recipient_stopped')
  })

  it('needs the link: another’s, a changed or a former one ends nothing', async () => {
    const { id } = await recipients.add('mine@lotus.example')
    const other = await recipients.add('other@lotus.example')
    await days.decide()
    await days.close()
    const url = linkIn(await mailTo('mine@lotus.example'))
    const nobody = warehouse.node.with('')
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    const click = async (to: string) =>
      (await nobody.ask({ method: 'POST', url: to, payload: 'x=y', headers: form })).statusCode
    const forged = url.replace(id, other.id)
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    const others = [...letters].filter((letter) => !url.endsWith(letter))
    const changed = others.map((letter) => `${url.slice(0, -1)}${letter}`)
    for (const wrong of [forged, ...changed, '/api/unsubscribe/x', `${url}.${url.split('.').at(-1)}`])
      expect(await click(wrong), wrong).toBe(404)
    expect((await recipients.all()).map(({ stoppedAt }) => stoppedAt)).toEqual([null, null])
    await recipients.remove(id)
    expect(await click(url)).toBe(404)
    const [left] = await warehouse.sql('select * from day_mail where recipient = $1', [id])
    expect(left).toBeUndefined()
  })
})

describe('recipients', () => {
  it('are ten at most, each address once, and addresses that can be one', async () => {
    const codeOf = async (address: string) => (await recipients.try(address)).json<{ code?: string }>().code
    for (const wrong of [
      '',
      'x',
      'a@b',
      'a@b.example\r\nBcc: c@d.example',
      'A <a@b.example>',
      'a@b.example,c@d.example',
      '"a b"@c.example',
      'a@-b.example',
    ])
      expect(await codeOf(wrong), wrong).toBe('request_malformed')
    const added = await Promise.all(
      Array.from({ length: 12 }, (_, n) => recipients.try(`r${n}@lotus.example`)),
    )
    expect(added.filter(({ statusCode }) => statusCode === 200)).toHaveLength(10)
    const first = (await recipients.all())[0]
    expect(await codeOf((first?.address ?? '').toUpperCase())).toBe('recipient_known')
    expect(await codeOf('eleventh@lotus.example')).toBe('too_many_recipients')
  })

  it('are a seller’s own: another sees none, and staff act for them', async () => {
    const { id } = await recipients.add('own@lotus.example')
    const northstar = new Recipients(await warehouse.node.as('northstar@test.restow'), 'LOTUS')
    expect((await northstar.try('x@y.example')).statusCode).toBe(404)
    expect((await northstar.act(id, 'test')).statusCode).toBe(404)
    const own = new Recipients(await warehouse.node.as('northstar@test.restow'), 'NORTHSTAR')
    expect((await own.change(id, { formats: [] })).statusCode).toBe(404)
    expect((await own.remove(id)).statusCode).toBe(404)
    const staff = new Recipients(await warehouse.node.as('SV2001'))
    expect(await staff.one(id)).toMatchObject({ madeBy: 'lotus@test.restow' })
    const otto = new Recipients(await warehouse.node.as('OP1001'))
    expect((await otto.try('x@y.example')).statusCode).toBe(403)
  })

  it('are tried at once, and not so often that somebody is flooded', async () => {
    const { id } = await recipients.add('try@lotus.example', { language: 'es' })
    await warehouse.sql('update mail_recipient set tested_at = null')
    const tried = (await recipients.act(id, 'test')).json<MailTried>()
    expect(tried).toMatchObject({ sent: true, answer: expect.stringContaining('2.0.0 queued') })
    expect((await mailTo('try@lotus.example')).subject).toBe('Una prueba para LOTUS')
    expect((await recipients.act(id, 'test')).statusCode).toBe(429)
    // Whoever removes the address and names it again has not waited either.
    await warehouse.sql("update sign_in_failure set failures = 20 where who = 'mail test LOTUS'")
    await recipients.remove(id)
    const again = await recipients.add('try@lotus.example')
    expect((await recipients.act(again.id, 'test')).statusCode).toBe(429)
    await warehouse.sql("delete from sign_in_failure where who = 'mail test LOTUS'")
  })

  it('cannot be added where the house sends no e-mail, and the list says so', async () => {
    const silent = await warehouse.addNode()
    const there = new Recipients(silent.with(lotus.cookie))
    expect((await there.try('x@lotus.example')).json<{ code: string }>().code).toBe('mail_off')
    expect(await silent.with(lotus.cookie).read(there.url)).toEqual({ on: false, items: [] })
  })
})

it('many days for ten recipients come once each, whichever of two nodes sends them', async () => {
  const addresses = Array.from({ length: 10 }, (_, n) => `many${n}@lotus.example`)
  for (const address of addresses) await recipients.add(address)
  const closed: string[] = []
  for (let n = 0; n < 4; n++) {
    await days.decide()
    closed.push(await days.close())
  }
  for (const address of addresses) await poll(() => server.to(address).length).toBe(closed.length)
  await poll(async () => (await warehouse.sql("select 1 from day_mail where state = 'waiting'")).length).toBe(
    0,
  )
  for (const address of addresses) expect(server.to(address)).toHaveLength(closed.length)
})
