import type { BinsBoard } from '@restow/contracts'
import { USUAL_TARGETS } from '@restow/domain'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  classify,
  hold,
  inspect,
  move,
  plate,
  putAway,
  receive,
  register,
  takeBack,
} from '../../../../packages/testkit/src/builders.ts'
import { command, eventIdOf, wire } from '../../../../packages/testkit/src/commands.ts'
import { BINS, openWarehouse, type Person, type Warehouse } from '../../../../packages/testkit/src/server.ts'
import { dayBounds } from '../reports/business-day.ts'
import { binsAt } from './bins.ts'
import { ClockTargets } from './clocks.ts'
import { hoursOf } from './flow.ts'
import { type Asking, Hall } from './hall.ts'

/** The bins board is counted from memory: whatever happens, it has to say what a server says that reads everything anew. */

let warehouse: Warehouse
let otto: Person
let sven: Person
beforeAll(async () => {
  warehouse = await openWarehouse()
  otto = await warehouse.node.as('OP1001')
  sven = await warehouse.node.as('SV2001')
})
afterAll(() => warehouse?.close())

const read = (who: Person, query = '') => who.read<BinsBoard>(`/api/boards/bins${query}`)
/** Without when it was made, and what goes by the second. */
const numbers = ({ cursor: _, asOf: __, zones, totals, attention }: BinsBoard) =>
  JSON.parse(
    JSON.stringify({ zones, totals, attention }, (key, value) =>
      key === 'oldestSeconds' || key === 'seconds' || key === 'nextSeconds' ? null : value,
    ),
  )
const binOf = (board: BinsBoard, code: string) =>
  board.zones.flatMap((z) => z.bins).find((b) => b.code === code)

/** The board as the server has it, after it was found to say what is read anew. */
async function isAsReadAnew(seller: string | null = null): Promise<BinsBoard> {
  const kept = await read(otto, seller ? `?seller=${seller}` : '')
  const hall = await Hall.open((question) => question(warehouse.node.db.staff), 'LAX1', {
    now: Date.parse(kept.asOf),
    hours: hoursOf(dayBounds(kept.day, kept.timeZone)),
  })
  const { from } = dayBounds(kept.day, kept.timeZone)
  const targets = new ClockTargets(USUAL_TARGETS, {})
  const body = binsAt(hall, { seller, now: kept.asOf, from, targets })
  expect(numbers(kept)).toEqual(numbers({ ...kept, ...body }))
  return kept
}

describe('the bins board of a server that has looked before', () => {
  it('follows units in, from bin to bin, onto hold, back again and out', async () => {
    await read(otto)
    const put = wire(putAway(plate(1), BINS.small))
    await otto.did(
      ...[
        receive('T6000'),
        register('T6000', plate(1), 'MUG'),
        inspect(plate(1)),
        classify(plate(1), 'restock'),
      ].map(wire),
      put,
      ...[receive('T2000'), register('T2000', plate(2), 'KETTLE'), move(plate(2), BINS.inspection)].map(wire),
      ...[receive('T9000'), register('T9000', plate(3), null), move(plate(3), BINS.dock)].map(wire),
    )
    expect(binOf(await isAsReadAnew(), BINS.small)).toMatchObject({ plates: 1, sellers: { LOTUS: 1 } })
    await otto.did(wire(takeBack(plate(1), eventIdOf(put))), wire(hold(plate(2), 'seller')))
    const later = await isAsReadAnew()
    expect(binOf(later, BINS.small)?.plates).toBe(0)
    // Held, it belongs into a hold bin.
    expect(binOf(later, BINS.inspection)).toMatchObject({ plates: 1, held: 1, misplaced: 1 })
    await otto.did(wire(move(plate(2), BINS.hold)), command('LoseUnit', { lpn: plate(3) }))
    const last = await isAsReadAnew()
    expect(binOf(last, BINS.hold)).toMatchObject({ plates: 1, held: 1, sellers: { NORTHSTAR: 1 } })
    expect(binOf(last, BINS.dock)?.plates).toBe(0)
    await isAsReadAnew('LOTUS')
  })

  it('follows a parcel that is claimed, and all that came out of it', async () => {
    await read(otto, '?seller=NORTHSTAR')
    await otto.did(command('FindUnit', { lpn: plate(3), bin: BINS.dock }))
    await sven.did(command('ClaimParcel', { parcel: 'T9000', seller: 'NORTHSTAR' }))
    const board = await isAsReadAnew('NORTHSTAR')
    expect(binOf(board, BINS.dock)).toMatchObject({ sellers: { NORTHSTAR: 1 } })
    expect(binOf(await isAsReadAnew(), BINS.dock)).toMatchObject({ sellers: { NORTHSTAR: 1 } })
  })

  it('follows bins that are made, moved and taken out of use', async () => {
    const url = '/api/bins/LAX1-S-07-01'
    const put = (payload: object) => sven.ask({ method: 'PUT', url, payload })
    await put({ zone: 'resell', capacity: 4 })
    expect(binOf(await isAsReadAnew(), 'LAX1-S-07-01')).toMatchObject({ capacity: 4, plates: 0 })
    await put({ zone: 'scrap', capacity: 4, place: { aisle: 'X 7' } })
    const board = await isAsReadAnew()
    expect(board.zones.find((z) => z.zone === 'scrap')?.bins).toContainEqual(
      expect.objectContaining({ code: 'LAX1-S-07-01', place: { aisle: 'X 7' } }),
    )
    await sven.ask({ method: 'DELETE', url })
    expect(binOf(await isAsReadAnew(), 'LAX1-S-07-01')).toBeUndefined()
  })

  it('sees what is committed after others that began later', async () => {
    const late = new pg.Client({ connectionString: warehouse.urls.adminUrl })
    await late.connect()
    await late.query('begin')
    await late.query("update bin set capacity = 77 where code = 'LAX1-S-01-01'")
    await sven.ask({ method: 'PUT', url: `/api/bins/${BINS.hold}`, payload: { zone: 'hold', capacity: 48 } })
    expect(binOf(await read(otto), BINS.hold)?.capacity).toBe(48)
    await late.query('commit')
    await late.end()
    expect(binOf(await isAsReadAnew(), BINS.resell)?.capacity).toBe(77)
  })

  it('finds on the map what is looked for: a plate, a product, a seller; and what lies in no bin', async () => {
    const find = (search: string, who = otto) =>
      who.read(`/api/boards/bins/find?search=${encodeURIComponent(search)}`)
    expect(await find(plate(2))).toEqual({ bins: [{ code: BINS.hold, units: 1 }], units: 1, inNoBin: 0 })
    expect(await find('mug')).toEqual({ bins: [], units: 1, inNoBin: 1 })
    expect(await find('northstar')).toMatchObject({ units: 2 })
    const lotus = await warehouse.node.as('lotus@test.restow')
    expect(await find(plate(2), lotus)).toEqual({ bins: [], units: 0, inNoBin: 0 })
  })

  it('counts what has left for good, and rightly again where one that it no longer keeps comes back', async () => {
    const asking: Asking = (question) => question(warehouse.node.db.staff)
    const inDays = (days: number) => ({ now: Date.now() + days * 86_400_000, hours: [] })
    const hall = await Hall.open(asking, 'LAX1', inDays(0))
    const gone = async () => {
      const anew = await Hall.open(asking, 'LAX1', inDays(0))
      const counted = ({ gone }: Hall) =>
        gone
          .filter(({ n }) => n > 0)
          .map((row) => JSON.stringify(row))
          .sort()
      expect(counted(hall)).toEqual(counted(anew))
      return hall.gone.reduce((sum, { kind, n }) => sum + (kind === 'parcel' ? n : 0), 0)
    }
    const before = await gone()
    const closedOfLate = () => hall.stocks(null).reduce((sum, { lately }) => sum + lately.closed.since(0), 0)
    await otto.did(command('CloseParcel', { parcel: 'T6000' }))
    await hall.catchUp(inDays(0))
    expect(await gone()).toBe(before + 1)
    expect(closedOfLate()).toBeGreaterThan(0)
    await hall.catchUp(inDays(3))
    expect(closedOfLate()).toBe(0)
    expect(await gone()).toBe(before + 1)
    await sven.did(command('ReopenParcel', { parcel: 'T6000' }))
    await hall.catchUp(inDays(3))
    expect(await gone()).toBe(before)
    expect(hall.stocks(null).some(({ parcels }) => parcels.get('reopened')?.size === 1)).toBe(true)
  })
})
