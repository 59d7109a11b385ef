import type { SellerPolicy } from '@restow/contracts'
import type { Command, Policy } from '@restow/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  classify,
  hold,
  inspect,
  plate,
  receive,
  register as registerUnit,
  takeBack,
} from '../../../../packages/testkit/src/builders.ts'
import { command, eventIdOf } from '../../../../packages/testkit/src/commands.ts'
import { type FakePrinter, openFakePrinter } from '../../../../packages/testkit/src/fake-printer.ts'
import { openWarehouse, type Person, type Warehouse } from '../../../../packages/testkit/src/server.ts'
import { IMPATIENT, jobsOf, register } from './queue.fixture.ts'
import { jobOfEvent } from './unasked.ts'

let warehouse: Warehouse
let otto: Person
let sven: Person
let printer: FakePrinter
const DEVICE = 'handheld-1'

beforeAll(async () => {
  warehouse = await openWarehouse({ printing: IMPATIENT })
  otto = await warehouse.node.as('OP1001')
  sven = await warehouse.node.as('SV2001')
  printer = await openFakePrinter()
  await register(sven, 'PACK-1', printer)
  await did(receive(PARCEL))
  await otto.ask({ method: 'PUT', url: `/api/devices/${DEVICE}/printer`, payload: { printer: '.P.PACK-1' } })
})
afterAll(async () => {
  await printer?.close()
  await warehouse?.close()
})

/** A command from the handheld that prints, or from another device. */
const wire = ({ type, ...facts }: Command, deviceId = DEVICE) =>
  command(type, facts as Parameters<typeof command>[1], { deviceId })
const did = (...commands: Command[]) => otto.did(...commands.map((one) => wire(one)))

async function leased(deviceId?: string): Promise<string> {
  const payload = { count: 1, ...(deviceId ? { deviceId } : {}) }
  const answer = await otto.ask({ method: 'POST', url: '/api/plates', payload })
  return answer.json<{ lpns: string[] }>().lpns[0] ?? ''
}
const PARCEL = 'T6000'
let number = 0
const fresh = () => `UNKNOWN-BOX-${++number}`
const kindsOf = async (lpn: string) =>
  (await jobsOf(otto, `lpn=${lpn}`)).map(({ labels, state }) => [labels[0]?.kind, state])
const settings = (unasked: string[]) =>
  sven.ask({ method: 'PUT', url: '/api/print-settings', payload: { unasked } })
/** All that is in the feed has been read for printing. */
const read = () =>
  expect
    .poll(
      async () => {
        const [row] = await warehouse.sql<{ left: string }>(
          `select count(*) as left from ledger_event e left join ledger_position p using (stream_id, version)
            where e.type = 'UnitRegistered'
              and (p.position is null or p.position > (select max(reached) from feed_checkpoint where reader = 'printing'))`,
        )
        return Number(row?.left)
      },
      { timeout: 20_000, interval: 20 },
    )
    .toBe(0)

/** A unit of a parcel that was announced, with a plate of this device. */
async function unit(sku = 'MUG'): Promise<string> {
  const lpn = await leased(DEVICE)
  await did(registerUnit(PARCEL, lpn, sku))
  return lpn
}

describe('what a step prints by itself', () => {
  it('is the plate of a unit that is registered, and what its decision asks for', async () => {
    const resold = await unit()
    await expect.poll(() => kindsOf(resold), { timeout: 20_000 }).toEqual([['plate', 'printed']])
    expect(printer.printed).toEqual([resold])
    await did(inspect(resold), classify(resold, 'restock'))
    await expect
      .poll(() => kindsOf(resold), { timeout: 20_000 })
      .toEqual([
        ['relabel', 'printed'],
        ['plate', 'printed'],
      ])
    const [relabel] = await jobsOf(otto, `deviceId=${DEVICE}`)
    expect(relabel).toMatchObject({ askedBy: 'OP1001', printer: { code: 'PACK-1' }, copy: 1, reason: null })
  })

  it('is as many of the seller’s labels as the seller wants, and none where it wants none', async () => {
    const lotus = await warehouse.node.as('lotus@test.restow')
    const url = '/api/sellers/LOTUS/policy'
    const says = async (prints: Policy['prints']) => {
      const { policy, version } = await lotus.read<SellerPolicy>(url)
      return lotus.ask({ method: 'PUT', url, payload: { version, policy: { ...policy, prints } } })
    }
    expect((await says({ relabel: ['restock'], copies: 2 })).statusCode).toBe(200)
    const [labelled, plain] = [await unit(), await unit()]
    await did(inspect(plain), classify(plain, 'liquidate', 'seller_asked'))
    await did(inspect(labelled), classify(labelled, 'restock'))
    await expect
      .poll(() => kindsOf(labelled), { timeout: 20_000 })
      .toEqual([
        ['relabel', 'printed'],
        ['plate', 'printed'],
      ])
    const [relabel] = await jobsOf(otto, `lpn=${labelled}`)
    expect(relabel).toMatchObject({ total: 2, labels: [{ kind: 'relabel', copies: 2 }] })
    expect(await kindsOf(plain)).toEqual([['plate', 'printed']])
    await says({ relabel: ['restock', 'open_box', 'liquidate', 'return_to_seller'], copies: 1 })
  })

  it('is not the plate of a roll that was printed beforehand, nor one that another device was given', async () => {
    const others = [plate(777), await leased(), await leased('handheld-2')]
    await did(...others.map((lpn) => registerUnit(PARCEL, lpn, 'MUG')))
    const own = await unit()
    await expect.poll(() => kindsOf(own), { timeout: 20_000 }).toEqual([['plate', 'printed']])
    for (const lpn of others) expect(await kindsOf(lpn)).toEqual([])
  })

  it('is not a plate that somebody has printed before, in a print dialog or on a printer', async () => {
    const lpn = await leased(DEVICE)
    const payload = { id: jobOfEvent('x'), printer: null, labels: [{ kind: 'plate', lpn }], deviceId: DEVICE }
    await otto.ask({ method: 'POST', url: '/api/print-jobs', payload })
    await did(registerUnit(PARCEL, lpn, 'MUG'))
    await read()
    expect(await kindsOf(lpn)).toEqual([['plate', 'sent']])
  })

  it('is a tag for what waits, and for a parcel that nobody announced', async () => {
    const lpn = await unit()
    const box = fresh()
    await did(hold(lpn), receive(box))
    await expect
      .poll(() => kindsOf(lpn), { timeout: 20_000 })
      .toEqual([
        ['hold', 'printed'],
        ['plate', 'printed'],
      ])
    await expect.poll(() => printer.printed.some((text) => text === box), { timeout: 20_000 }).toBe(true)
  })

  it('is nothing where the device has no printer, or the warehouse wants none of it', async () => {
    const lpn = await leased('handheld-3')
    await otto.did(wire(registerUnit(PARCEL, lpn, 'MUG'), 'handheld-3'))
    expect((await settings(['relabel'])).json()).toEqual({ unasked: ['relabel'] })
    const off = await unit()
    await read()
    expect([await kindsOf(lpn), await kindsOf(off)]).toEqual([[], []])
    await settings(['plate', 'relabel', 'refurbish', 'scrap', 'hold', 'parcel'])
  })

  it('is not printed twice, though the reader deals with it again', async () => {
    const lpn = await unit()
    await expect.poll(() => kindsOf(lpn), { timeout: 20_000 }).toEqual([['plate', 'printed']])
    const before = printer.printed.length
    await warehouse.sql('alter table feed_checkpoint disable trigger all')
    await warehouse.sql(
      "delete from feed_checkpoint where reader = 'printing' and after = (select max(after) from feed_checkpoint where reader = 'printing')",
    )
    await warehouse.sql('alter table feed_checkpoint enable trigger all')
    // Another node knows nothing of how far this one had come.
    const second = await warehouse.addNode({ printing: IMPATIENT })
    await second.app.ready()
    await read()
    expect(printer.printed.length).toBe(before)
  })

  it('waits while there is no paper, and is cancelled with the step that is taken back', async () => {
    printer.load(0)
    const lpn = await leased(DEVICE)
    const registering = wire(registerUnit(PARCEL, lpn, 'MUG'))
    await otto.did(registering)
    await expect
      .poll(async () => (await jobsOf(otto, `lpn=${lpn}`))[0]?.trouble, { timeout: 20_000 })
      .toBe('paper_out')
    await did(takeBack(lpn, eventIdOf(registering)))
    await expect.poll(() => kindsOf(lpn), { timeout: 20_000 }).toEqual([['plate', 'cancelled']])
    printer.load(1000)
    expect(printer.printed.includes(lpn)).toBe(false)
  })

  it('is shown to a device by the printer that it has, and which of its labels need not be asked for', async () => {
    const answer = await otto.read(`/api/devices/${DEVICE}/printer`)
    expect(answer).toMatchObject({
      printer: { code: 'PACK-1', name: 'PACK-1' },
      unasked: ['plate', 'relabel', 'refurbish', 'scrap', 'hold', 'parcel'],
    })
    expect((await settings(['badge'])).statusCode).toBe(400)
    const payload = { unasked: [] }
    expect((await otto.ask({ method: 'PUT', url: '/api/print-settings', payload })).statusCode).toBe(403)
  })
})
