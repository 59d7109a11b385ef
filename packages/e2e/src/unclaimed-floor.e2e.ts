import { makeLpn, makeTracking } from '@restow/barcodes'
import { DEMO_PRODUCTS } from '@restow/server'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Floor } from './floor.ts'
import { Hall } from './offline.hall.ts'
import { Handheld } from './offline.handheld.ts'
import { Worker } from './offline.worker.ts'

/** Boxes of nobody, or of several, on a handheld: whose they are is said at the dock, with a network and without. */

const numbers = [0.13, 0.29, 0.41, 0.59, 0.67, 0.83].map((chance) => makeTracking('ups', () => chance))
const [SHARED = '', SHARED_OFFLINE = '', UNSURE = '', UNKNOWN = '', SECOND = '', LATE = ''] = numbers
const plate = (n: number): string => makeLpn(780_000_000 + n)
const productOf = (seller: string) =>
  DEMO_PRODUCTS.find((p) => p.seller === seller && p.category === 'homeware')
const [MUG, LAMP] = [productOf('LOTUS'), productOf('NORTHSTAR')]
/** As a pack's barcode scans: thirteen digits. */
const pack = (product: typeof MUG): string => product?.gtin.slice(1) ?? ''
const SENT_WITHIN = 60_000

const file = (rows: readonly (readonly [string, string])[], sku = ''): string =>
  ['rma,order,tracking,sku,quantity,value,currency,reason']
    .concat(rows.map(([rma, tracking]) => `${rma},ORDER-${rma},${tracking},${sku},1,40.00,USD,DEFECTIVE`))
    .join('\n')

interface UnitSeen {
  readonly seller: string | null
  readonly state: string
  readonly house?: boolean
  readonly disposition: string | null
  readonly line: { readonly rmaNumber: string } | null
}

let hall: Hall
let handheld: Handheld
let worker: Worker
let floor: Floor
beforeAll(async () => {
  hall = await Hall.open()
  await hall.announce(
    file(
      [
        ['SHARE-L1', SHARED],
        ['SHARE-L2', SHARED_OFFLINE],
        ['SHARE-L3', UNSURE],
      ],
      MUG?.sku,
    ),
    'LOTUS',
    'csv',
  )
  await hall.announce(
    file(
      [
        ['SHARE-N1', SHARED],
        ['SHARE-N2', SHARED_OFFLINE],
        ['SHARE-N3', UNSURE],
      ],
      LAMP?.sku,
    ),
    'NORTHSTAR',
    'csv',
  )
  handheld = new Handheld(hall.network.origin)
  worker = new Worker(handheld)
  floor = await handheld.open()
  await worker.signIn('OP1001')
})
afterAll(async () => {
  await handheld?.throwAway()
  await hall?.close()
})
afterEach(() => hall?.network.set({ kind: 'none' }))

async function read<T>(path: string): Promise<T> {
  const answer = await hall.get(path)
  expect(answer.status, path).toBe(200)
  return (await answer.json()) as T
}
const unit = (lpn: string) => read<UnitSeen>(`/api/units/${lpn}`)
const parcel = (tracking: string) =>
  read<{ seller: string | null; aliases: string[]; printed?: object; story: { type: string }[] }>(
    `/api/parcels/${tracking}`,
  )
const hears = (title: string) => floor.page.getByRole('status').getByText(title).first().waitFor()

async function home(): Promise<void> {
  await floor.scan('.R.HOME')
  await floor.heading('Ready').waitFor()
}

/** Takes a piece out of the parcel on the screen. */
async function takeOut(code: string, lpn: string): Promise<void> {
  await floor.scan(code)
  await floor.sees('Scan a plate, or print one')
  await floor.scan(lpn)
  await hears('Registered')
}

/** Which of the returns that are offered is that one's, counted as the screen counts. */
async function answerOf(rma: string): Promise<number> {
  await floor.heading('Which return is it?').waitFor()
  const offered = floor.page.getByRole('dialog').getByRole('radio')
  const texts = await offered.allTextContents()
  expect(texts).toHaveLength(2)
  return texts.findIndex((text) => text.includes(rma)) + 1
}

describe('a number that two sellers have announced', () => {
  it('is asked about at the dock, and from one scan on the parcel and its unit are that seller’s', async () => {
    await home()
    await floor.scan(SHARED)
    await floor.scan(`.R.ANSWER.${await answerOf('SHARE-N1')}`)
    await hears('Claimed')
    await floor.sees(/NORTHSTAR · received/)
    await takeOut(pack(LAMP), plate(1))
    await worker.allSent(SENT_WITHIN)
    expect((await parcel(SHARED)).seller).toBe('NORTHSTAR')
    expect(await unit(plate(1))).toMatchObject({ seller: 'NORTHSTAR', line: { rmaNumber: 'SHARE-N1' } })
  })

  it('is answered without a network as well, and the server says the same afterwards', async () => {
    await home()
    hall.network.set({ kind: 'down' })
    await floor.scan(SHARED_OFFLINE)
    await floor.scan(`.R.ANSWER.${await answerOf('SHARE-L2')}`)
    await hears('Claimed')
    await takeOut(pack(MUG), plate(2))
    await floor.unsent(3).waitFor()
    hall.network.set({ kind: 'none' })
    await worker.allSent(SENT_WITHIN)
    expect((await parcel(SHARED_OFFLINE)).story.map(({ type }) => type)).toEqual([
      ...['ParcelReceived', 'ParcelClaimed', 'UnitAdded'],
    ])
    expect(await unit(plate(2))).toMatchObject({ seller: 'LOTUS', line: { rmaNumber: 'SHARE-L2' } })
    await expectNothingRefused()
  })

  it('is nobody’s where who holds it cannot tell', async () => {
    await home()
    await floor.scan(UNSURE)
    await answerOf('SHARE-L3')
    await floor.scan('.R.RECEIVE')
    await hears('Received')
    await worker.allSent(SENT_WITHIN)
    expect((await parcel(UNSURE)).seller).toBeNull()
  })
})

async function expectNothingRefused(): Promise<void> {
  expect(await floor.button(/refused/).count()).toBe(0)
}

describe('a label that nobody knows, without a network', () => {
  it('is taken in, filled, noted and gets its other label; all of it is accepted once there is one', async () => {
    await home()
    hall.network.set({ kind: 'down' })
    await floor.scan(UNKNOWN)
    await hears('Received')
    await floor.scan(SECOND)
    await floor.heading('Another label of this box?').waitFor()
    await floor.scan('.R.SAME-BOX')
    await hears('Kept as another number')
    await floor.scan('.R.PRINTED')
    await floor.scan('112-9900-7711')
    await floor.heading('Is an RMA number printed on it?').waitFor()
    await floor.button('Close').click()
    await floor.sees('112-9900-7711')
    await takeOut(pack(MUG), plate(3))
    await home()
    await floor.scan(SECOND)
    await floor.heading('Register').waitFor()
    expect(floor.page.url()).toContain(UNKNOWN)
    await floor.unsent(4).waitFor()
    hall.network.set({ kind: 'none' })
    await worker.allSent(SENT_WITHIN)
    await expectNothingRefused()
    expect(await parcel(SECOND)).toMatchObject({
      ...{ trackingNumber: UNKNOWN, seller: null, printed: { order: '112-9900-7711' } },
      aliases: expect.arrayContaining([SECOND]),
    })
    expect(await unit(plate(3))).toMatchObject({ seller: null, state: 'registered' })
    const scan = await read<{ kind: string; trackingNumber: string }>(`/api/scan?code=${SECOND}`)
    expect(scan).toMatchObject({ kind: 'parcel', trackingNumber: UNKNOWN })
  })
})

describe('goods that nobody claimed in time', () => {
  it('are decided at a handheld by a supervisor among the house’s ways, and by nobody else', async () => {
    await home()
    await floor.register(LATE, pack(MUG), plate(4))
    await worker.allSent(SENT_WITHIN)
    const inspection = await bestInspection(plate(4))
    expect(await hall.does(inspection)).toMatchObject({ outcome: 'accepted' })
    expect(await hall.does({ type: 'ForfeitParcel', parcel: LATE })).toMatchObject({ code: 'not_over_limit' })
    // What comes next is past its time only by a hand in the database.
    expect(await hall.brokenChains()).toEqual([])
    await hall.ask(
      `update parcel set body = jsonb_set(body, '{receivedAt}', to_jsonb('2026-01-05T10:00:00.000Z'::text)) where tracking_number = $1`,
      [LATE],
    )
    expect(await hall.does({ type: 'ForfeitParcel', parcel: LATE })).toMatchObject({ outcome: 'accepted' })
    await home()
    await floor.scan(plate(4))
    await floor.sees('Nobody claimed it in time')
    const ways = await floor.page.getByRole('radio').allTextContents()
    expect(ways).toHaveLength(4)
    await floor.scan('.R.ROUTE.DONATE')
    await floor.scan('.R.CONFIRM')
    await floor.page
      .getByRole('alert')
      .getByText(/supervisor/i)
      .waitFor()
    await floor.button('Understood').click()
    await floor.scan('SV2001')
    await floor.page.getByLabel('PIN').fill('135790')
    await floor.button('Sign in').click()
    await floor.sees('SV2001')
    await floor.heading('Classify').waitFor()
    await floor.sees('Nobody claimed it in time')
    await floor.scan('.R.ROUTE.LIQUIDATE')
    await floor.scan('.R.CONFIRM')
    await floor.heading('Put away').waitFor()
    await worker.allSent(SENT_WITHIN)
    expect(await unit(plate(4))).toMatchObject({ seller: null, house: true, disposition: 'resell' })
    expect(floor.complaints.filter((line) => !/Failed to load resource|WebSocket/.test(line))).toEqual([])
  })
})

/** All best answers of the unit's checklist. */
async function bestInspection(lpn: string): Promise<Record<string, unknown>> {
  const { next } = await read<{
    next: { command: string; checklist?: { check: string; answers: string[] }[] }[]
  }>(`/api/units/${lpn}`)
  const checks = next.find((step) => step.command === 'InspectUnit')?.checklist ?? []
  const answers = checks.map(({ check, answers: [answer] }) => ({ check, answer }))
  return {
    ...{ type: 'InspectUnit', lpn, identity: 'unknown', answers, findings: [], grade: 'like_new' },
    performed: 'earlier',
  }
}
