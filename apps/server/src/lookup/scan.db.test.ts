import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { NextStep, ScanAnswer } from '@restow/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plate } from '../../../../packages/testkit/src/builders.ts'
import { command } from '../../../../packages/testkit/src/commands.ts'
import { BINS, openWarehouse, type Person, type Warehouse } from '../../../../packages/testkit/src/server.ts'

const DATA = join(import.meta.dirname, '../../../../../shared/data/returns')
const UPS = '1ZFQ23Q10167735465'

let warehouse: Warehouse
let otto: Person
beforeAll(async () => {
  warehouse = await openWarehouse()
  otto = await warehouse.node.as('OP1001')
})
afterAll(() => warehouse?.close())

const scan = (code: string, who = otto) => who.read<ScanAnswer>(`/api/scan?code=${encodeURIComponent(code)}`)
const step = (next: readonly NextStep[], name: string) => next.find((n) => n.command === name)
const receive = (tracking: string) => command('ReceiveParcel', { tracking, condition: 'intact' })
const register = (parcel: string, lpn: string, sku: string | null, quantity = 1) =>
  command('RegisterUnit', { parcel, lpn, product: sku === null ? null : { sku }, quantity })
describe('a scan', () => {
  it('of a label that is announced is that return, and then its parcel', async () => {
    const before = await scan(']C1 t6000 ')
    expect(before).toMatchObject({
      kind: 'expected',
      trackingNumber: 'T6000',
      expected: [{ rmaNumber: 'RMA-6', trackingNumber: 'T6000', seller: 'LOTUS', state: 'announced' }],
      next: [
        { command: 'ReceiveParcel', allowed: true },
        { command: 'ReportParcel', allowed: true },
      ],
    })
    expect(before.parcel).toBeUndefined()
    await otto.did(receive('T6000'))
    const after = await scan('T6000')
    expect(after).toMatchObject({
      kind: 'parcel',
      parcel: { trackingNumber: 'T6000', state: 'received', seller: 'LOTUS', version: 1 },
      expected: [{ rmaNumber: 'RMA-6', state: 'arriving' }],
    })
    expect(step(after.next, 'ReceiveParcel')).toMatchObject({
      allowed: false,
      why: 'already_received',
      message: expect.stringMatching(/^Parcel T6000 was already received at \d\d:\d\d by OP1001\./),
    })
  })

  it('of an RMA or order number finds the return too', async () => {
    for (const code of ['RMA-2', 'ORDER-RMA-2'])
      expect(await scan(code)).toMatchObject({ kind: 'expected', expected: [{ rmaNumber: 'RMA-2' }] })
  })

  it('of a number that two sellers announced names both', async () => {
    const { kind, expected } = await scan('T3000')
    expect([kind, expected?.map((e) => e.rmaNumber)]).toEqual(['expected', ['RMA-3', 'RMA-4']])
  })

  it('of a plate is its unit, also of one that it had before', async () => {
    await otto.did(
      receive('SCAN-1'),
      register('SCAN-1', plate(1), null),
      command('ReplacePlate', { lpn: plate(1), newLpn: plate(2) }),
    )
    for (const code of [plate(1), plate(2), `*${plate(2)}*`, plate(2).toLowerCase()])
      expect(await scan(code)).toMatchObject({
        kind: 'unit',
        unit: { lpn: plate(2), formerLpns: [plate(1)] },
      })
    expect(await scan(plate(900))).toMatchObject({ kind: 'unknown', next: [{ command: 'RegisterUnit' }] })
    expect(await scan('RU0000000018')).toMatchObject({ kind: 'unknown', next: [] })
  })

  it('of a bin’s tag is the bin and what lies in it, by its short name too', async () => {
    await otto.did(command('MoveUnit', { lpn: plate(2), bin: BINS.inspection }))
    for (const code of [BINS.inspection, 'I-01-01', 'i-01-01'])
      expect(await scan(code)).toMatchObject({
        kind: 'bin',
        bin: { code: BINS.inspection, zone: 'inspection', plates: 1, units: [{ lpn: plate(2) }] },
        next: [{ command: 'PutAwayUnit' }, { command: 'MoveUnit' }, { command: 'CountBin' }],
      })
    expect(await scan('I-09-09')).toMatchObject({ kind: 'unknown' })
  })

  it('of a product’s code is every product that has it', async () => {
    const { kind, products, next } = await scan('012345678905')
    expect([kind, products?.map((p) => p.sku).sort(), next]).toEqual([
      'product',
      ['CUP', 'MUG'],
      [{ command: 'RegisterUnit', allowed: true }],
    ])
    expect(await scan('X001LAMP')).toMatchObject({ kind: 'product', products: [{ sku: 'LAMP' }] })
  })

  it('of a badge is who wears it, without what proves it', async () => {
    const answer = await scan('OP1002')
    expect(answer).toMatchObject({ kind: 'badge', badge: { badge: 'OP1002', name: 'Olga' } })
    expect(JSON.stringify(answer)).not.toContain('argon2')
    expect(await scan('OP7777')).toMatchObject({ kind: 'unknown' })
  })

  it('of a command code is the command', async () => {
    expect(await scan('.R.GRADE.LIKE-NEW')).toMatchObject({
      kind: 'command',
      command: { command: 'GRADE', value: 'like_new' },
    })
  })

  it('that can be two things says so, and which', async () => {
    await otto.did(receive('X001LAMP'))
    expect(await scan('X001LAMP')).toMatchObject({
      kind: 'ambiguous',
      candidates: [
        { kind: 'parcel', key: 'X001LAMP' },
        { kind: 'product', key: 'LAMP' },
      ],
      parcel: { trackingNumber: 'X001LAMP' },
      products: [{ sku: 'LAMP' }],
    })
  })

  it('of what nobody knows can be received, with every carrier’s format that it fits', async () => {
    expect(await scan(UPS)).toMatchObject({
      kind: 'unknown',
      trackingNumber: UPS,
      reading: { carriers: [{ carrier: 'ups', trackingNumber: UPS, check: 'right' }] },
      next: [{ command: 'ReceiveParcel', allowed: true }, { command: 'ReportParcel' }],
    })
  })

  it('of the routing barcode alone asks for the other one', async () => {
    expect(await scan('42091461')).toMatchObject({
      kind: 'unknown',
      routingOnly: { postalCode: '91461' },
      next: [],
    })
  })

  it('of anything at all is answered', async () => {
    for (const code of [' ', '🧺', "' or 1=1", '%', '{}', '\u001d', 'x'.repeat(4096), '__proto__', '\\'])
      expect((await otto.get(`/api/scan?code=${encodeURIComponent(code)}`)).statusCode, code).toBe(200)
    for (const query of ['', '?code=', `?code=${'x'.repeat(4097)}`, '?code=a&more=1'])
      expect((await otto.get(`/api/scan${query}`)).statusCode, query).toBe(400)
    for (const [url, status] of [
      ['/api/scan?code=%00', 200],
      ['/api/scan?code=T%006000', 200],
      ['/api/units/%00', 400],
      ['/api/units/%00/timeline', 400],
      ['/api/parcels/T%00', 400],
    ] as const)
      expect((await otto.get(url)).statusCode, url).toBe(status)
  })

  it('of a unit of another warehouse does not find it here', async () => {
    await warehouse.sql("insert into warehouse values ('NJ1', 'New Jersey 1', 'America/New_York', 'USD')")
    await warehouse.sql("update staff set warehouse = 'NJ1' where badge = 'OP1002'")
    const olga = await warehouse.node.as('OP1002')
    expect((await olga.get(`/api/units/${plate(2)}`)).statusCode).toBe(404)
    expect((await olga.get('/api/parcels/SCAN-1')).statusCode).toBe(404)
    expect((await scan(plate(2), olga)).unit).toBeUndefined()
    expect((await scan('SCAN-1', olga)).parcel).toBeUndefined()
    await warehouse.sql("update staff set warehouse = 'LAX1' where badge = 'OP1002'")
  })
})

const real = existsSync(join(DATA, 'scans.json'))
it.runIf(real)(
  'the real labels (../shared/data/returns): 122 of 122 scans find their announced return',
  async () => {
    const answer = await otto.ask({
      method: 'POST',
      url: '/api/imports/returns?seller=NORTHSTAR&format=amazon',
      payload: readFileSync(join(DATA, 'amazon-returns.tsv')),
      headers: { 'content-type': 'text/tab-separated-values' },
    })
    expect(answer.json()).toMatchObject({ state: 'done', created: 312 })
    const scans: { tracking: string; scanned: string }[] = JSON.parse(
      readFileSync(join(DATA, 'scans.json'), 'utf8'),
    )
    const found = await Promise.all(
      scans.map(async ({ tracking, scanned }) => {
        const { kind, trackingNumber, expected } = await scan(scanned)
        return (
          kind === 'expected' && trackingNumber === tracking && expected?.[0]?.trackingNumber === tracking
        )
      }),
    )
    expect([found.filter(Boolean).length, scans.length]).toEqual([122, 122])
  },
)
it.runIf(!real)('the real labels are not beside this clone: only made ones were scanned', () => {
  expect(existsSync(join(DATA, 'scans.json'))).toBe(false)
})
