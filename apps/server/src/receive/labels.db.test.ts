import type { ParcelView, ScanAnswer } from '@restow/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plate } from '../../../../packages/testkit/src/builders.ts'
import { command, eventIdOf } from '../../../../packages/testkit/src/commands.ts'
import { openWarehouse, type Person, type Warehouse } from '../../../../packages/testkit/src/server.ts'
import { verifyLedger } from '../ledger/verify.ts'

/** Boxes with several labels, on a real database. */
let warehouse: Warehouse
let otto: Person
let sven: Person
beforeAll(async () => {
  warehouse = await openWarehouse()
  otto = await warehouse.node.as('OP1001')
  sven = await warehouse.node.as('SV2001')
})
afterAll(() => warehouse?.close())

const receive = (tracking: string) => command('ReceiveParcel', { tracking, condition: 'intact' })
const alias = (parcel: string, tracking: string) => command('AliasParcel', { parcel, tracking })
const scan = (code: string) => otto.read<ScanAnswer>(`/api/scan?code=${encodeURIComponent(code)}`)
const parcel = (number: string) => otto.read<ParcelView>(`/api/parcels/${number}`)
const numbersOf = (rma: string) =>
  warehouse.sql<{ number: string; source: string }>(
    `select t.tracking_number as number, t.source from expected_tracking t join expected_return r on r.id = t.expected_return
     where r.rma_number = $1 order by 1`,
    [rma],
  )

/** A USPS label with its routing, whose number has no right check digit: it may be the whole, or what follows the postal code. */
const WHOLE = '420914619205597472073788369077'
const NUMBER = WHOLE.slice(8)

describe('a box with two labels', () => {
  it('is one parcel, whichever of them is scanned, for people and for commands', async () => {
    await otto.did(receive('BOX-1'), alias('BOX-1', 'SECOND-1'))
    expect(await scan('second-1')).toMatchObject({ kind: 'parcel', parcel: { trackingNumber: 'BOX-1' } })
    expect(await parcel('SECOND-1')).toMatchObject({ trackingNumber: 'BOX-1', aliases: ['SECOND-1'] })
    const [again] = await otto.give(receive('SECOND-1'))
    expect(again).toMatchObject({
      outcome: 'rejected',
      code: 'already_received',
      facts: { tracking: 'BOX-1' },
    })
    await otto.did(command('RegisterUnit', { parcel: 'SECOND-1', lpn: plate(1), product: null, quantity: 1 }))
    expect((await parcel('BOX-1')).contents).toMatchObject([{ lpn: plate(1) }])
  })

  it('whose first label is of two readings is found by each of them', async () => {
    await otto.did(receive(WHOLE))
    expect(await scan(NUMBER)).toMatchObject({ kind: 'parcel', parcel: { trackingNumber: WHOLE } })
  })

  it('is no longer found by a second label that was taken back, and its return forgets it', async () => {
    const slip = alias('T1000', 'SLIP-1')
    await otto.did(receive('T1000'), slip)
    expect(await numbersOf('RMA-1')).toEqual([
      { number: 'SLIP-1', source: 'label' },
      { number: 'T1000', source: 'file' },
    ])
    await otto.did(command('TakeBack', { parcel: 'T1000', eventId: eventIdOf(slip) }))
    expect(await scan('SLIP-1')).toMatchObject({ kind: 'unknown' })
    expect(await numbersOf('RMA-1')).toEqual([{ number: 'T1000', source: 'file' }])
  })

  it('is its seller’s once the announced one is scanned, and the other number is learned', async () => {
    await otto.did(receive('LAST-MILE-6'))
    expect(await parcel('LAST-MILE-6')).toMatchObject({ seller: null })
    await otto.did(alias('LAST-MILE-6', 'T6000'))
    expect(await parcel('T6000')).toMatchObject({ trackingNumber: 'LAST-MILE-6', seller: 'LOTUS' })
    expect((await numbersOf('RMA-6')).map((n) => n.number)).toEqual(['LAST-MILE-6', 'T6000'])
    expect((await scan('LAST-MILE-6')).expected).toMatchObject([{ rmaNumber: 'RMA-6', state: 'arriving' }])
  })

  it('is refused a label of another parcel or return, with which it is; a supervisor joins a return', async () => {
    await otto.did(receive('T2000'))
    const [taken, other] = await otto.give(alias('T2000', 'BOX-1'), alias('T2000', 'T1000'))
    expect(taken).toMatchObject({
      code: 'label_of_other_parcel',
      facts: { label: 'BOX-1', tracking: 'BOX-1' },
    })
    expect(other).toMatchObject({ code: 'label_of_other_parcel' })
    const [foreign] = await otto.give(alias('T2000', 'T5000'))
    expect(foreign).toMatchObject({
      code: 'label_of_other_return',
      facts: { rma: 'RMA-5', seller: 'DORMANT' },
    })
    await sven.did(alias('T2000', 'T5000'))
    expect(await parcel('T5000')).toMatchObject({
      trackingNumber: 'T2000',
      seller: 'NORTHSTAR',
      answers: [{ rmaNumber: 'RMA-2' }],
    })
  })

  it('and another that is received by the same label at the same moment: one number, one open parcel', async () => {
    const other = await warehouse.addNode()
    const olga = await other.as('OP1002')
    await otto.did(receive('RACE-BOX'))
    for (let round = 0; round < 8; round++) {
      const number = `RACE-${round}`
      const [[aliased], [received]] = await Promise.all([
        otto.give(alias('RACE-BOX', number)),
        olga.give(receive(number)),
      ])
      expect([aliased?.outcome, received?.outcome].sort()).toEqual(['accepted', 'rejected'])
      const holders = await warehouse.sql('select 1 from parcel_number where number = $1 and open', [number])
      expect(holders).toHaveLength(1)
    }
  })

  it('leaves chains and states that agree', async () => {
    expect((await verifyLedger(warehouse.node.db.staff)).broken).toEqual([])
  })

  it('that is opened again does not take back a number which another parcel has got meanwhile', async () => {
    await otto.did(receive('OLD-1'), alias('OLD-1', 'REUSED-1'), command('CloseParcel', { parcel: 'OLD-1' }))
    // Ninety days go by.
    await warehouse.sql(
      `update parcel set body = jsonb_set(body, '{closedAt}', '"2020-01-01T00:00:00.000Z"') where tracking_number = 'OLD-1'`,
    )
    await otto.did(receive('REUSED-1'), command('ReopenParcel', { parcel: 'OLD-1' }))
    expect(await parcel('REUSED-1')).toMatchObject({ trackingNumber: 'REUSED-1' })
    expect(await parcel('OLD-1')).toMatchObject({ trackingNumber: 'OLD-1', state: 'reopened' })
    await otto.did(command('CloseParcel', { parcel: 'REUSED-1' }))
    expect(await parcel('REUSED-1')).toMatchObject({ trackingNumber: 'REUSED-1', state: 'closed' })
  })
})
