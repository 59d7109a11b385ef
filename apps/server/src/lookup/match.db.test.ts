import { makeGtin13, readScan } from '@restow/barcodes'
import type { ScanAnswer } from '@restow/contracts'
import { gs1CheckDigit } from '@restow/domain'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  announceMany,
  labelsToScan,
  numbersFrom,
  otherNumbers,
} from '../../../../packages/testkit/src/announced-returns.ts'
import { command } from '../../../../packages/testkit/src/commands.ts'
import { openWarehouse, type Person, type Warehouse } from '../../../../packages/testkit/src/server.ts'
import { findKnownByNumber } from './lookup.queries.ts'

/** Scans among a great many expected returns: each finds its own, and what is no label finds none. `npm run bench -- match` asks the same of 100,000. */
const OTHERS = 5000
const STRANGERS = 10_000
const RECEIVED = 500

let warehouse: Warehouse
let otto: Person
const { labels, real } = labelsToScan()
beforeAll(async () => {
  warehouse = await openWarehouse()
  otto = await warehouse.node.as('OP1001')
  const admin = new pg.Client({ connectionString: warehouse.urls.adminUrl })
  await admin.connect()
  await announceMany(admin, 'LOTUS', otherNumbers(OTHERS, labels), 'OTHER')
  await announceMany(
    admin,
    'NORTHSTAR',
    labels.map((l) => l.tracking),
    'SCANNED',
  )
  await admin.query('analyze')
  await admin.end()
})
afterAll(() => warehouse?.close())

const keysOf = (scanned: string) => {
  const { trackingKeys, raw } = readScan(scanned)
  return [...new Set([...trackingKeys, raw.trim()])]
}
const scan = (code: string) => otto.read<ScanAnswer>(`/api/scan?code=${encodeURIComponent(code)}`)

describe(`scans among ${OTHERS} other expected returns`, () => {
  it(`${real ? 'the real' : 'made'} labels: each finds its own return, and no other`, async () => {
    const found = await Promise.all(
      labels.map(async ({ tracking, scanned }) => {
        const { kind, expected = [] } = await scan(scanned)
        return kind === 'expected' && expected.length === 1 && expected[0]?.trackingNumber === tracking
      }),
    )
    expect([found.filter(Boolean).length, labels.length]).toEqual([122, 122])
  })

  it('and what is received by them belongs to the seller who announced it', async () => {
    const outcomes = await otto.did(
      ...labels.map(({ scanned }) => command('ReceiveParcel', { tracking: scanned, condition: 'intact' })),
    )
    expect(outcomes).toHaveLength(labels.length)
    const rows = await warehouse.sql<{ n: number }>(
      "select count(*)::int as n from parcel where seller = 'NORTHSTAR' and tracking_number = any($1) and state = 'received'",
      [labels.map((l) => l.tracking)],
    )
    expect(rows).toEqual([{ n: labels.length }])
  })
})

/** What lies around at a dock and is no parcel's label: products, pallets, orders. */
function strangers(count: number): string[] {
  const random = numbersFrom(12)
  const digits = (n: number) => Array.from({ length: n }, () => Math.floor(random() * 10)).join('')
  const sscc = () => {
    const serial = `0${digits(16)}`
    return `${serial}${gs1CheckDigit(serial)}`
  }
  const makers = [
    () => makeGtin13(random),
    () => `0${makeGtin13(random)}`,
    () => `01${`0${makeGtin13(random)}`}`,
    sscc,
    () => `00${sscc()}`,
    () => `${digits(3)}-${digits(7)}-${digits(7)}`,
    () => digits(12),
  ]
  return Array.from({ length: count }, (_, n) => (makers[n % makers.length] as () => string)())
}

/** Scans that are taken for something known, of a list that is looked up some hundreds at a time. */
async function mistaken(scans: readonly string[]): Promise<string[]> {
  const wrong: string[] = []
  for (let from = 0; from < scans.length; from += 500) {
    const batch = scans.slice(from, from + 500)
    const hits = await findKnownByNumber(warehouse.node.db.staff, [...new Set(batch.flatMap(keysOf))])
    const numbers = new Set(hits.map((hit) => hit.number))
    wrong.push(...batch.filter((code) => keysOf(code).some((key) => numbers.has(key))))
  }
  return wrong
}

describe('what is no label', () => {
  it(`${STRANGERS} GTINs, SSCCs and order numbers are taken for no parcel's label and no return that does not carry them`, async () => {
    expect(await mistaken(strangers(STRANGERS))).toEqual([])
    // One that is known would have been noticed among them.
    const known = ['ORDER-RMA-1', labels[0]?.scanned ?? '']
    expect(await mistaken([...strangers(700), ...known])).toEqual(known)
  })

  it('received as a parcel all the same, it is nobody’s', async () => {
    const scans = [...new Set(strangers(RECEIVED))]
    await otto.did(...scans.map((tracking) => command('ReceiveParcel', { tracking, condition: 'intact' })))
    const [row] = await warehouse.sql<{ n: number; claimed: number }>(
      "select count(*)::int as n, count(seller)::int as claimed from parcel where body->>'raw' = any($1)",
      [scans],
    )
    expect(row).toEqual({ n: scans.length, claimed: 0 })
  })
})

describe('a number that stands for several things', () => {
  it('is asked about, with what tells them apart', async () => {
    expect(await scan('T3000')).toMatchObject({
      kind: 'expected',
      expected: [{ rmaNumber: 'RMA-3' }, { rmaNumber: 'RMA-4' }],
      differs: ['seller', 'rmaNumber', 'orderNumber', 'lines'],
    })
    expect((await scan('T1000')).differs).toBeUndefined()
  })

  it('is, of a parcel that was closed long ago, what is announced under it now', async () => {
    await otto.did(
      command('ReceiveParcel', { tracking: 'T2000', condition: 'intact' }),
      command('CloseParcel', { parcel: 'T2000' }),
    )
    expect(await scan('T2000')).toMatchObject({ kind: 'parcel' })
    await warehouse.sql(
      `update parcel set body = jsonb_set(body, '{closedAt}', '"2020-01-01T00:00:00.000Z"') where tracking_number = 'T2000'`,
    )
    const again = await scan('T2000')
    expect(again).toMatchObject({ kind: 'expected', next: [{ command: 'ReceiveParcel', allowed: true }, {}] })
    expect(again.parcel).toBeUndefined()
    await otto.did(command('ReceiveParcel', { tracking: 'T2000', condition: 'intact' }))
    expect(await scan('T2000')).toMatchObject({ kind: 'parcel', parcel: { state: 'received' } })
  })
})
