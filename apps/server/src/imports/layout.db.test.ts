import type { BinList, LayoutReport } from '@restow/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { move, plate, receive, register } from '../../../../packages/testkit/src/builders.ts'
import { wire } from '../../../../packages/testkit/src/commands.ts'
import { BINS, openWarehouse, type Person, type Warehouse } from '../../../../packages/testkit/src/server.ts'

let warehouse: Warehouse
let otto: Person
let sven: Person
beforeAll(async () => {
  warehouse = await openWarehouse()
  otto = await warehouse.node.as('OP1001')
  sven = await warehouse.node.as('SV2001')
  const deeds = [receive('T9000'), register('T9000', plate(1), 'MUG'), move(plate(1), BINS.inspection)]
  await otto.did(...deeds.map(wire))
})
afterAll(() => warehouse?.close())

const HEAD = 'bin,zone,capacity,aisle,bay,level,x,y,w,h'
const file = (...lines: string[]) => Buffer.from([HEAD, ...lines].join('\n'))
const post = (payload: Buffer, query = '', who = sven) =>
  who.ask({
    method: 'POST',
    url: `/api/imports/layout${query}`,
    payload,
    headers: { 'content-type': 'text/csv' },
  })
const shown = async (payload: Buffer, query = ''): Promise<LayoutReport> => {
  const answer = await post(payload, query)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json<LayoutReport>()
}
const done = async (payload: Buffer, query = '') => {
  const { plan } = await shown(payload)
  return shown(payload, `?plan=${plan}${query}`)
}
const binsLike = async (search: string) =>
  (await sven.read<BinList>(`/api/bins?limit=200${search && `&search=${search}`}`)).items
const all = () => warehouse.sql('select code, zone, capacity, removed_at from bin order by code')
/** The bins that the warehouse has from the start, as a file would have them. */
const asTheyAre = Object.entries(BINS).map(([name, code]) =>
  name === 'small' ? `${code},resell,1` : `${code},${name},50`,
)

describe('a layout by a file', () => {
  it('changes nothing when it is only looked at, and says what it would change', async () => {
    const before = await all()
    const report = await shown(file('S-07-01,resell,20', `${BINS.resell},resell,60`, `${BINS.hold},H,50`))
    expect(report).toMatchObject({
      applied: false,
      lines: 3,
      counts: { added: 1, changed: 1, unchanged: 1, absent: 6, kept: 1, rejected: 0 },
      added: [{ code: 'LAX1-S-07-01', zone: 'resell', capacity: 20 }],
      changed: [{ code: BINS.resell, fields: ['capacity'] }],
      kept: [{ code: BINS.inspection, plates: 1 }],
    })
    expect(await all()).toEqual(before)
  })

  it('is done as it was shown, places and all, and is then as it is', async () => {
    const layout = file(...asTheyAre, 'S-08-01,s,20,08,01,A,1.5,2,"0,8",1', 'S-08-02,resell,20,,,B')
    expect(await done(layout)).toMatchObject({ applied: true, counts: { added: 2, removed: 0 } })
    expect(await binsLike('s-08')).toEqual([
      {
        ...{ code: 'LAX1-S-08-01', zone: 'resell', capacity: 20, plates: 0 },
        place: { aisle: '08', bay: '01', level: 'A', x: 1.5, y: 2, w: 0.8, h: 1 },
      },
      { code: 'LAX1-S-08-02', zone: 'resell', capacity: 20, plates: 0, place: { level: 'B' } },
    ])
    expect(await shown(layout)).toMatchObject({ plan: null, counts: { added: 0, changed: 0, absent: 0 } })
  })

  it('takes out of use what is not in it where that is asked for, and never a bin that holds units', async () => {
    const layout = file('S-08-01,resell,20')
    const report = await done(layout, '&remove=true')
    expect(report.counts).toMatchObject({ kept: 1, removed: report.counts.absent })
    expect((await binsLike('')).map(({ code }) => code)).toEqual([BINS.inspection, 'LAX1-S-08-01'])
    const [refused] = await otto.give(wire(move(plate(1), BINS.dock)))
    expect(refused).toMatchObject({ outcome: 'rejected', code: 'bin_unknown' })
    await done(file(...asTheyAre, 'S-08-01,resell,20'))
    await otto.did(wire(move(plate(1), BINS.dock)), wire(move(plate(1), BINS.inspection)))
  })

  it('leaves a line that is wrong, says which and why, and does not take its bin for one that is gone', async () => {
    const report = await shown(
      file(
        ...asTheyAre.slice(1),
        'BER1-S-01-01,resell,20',
        'SHELF,resell,20',
        ',resell,20',
        'S-09-01,cellar,20',
        'S-09-02,resell,many',
        'S-09-03,resell,20,=1+1',
        'S-09-04,resell,20,,,,1,2',
        `${BINS.hold},hold,50`,
        `${BINS.inspection},resell,50`,
        'S-09-05,resell,20,,,,,,,,,',
        '"=HYPERLINK(""x"")",resell,20',
      ),
    )
    expect(report.rejected.map(({ line, code }) => [line, code])).toEqual([
      [10, 'other_warehouse'],
      [11, 'bin_code_wrong'],
      [12, 'bin_missing'],
      [13, 'zone_unknown'],
      [14, 'capacity_wrong'],
      [15, 'place_wrong'],
      [16, 'plan_wrong'],
      [17, 'duplicate'],
      [18, 'duplicate'],
      [19, 'columns_too_many'],
      [20, 'bin_code_wrong'],
    ])
    expect(report).toMatchObject({ plan: null, counts: { absent: 0, rejected: 11 } })
    const inUse = await shown(file(`${BINS.inspection},resell,50`))
    expect(inUse.rejected).toMatchObject([{ line: 2, code: 'bin_in_use', message: /holds 1 plates/ }])
  })

  it('is not begun with where it is no layout, or in another encoding', async () => {
    expect((await shown(Buffer.from('code;name\nA;B'))).rejected).toMatchObject([
      { line: 1, code: 'column_missing' },
    ])
    expect((await shown(Buffer.from(''))).rejected).toMatchObject([{ code: 'column_missing' }])
    const utf16 = await shown(Buffer.from(`\ufeff${HEAD}\nS-09-01,resell,20`, 'utf16le'))
    expect(utf16.rejected[0]?.code).toMatch(/not_utf8|not_storable/)
    const latin = await shown(Buffer.concat([file(), Buffer.from('\nS-09-01,resell,20,G\xe4ng', 'latin1')]))
    expect(latin.rejected).toMatchObject([{ line: 2, code: 'not_utf8' }])
  })

  it('is done whole or not at all, and not where the bins have changed since it was shown', async () => {
    const layout = file(...asTheyAre, 'S-10-01,resell,20')
    const { plan } = await shown(layout)
    await sven.ask({ method: 'PUT', url: '/api/bins/LAX1-S-10-01', payload: { zone: 'resell', capacity: 5 } })
    const before = await all()
    const answer = await post(layout, `?plan=${plan}`)
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([409, 'layout_changed'])
    expect(await all()).toEqual(before)
  })

  it('is a supervisor’s', async () => {
    expect((await post(file(), '', otto)).statusCode).toBe(403)
  })

  it('may have 50,000 bins', { timeout: 60_000 }, async () => {
    const codes = Array.from({ length: 50_000 }, (_, n) => {
      const [aisle, bay] = [100 + Math.floor(n / 500), 100 + (n % 500)]
      return `S-${aisle}-${bay},resell,20`
    })
    const report = await done(file(...asTheyAre, ...codes))
    expect(report).toMatchObject({ applied: true, counts: { added: 50_000, rejected: 0 } })
    const [there] = await warehouse.sql<{ n: number }>(
      "select count(*)::int as n from bin where code ~ '-S-[12]..-...$' and removed_at is null",
    )
    expect(there?.n).toBe(50_000)
  })
})

describe('a bin that is taken out of use', () => {
  it('is none any more, unless it holds something', async () => {
    const remove = (code: string) => sven.ask({ method: 'DELETE', url: `/api/bins/${code}` })
    const holds = await remove(BINS.inspection)
    expect([holds.statusCode, holds.json<{ code: string }>().code]).toEqual([422, 'bin_in_use'])
    expect((await remove('LAX1-S-08-01')).statusCode).toBe(204)
    expect((await remove('LAX1-S-08-01')).statusCode).toBe(404)
    expect(await binsLike('s-08-01')).toEqual([])
  })
})
