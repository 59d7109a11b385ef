import type { CopyItem, CopyKind, CopyPage } from '@restow/contracts'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  classify,
  inspect,
  plate,
  putAway,
  receive,
  register,
} from '../../../../packages/testkit/src/builders.ts'
import { command, wire } from '../../../../packages/testkit/src/commands.ts'
import { BINS, openWarehouse, type Person, type Warehouse } from '../../../../packages/testkit/src/server.ts'
import { readCursor, writeCursor } from './cursor.ts'

let warehouse: Warehouse
let otto: Person
let sven: Person
beforeAll(async () => {
  warehouse = await openWarehouse()
  otto = await warehouse.node.as('OP1001')
  sven = await warehouse.node.as('SV2001')
})
afterAll(() => warehouse?.close())

/** A device's copy: goes on where it stands until there is no more, as a handheld does. */
class Copy {
  cursor: string | undefined
  readonly who: Person
  readonly limit: number
  pages = 0

  constructor(who: Person, limit = 2000) {
    this.who = who
    this.limit = limit
  }

  page(): Promise<CopyPage> {
    const cursor = this.cursor === undefined ? '' : `&cursor=${encodeURIComponent(this.cursor)}`
    return this.who.read<CopyPage>(`/api/copy?limit=${this.limit}${cursor}`)
  }

  async pull(): Promise<CopyItem[]> {
    const items: CopyItem[] = []
    for (;;) {
      const page = await this.page()
      this.pages++
      items.push(...page.items)
      this.cursor = page.cursor
      if (!page.more) return items
    }
  }
}

/** A copy that has everything by now. */
async function copyOf(who: Person = otto, limit = 2000): Promise<Copy> {
  const copy = new Copy(who, limit)
  await copy.pull()
  return copy
}

function keyOf(item: CopyItem): string {
  switch (item.k) {
    case 'seller':
    case 'bin':
      return item.code
    case 'checklist':
      return item.category
    case 'product':
      return `${item.seller} ${item.sku}`
    case 'expected':
      return item.rmaNumber
    case 'parcel':
      return item.trackingNumber
    case 'unit':
      return item.lpn
  }
}
const told = (items: readonly CopyItem[]) => items.map((item) => `${item.k} ${keyOf(item)}`)
const of = <K extends CopyKind>(items: readonly CopyItem[], kind: K) =>
  items.filter((item): item is Extract<CopyItem, { k: K }> => item.k === kind)
const close = (parcel: string) => command('CloseParcel', { parcel })
const putProduct = (sku: string, title: string) =>
  sven.ask({ method: 'PUT', url: `/api/products/LOTUS/${sku}`, payload: { title } })

/** A transaction that somebody holds open. */
async function held(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: warehouse.urls.adminUrl })
  await client.connect()
  await client.query('begin')
  return client
}
async function commit(client: pg.Client): Promise<void> {
  await client.query('commit')
  await client.end()
}

describe('a first copy', () => {
  it('brings all that is needed offline, a page at a time, and each thing once', async () => {
    await otto.did(...[receive('T6000'), register('T6000', plate(1), 'MUG')].map(wire))
    const whole = new Copy(otto)
    const items = await whole.pull()
    const counts = await warehouse.sql<{ n: number }>(
      'select (select count(*) from seller) + (select count(*) from checklist) + (select count(*) from bin) + (select count(*) from product) + (select count(*) from expected_return) + 2 as n',
    )
    expect(items).toHaveLength(Number(counts[0]?.n))
    expect(new Set(told(items)).size).toBe(items.length)
    const small = new Copy(otto, 3)
    expect(told(await small.pull())).toEqual(told(items))
    expect(small.pages).toBeGreaterThan(items.length / 3)
    expect(await whole.pull()).toEqual([])
  })

  it('is kept once on a device: not among the browser’s answers as well', async () => {
    expect((await otto.get('/api/copy?limit=1')).headers['cache-control']).toBe('no-store')
  })

  it('brings things as the rules know them', async () => {
    const items = await new Copy(otto).pull()
    const [parcel] = of(items, 'parcel')
    expect(parcel).toMatchObject({ trackingNumber: 'T6000', state: 'registered', version: 2 })
    expect(of(items, 'unit')).toMatchObject([{ lpn: plate(1), state: 'registered', version: 1 }])
    const announced = of(items, 'expected').find((e) => e.trackingNumbers.includes('T6000'))
    expect(announced).toMatchObject({
      state: 'arriving',
      cancelled: false,
      lines: expect.arrayContaining([
        expect.objectContaining({ sku: 'MUG', registeredBy: { [parcel?.id ?? '']: 1 } }),
      ]),
    })
    expect(announced).not.toHaveProperty('lines.0.registeredElsewhere')
    expect(of(items, 'seller').find((s) => s.code === 'LOTUS')?.policy.routes.length).toBeGreaterThan(0)
    expect(of(items, 'bin').map((b) => b.code)).toContain(BINS.resell)
  })

  it('leaves out what is long done with, and keeps what was done today', async () => {
    await otto.did(wire(receive('T5000')), close('T5000'))
    const trackings = async () => of(await new Copy(otto).pull(), 'parcel').map((p) => p.trackingNumber)
    expect(await trackings()).toContain('T5000')
    const returns = async () => of(await new Copy(otto).pull(), 'expected').map((e) => e.rmaNumber)
    const [before] = await warehouse.sql<{ rma: string }>(
      "select rma_number as rma from expected_return where state = 'complete' limit 1",
    )
    expect(before).toBeDefined()
    expect(await returns()).toContain(before?.rma)
    await warehouse.sql('alter table expected_return disable trigger user')
    await warehouse.sql("update expected_return set changed_at = now() - interval '31 days'")
    await warehouse.sql('alter table expected_return enable trigger user')
    const after = await returns()
    expect(after).not.toContain(before?.rma)
    expect(after.length).toBeGreaterThan(0)
    await warehouse.sql(
      "update parcel set body = jsonb_set(body, '{closedAt}', '\"2026-01-01T00:00:00.000Z\"') where tracking_number = 'T5000'",
    )
    expect(await trackings()).not.toContain('T5000')
  })
})

describe('what changed since', () => {
  it('is told once, and nothing else', async () => {
    const copy = await copyOf()
    await putProduct('NEW-1', 'A new mug')
    expect(told(await copy.pull())).toEqual(['product LOTUS NEW-1'])
    expect(await copy.pull()).toEqual([])
    await putProduct('NEW-1', 'A newer mug')
    expect(await copy.pull()).toMatchObject([{ k: 'product', sku: 'NEW-1', title: 'A newer mug' }])
    await sven.ask({
      method: 'PUT',
      url: `/api/bins/${BINS.small}`,
      payload: { zone: 'resell', capacity: 2 },
    })
    expect(await copy.pull()).toMatchObject([{ k: 'bin', code: BINS.small, capacity: 2 }])
    await warehouse.sql("update seller set active = active where code = 'LOTUS'")
    await warehouse.sql('update checklist set body = body')
    const kinds = new Set((await copy.pull()).map((item) => item.k))
    expect([...kinds]).toEqual(['seller', 'checklist'])
  })

  it('of an announcement is told with its lines, by an import of a new line, a new number or a new value', async () => {
    const copy = await copyOf()
    const send = async (...lines: string[]) => {
      const head = 'rma,order,tracking,sku,quantity,value,currency'
      const answer = await sven.ask({
        method: 'POST',
        url: '/api/imports/returns?seller=LOTUS&format=csv',
        payload: `${[head, ...lines].join('\n')}\n`,
        headers: { 'content-type': 'text/csv' },
      })
      expect(answer.json()).toMatchObject({ rejected: [] })
    }
    const changed = async () => of(await copy.pull(), 'expected')
    await send('COPY-1,O-1,1Z999AA10123456784,MUG,1,10.00,USD')
    expect(await changed()).toMatchObject([{ rmaNumber: 'COPY-1', state: 'announced' }])
    await send('COPY-1,O-1,1Z999AA10123456784,MUG,1,10.00,USD')
    expect(await changed()).toEqual([])
    await send('COPY-1,O-1,1Z999AA10123456784,MUG,1,12.00,USD')
    expect(await changed()).toMatchObject([{ lines: [{ valueMinor: 1200 }] }])
    await send('COPY-1,O-1,1Z999AA10123456793,MUG,1,12.00,USD')
    expect(await changed()).toMatchObject([
      { trackingNumbers: expect.arrayContaining(['1Z999AA10123456784', '1Z999AA10123456793']) },
    ])
    await send(
      'COPY-1,O-1,1Z999AA10123456784,MUG,1,12.00,USD',
      'COPY-1,O-1,1Z999AA10123456784,COPY-NEW,2,12.00,USD',
    )
    expect((await changed())[0]?.lines).toHaveLength(2)
  })

  it('on the floor is the parcel, its units and what was announced; a shelved unit once more, and no bin for its plates', async () => {
    const copy = await copyOf()
    await otto.did(...[receive('T1000'), register('T1000', plate(2), 'MUG')].map(wire))
    const first = await copy.pull()
    expect(told(first)).toEqual([expect.stringMatching(/^expected /), 'parcel T1000', `unit ${plate(2)}`])
    await otto.did(
      ...[inspect(plate(2)), classify(plate(2), 'restock'), putAway(plate(2), BINS.resell)].map(wire),
    )
    expect(await copy.pull()).toMatchObject([
      { k: 'unit', lpn: plate(2), state: 'shelved', bin: BINS.resell },
    ])
    expect(of(await new Copy(otto).pull(), 'unit').map((u) => u.lpn)).not.toContain(plate(2))
    await otto.did(close('T1000'))
    expect(of(await copy.pull(), 'parcel')).toMatchObject([{ trackingNumber: 'T1000', state: 'closed' }])
    expect(await copy.pull()).toEqual([])
  })

  it('while a first copy was still on its way is told by the next one', async () => {
    const copy = new Copy(otto, 5)
    copy.cursor = (await copy.page()).cursor
    await putProduct('AAA-EARLY', 'Before the place where the copy is')
    await copy.pull()
    expect(told(await copy.pull())).toContain('product LOTUS AAA-EARLY')
    expect(await copy.pull()).toEqual([])
  })
})

describe('what was committed late', () => {
  it('is in the next answer and in no other, though a younger transaction was told of before', async () => {
    const copy = await copyOf()
    const late = await held()
    await late.query("update product set title = 'Late' where seller = 'LOTUS' and sku = 'MUG'")
    await late.query(
      "update expected_line set quantity = quantity where expected_return = (select id from expected_return where rma_number = 'COPY-1')",
    )
    await putProduct('YOUNGER', 'Committed first')
    expect(told(await copy.pull())).toEqual(['product LOTUS YOUNGER'])
    await commit(late)
    expect(told(await copy.pull())).toEqual(['product LOTUS MUG', 'expected COPY-1'])
    expect(await copy.pull()).toEqual([])
  })

  it('on the floor as well: the unit whose event came late', async () => {
    const copy = await copyOf()
    const late = await held()
    await late.query(
      `insert into ledger_event (stream_id, version, stream_kind, type, data, meta, recorded_at, prev_hash, hash)
       select id, 900, 'unit', 'PhotoAttached', '{}', '{}', now(), '', '' from return_unit where lpn = $1`,
      [plate(1)],
    )
    await otto.did(...[receive('T3000')].map(wire))
    expect(told(await copy.pull()).filter((key) => key.startsWith('unit'))).toEqual([])
    await commit(late)
    expect(told(await copy.pull()).filter((key) => key.startsWith('unit'))).toEqual([`unit ${plate(1)}`])
    expect(await copy.pull()).toEqual([])
  })
})

describe('who may have a copy', () => {
  it('is staff, each of their own warehouse', async () => {
    const lotus = await warehouse.node.as('lotus@test.restow')
    const refused = await lotus.get('/api/copy')
    expect([refused.statusCode, refused.json()]).toMatchObject([403, { code: 'staff_only' }])
    expect((await warehouse.node.with('').get('/api/copy')).statusCode).toBe(401)
    await warehouse.sql(
      "insert into warehouse (code, name, time_zone, currency) values ('BER1', 'Berlin', 'Europe/Berlin', 'EUR')",
    )
    await warehouse.sql("update staff set warehouse = 'BER1' where badge = 'OP1002'")
    const berlin = await warehouse.node.as('OP1002')
    await berlin.did(wire(receive('T2000')))
    const theirs = await new Copy(berlin).pull()
    expect(of(theirs, 'parcel').map((p) => p.trackingNumber)).toEqual(['T2000'])
    expect([of(theirs, 'unit'), of(theirs, 'bin')]).toEqual([[], []])
    expect(of(theirs, 'product').length).toBeGreaterThan(0)
    const ours = await new Copy(otto).pull()
    expect(of(ours, 'parcel').map((p) => p.trackingNumber)).not.toContain('T2000')
    const { cursor = '' } = await copyOf(berlin)
    expect(await otto.read(`/api/copy?cursor=${cursor}`)).toMatchObject({ reset: true })
  })
})

describe('a cursor', () => {
  const ask = (cursor: string) => otto.get(`/api/copy?limit=5&cursor=${encodeURIComponent(cursor)}`)

  it('that somebody has changed, or made up, is none', async () => {
    const { cursor = '' } = await copyOf()
    const changed = `${cursor.slice(0, -2)}${cursor.at(-2) === 'A' ? 'B' : 'A'}${cursor.slice(-1)}`
    for (const wrong of ['x', changed, cursor.slice(1), `${cursor}A`, 'é'.repeat(30)]) {
      const answer = await ask(wrong)
      expect([answer.statusCode, answer.json()], wrong).toMatchObject([400, { code: 'cursor_unknown' }])
    }
    expect((await otto.get('/api/copy?limit=2001')).statusCode).toBe(400)
  })

  it('from a future that this database never had, as after a restore, begins anew', async () => {
    const { cursor = '' } = await copyOf()
    const ahead = writeCursor({ ...readCursor(cursor), from: '900000000000:900000000000:' })
    expect((await ask(ahead)).json()).toMatchObject({ reset: true, more: true })
  })

  it('leaves out what a restored dump brought from another database’s later transactions', async () => {
    const copy = await copyOf()
    await warehouse.sql('alter table product disable trigger user')
    await warehouse.sql("update product set changed_tx = 900000000000 where sku = 'MUG'")
    await warehouse.sql('alter table product enable trigger user')
    expect(await copy.pull()).toEqual([])
    expect(of(await new Copy(otto).pull(), 'product').map((p) => p.sku)).toContain('MUG')
  })

  it('of another database begins anew', async () => {
    const other = await openWarehouse()
    try {
      const theirs = await copyOf(await other.node.as('OP1001'))
      const answer = (await ask(theirs.cursor ?? '')).json<CopyPage>()
      expect(answer).toMatchObject({ reset: true, more: true })
      expect(answer.items).toHaveLength(5)
      const goingOn = (await ask(answer.cursor)).json<CopyPage>()
      expect(goingOn).not.toHaveProperty('reset')
      expect(told(goingOn.items)).not.toEqual(told(answer.items))
    } finally {
      await other.close()
    }
  })
})
