import { createHash, randomUUID } from 'node:crypto'
import type { AddedApiKey, AddedWebhook, ImportReport, Outcome, ReportRow } from '@restow/contracts'
import sharp from 'sharp'
import { vi } from 'vitest'
import {
  announced,
  bin,
  classify,
  inspect,
  line,
  plate,
  putAway,
  receive,
  register,
  type World,
  world,
} from '../../../../../packages/testkit/src/builders.ts'
import { command, uuidv7 } from '../../../../../packages/testkit/src/commands.ts'
import { BINS, type Email, type Person, type Warehouse } from '../../../../../packages/testkit/src/server.ts'
import { GOLDEN_ROWS, keepGolden } from '../../reports/golden.fixture.ts'

/** Two sellers with everything that a seller can have, and a word of its own in every text of each. */

/** Where a kept report of both is. */
export const KEPT_DAY = '2026-11-20'

export interface Owner {
  readonly code: 'LOTUS' | 'NORTHSTAR'
  readonly email: Email
  /** Stands in every text of this seller and nowhere else, in capitals and small letters. */
  readonly mark: string
  /** Where its plates begin, and what is printed on its goods. */
  readonly first: number
  readonly gtin: string
}
export const OURS: Owner = {
  ...{ code: 'LOTUS', email: 'lotus@test.restow', mark: 'zqxa', first: 100, gtin: '04006381333931' },
}
export const THEIRS: Owner = {
  ...{ code: 'NORTHSTAR', email: 'northstar@test.restow', mark: 'zqxb', first: 200, gtin: '00012345678905' },
}

/** By what each thing of a seller is called for. */
export interface Belongings {
  readonly seller: string
  readonly email: string
  readonly sku: string
  readonly gtin: string
  readonly rma: string
  readonly order: string
  readonly tracking: string
  /** Came unannounced and became this seller's by its own claim; and by a supervisor's. */
  readonly claimed: string
  readonly given: string
  /** In a box of its own that holds another's goods as well. */
  readonly mixedLpn: string
  /** A unit through all the steps, the plate that it had before, and one that waits for its seller's answer. */
  readonly lpn: string
  readonly formerLpn: string
  readonly heldLpn: string
  readonly serial: string
  readonly photo: string
  readonly importId: string
  readonly key: string
  readonly webhook: string
  readonly message: string
  readonly recipient: string
  readonly print: string
  /** Commands of the seller's own, to the letter. */
  readonly claim: { commandId: string; parcel: string; evidence: { order: string } }
  readonly answer: { commandId: string; answer: string }
}

const upper = ({ mark }: Owner) => mark.toUpperCase()
const wire = ({ type, ...facts }: { type: string }) => command(type as 'HoldUnit', facts as never)

/** Announced by each: under a number that only it uses, and one to be claimed by. */
function announcedBy(owner: Owner): World['announced'] {
  const own = upper(owner)
  const sku = `${own}-KETTLE`
  return [
    announced(owner.code, `${own}-RMA-1`, [`${own}T0001`], [line(sku, { quantity: 4 })]),
    announced(owner.code, `${own}-RMA-2`, [`${own}T0002`], [line(sku)]),
  ]
}

/** The usual warehouse, whose two sellers sell nothing that has not their own word on it. */
export function twoSellers(): World {
  const usual = world({
    bins: Object.values(BINS).map((code) => bin(code, 'resell', 50)),
    announced: [OURS, THEIRS].flatMap(announcedBy),
  })
  const products = [OURS, THEIRS].map((owner) => ({
    ...(usual.products[0] as World['products'][number]),
    ...{
      seller: owner.code,
      sku: `${upper(owner)}-KETTLE`,
      title: `${owner.mark} kettle`,
      category: 'general',
    },
    ...{ gtin: owner.gtin, fnsku: `X00${upper(owner)}`, asin: null },
  }))
  return { ...usual, products }
}

/** What nobody has, called as theirs would be. */
export const nobodys = (): Belongings => {
  const id = () => randomUUID()
  return {
    ...{ seller: 'ZQXGHOSTS', email: 'zqxg@test.restow', sku: 'ZQXG-KETTLE', gtin: '09501101530003' },
    ...{ rma: 'ZQXG-RMA-1', order: 'ORDER-ZQXG-RMA-1', tracking: 'ZQXGT0001', claimed: 'ZQXGT0009' },
    ...{
      given: 'ZQXGT0008',
      lpn: plate(300),
      formerLpn: plate(301),
      heldLpn: plate(302),
      mixedLpn: plate(303),
      serial: 'ZQXG-SERIAL',
    },
    ...{ photo: createHash('sha256').update('nobody').digest('hex'), importId: id(), key: 'rk_ZQXGzqxg' },
    ...{ webhook: id(), message: `msg_${id().replaceAll('-', '')}`, recipient: id(), print: id() },
    claim: { commandId: uuidv7(), parcel: 'ZQXGT0009', evidence: { order: 'ORDER-ZQXG-RMA-2' } },
    answer: { commandId: uuidv7(), answer: 'zqxg says: sell it.' },
  }
}

interface People {
  readonly otto: Person
  readonly sven: Person
  readonly own: Person
}

const send = async <T>(
  who: Person,
  method: 'POST' | 'PUT',
  url: string,
  payload: object | string | Buffer,
  type?: string,
) => {
  const headers = type ? { 'content-type': type } : {}
  const answer = await who.ask({ method, url, payload, headers })
  if (answer.statusCode >= 300) throw new Error(`${url}: ${answer.statusCode} ${answer.body}`)
  return answer.json<T>()
}

/** From the dock to the bin, with a note at each step that takes one. */
async function work({ otto, sven }: People, owner: Owner, photo: Buffer): Promise<void> {
  const { mark, first } = owner
  const own = upper(owner)
  const [lpn, held, open] = [plate(first), plate(first + 1), plate(first + 2)]
  const tracking = `${own}T0001`
  const sha256 = createHash('sha256').update(photo).digest('hex')
  await send(otto, 'PUT', `/api/photos/${sha256}`, photo, 'image/jpeg')
  const decided = classify(lpn, 'restock', 'other')
  await otto.did(
    ...[
      receive(tracking),
      register(tracking, lpn, `${own}-KETTLE`, { serial: `${own}-SERIAL` }),
      { type: 'AttachPhoto', subject: { lpn }, sha256, angle: 'front', takenAt: '2026-11-21T10:00:00Z' },
      {
        type: 'AttachPhoto',
        subject: { parcel: tracking },
        sha256,
        angle: 'front',
        takenAt: '2026-11-21T10:00:00Z',
      },
      inspect(lpn, 'like_new', { note: `${mark} looks new` }),
      { ...decided, overrideReason: { code: 'other', note: `${mark} wants it so` } },
      putAway(lpn, BINS.resell),
      register(tracking, held, `${own}-KETTLE`),
      { type: 'HoldUnit', lpn: held, waitsFor: 'seller', question: `${mark}, what becomes of it?` },
      register(tracking, open, `${own}-KETTLE`),
      { type: 'ReplacePlate', lpn, newLpn: plate(first + 10) },
    ].map(wire),
  )
  await send(sven, 'POST', '/api/print-jobs', {
    id: uuidv7(),
    labels: [{ kind: 'plate', lpn: plate(first + 10) }],
  })
}

/** Two parcels that nobody had announced: one that the seller claims, one that a supervisor gives it. */
async function claims(
  { otto, sven, own }: People,
  owner: Owner,
  isMixed: boolean,
): Promise<Belongings['claim']> {
  const capitals = upper(owner)
  const [mine, given] = [`${capitals}T0009`, `${capitals}T0008`]
  const order = `ORDER-${capitals}-RMA-2`
  const inIt = isMixed === (owner === OURS) ? THEIRS : OURS
  await otto.did(
    ...[
      receive(mine),
      { type: 'DescribeParcel', parcel: mine, printed: { name: `${owner.mark} Jane`, order } },
      { ...register(mine, plate(owner.first + 3), null), product: { gtin: owner.gtin } },
      receive(given),
      // The other's goods, put into the wrong box, come with the claim.
      { ...register(given, plate(owner.first + 4), null), product: { gtin: inIt.gtin } },
    ].map(wire),
  )
  await sven.did(wire({ type: 'ClaimParcel', parcel: given, seller: owner.code } as never))
  const claim = { commandId: uuidv7(), parcel: mine, evidence: { order } }
  const outcome = await send<Outcome>(own, 'POST', '/api/unclaimed/claims', claim)
  if (outcome.outcome !== 'accepted') throw new Error(JSON.stringify(outcome))
  return claim
}

/** What its people and scripts keep here. */
async function desk({ own, sven }: People, owner: Owner) {
  const { code, mark } = owner
  const capitals = upper(owner)
  const csv = `rma,order,tracking,sku,quantity\n${capitals}-RMA-3,${capitals}-ORDER-3,${capitals}T0003,${capitals}-KETTLE,0\n`
  const key = await send<AddedApiKey>(own, 'POST', `/api/sellers/${code}/api-keys`, {
    name: `${mark} script`,
    scopes: ['reports'],
  })
  const hook = await send<AddedWebhook>(own, 'POST', `/api/sellers/${code}/webhooks`, {
    url: `http://127.0.0.1:9/${mark}`,
    types: ['unit.classified', 'decision.needed', 'day.closed'],
  })
  const template = {
    code: 'fnsku',
    mayBeMatrix: false,
    language: 'de',
    lines: ['title', 'note'],
    conditions: {},
  }
  await send(own, 'PUT', `/api/sellers/${code}/label-template`, {
    ...{ ...template, note: `${mark} outlet`, plate: true },
  })
  const url = `/api/imports/returns?seller=${code}&format=csv`
  const { id } = await send<ImportReport>(sven, 'POST', url, csv, 'text/csv')
  return { key: key.key, secret: key.secret, webhook: hook.id, importId: id }
}

const keptRow = (owner: Owner): ReportRow => {
  const [plain] = GOLDEN_ROWS as readonly [ReportRow, ...ReportRow[]]
  const { mark } = owner
  return {
    ...plain,
    lpn: plate(owner.first),
    title: `${mark} kettle`,
    sku: mark,
    rmaNumber: mark,
    orderNumber: mark,
  }
}

/** Somebody who gets its days by e-mail, with one mail that went out. */
async function recipientOf(warehouse: Warehouse, { code, mark }: Owner): Promise<string> {
  const id = randomUUID()
  await warehouse.sql(
    `insert into mail_recipient (id, seller, address, language, formats, secret, made_by)
     values ($1, $2, $3, 'en', '{csv}', decode('00', 'hex'), $4)`,
    [id, code, `${mark}@example.test`, mark],
  )
  await warehouse.sql(
    `insert into day_mail (recipient, warehouse, day, seller, state, last_answer) values ($1, 'LAX1', $2, $3, 'sent', $4)`,
    [id, KEPT_DAY, code, mark],
  )
  return id
}

/** What its webhook is told of, once the feed has come so far. */
const messageOf = async (warehouse: Warehouse, webhook: string): Promise<string> =>
  vi.waitUntil(
    async () => {
      const text = 'select id from webhook_message where webhook = $1 order by id limit 1'
      return (await warehouse.sql<{ id: string }>(text, [webhook]))[0]?.id
    },
    { timeout: 20_000, interval: 20 },
  )

/**
 * Builds all that one of the two has.
 * @param isMixed whether one of its boxes held the other's goods; their first event, which is this seller's since, names them for good
 */
export async function furnish(warehouse: Warehouse, owner: Owner, isMixed = true): Promise<Belongings> {
  const { node } = warehouse
  const people = {
    otto: await node.as('OP1001'),
    sven: await node.as('SV2001'),
    own: await node.as(owner.email),
  }
  const capitals = upper(owner)
  for (const text of [
    'update seller set name = $2 where code = $1',
    'update seller_user set name = $2 where seller = $1',
  ])
    await warehouse.sql(text, [owner.code, `${owner.mark} Traders`])
  const kept = await desk(people, owner)
  const photo = await sharp({
    create: { width: 8, height: 8, channels: 3, background: owner === OURS ? '#a33' : '#3a3' },
  })
    .withExif({ IFD0: { Copyright: owner.mark } })
    .jpeg()
    .toBuffer()
  await work(people, owner, photo)
  const recipient = await recipientOf(warehouse, owner)
  const claim = await claims(people, owner, isMixed)
  const answer = { commandId: uuidv7(), answer: `${owner.mark} says: sell it.` }
  await send(people.own, 'POST', `/api/units/${plate(owner.first + 1)}/answer`, answer)
  await keepGolden(node.db.staff, [keptRow(owner)], KEPT_DAY, owner.code)
  const message = await messageOf(warehouse, kept.webhook)
  const [print] = await warehouse.sql<{ id: string }>(
    'select id::text from print_job order by asked_at desc limit 1',
  )
  return {
    ...{ seller: owner.code, email: owner.email, sku: `${capitals}-KETTLE`, rma: `${capitals}-RMA-1` },
    ...{ gtin: owner.gtin, order: `ORDER-${capitals}-RMA-1` },
    ...{ tracking: `${capitals}T0001`, claimed: claim.parcel, given: `${capitals}T0008` },
    ...{ lpn: plate(owner.first + 10), formerLpn: plate(owner.first), heldLpn: plate(owner.first + 1) },
    mixedLpn: plate(owner.first + 4),
    ...{ serial: `${capitals}-SERIAL`, photo: createHash('sha256').update(photo).digest('hex') },
    ...{ importId: kept.importId, key: kept.key, webhook: kept.webhook, message, print: print?.id ?? '' },
    recipient,
    ...{ claim, answer },
  }
}
