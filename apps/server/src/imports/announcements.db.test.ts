import type { AnnouncementOutcome, ChangedReturn, ParcelView, ScanAnswer, UnitView } from '@restow/contracts'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { plate } from '../../../../packages/testkit/src/builders.ts'
import { command } from '../../../../packages/testkit/src/commands.ts'
import { openWarehouse, type Person, type Warehouse } from '../../../../packages/testkit/src/server.ts'
import { verifyLedger } from '../ledger/verify.ts'
import { openLedger } from '../open-ledger.ts'
import { openMatching } from './match-arrived.ts'

/** Sellers' systems announce returns one by one, late ones too, on a real database. */
let warehouse: Warehouse
let otto: Person
let sven: Person
let lotus: Person
beforeAll(async () => {
  warehouse = await openWarehouse()
  otto = await warehouse.node.as('OP1001')
  sven = await warehouse.node.as('SV2001')
  lotus = await warehouse.node.as('lotus@test.restow')
})
afterAll(() => warehouse?.close())

const announcement = (rmaNumber: string, over: object = {}) => ({
  seller: 'LOTUS',
  rmaNumber,
  orderNumber: `ORDER-${rmaNumber}`,
  reason: 'DEFECTIVE',
  trackingNumbers: [`NO-${rmaNumber}`],
  lines: [{ sku: 'MUG', quantity: 2, valueMinor: 1000, currency: 'USD' }],
  ...over,
})
const post = (payload: object | string, who = lotus) =>
  who.ask({
    method: 'POST',
    url: '/api/expected-returns',
    payload,
    headers: { 'content-type': 'application/json' },
  })
async function announce(returns: readonly unknown[], who = lotus): Promise<AnnouncementOutcome[]> {
  const answer = await post({ returns }, who)
  if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${answer.body}`)
  return answer.json<{ outcomes: AnnouncementOutcome[] }>().outcomes
}
const outcomes = async (returns: readonly unknown[], who = lotus) =>
  (await announce(returns, who)).map((o) => o.code ?? o.outcome)
const at = (rma: string, seller = 'LOTUS') => `/api/expected-returns/${seller}/${encodeURIComponent(rma)}`
const change = (rma: string, payload: object, who = lotus) =>
  who.ask({ method: 'PATCH', url: at(rma), payload })
const cancel = (rma: string, who = lotus) => who.ask({ method: 'DELETE', url: at(rma) })
const receive = (tracking: string) => command('ReceiveParcel', { tracking, condition: 'intact' })
const sender = {
  user: 'OP1001',
  role: 'operator',
  warehouse: 'LAX1',
  timeZone: 'America/Los_Angeles',
} as const
/** Recorded by a server that never looks for who has announced what came in. */
const unlooked = (commands: readonly object[]) => openLedger(warehouse.node.db).submit(commands, sender)
const parcel = (number: string) => otto.read<ParcelView>(`/api/parcels/${number}`)
const scan = (code: string) => otto.read<ScanAnswer>(`/api/scan?code=${encodeURIComponent(code)}`)
const expected = (number: string) => scan(number).then((s) => (s.expected ?? []).map((e) => e.rmaNumber))
const upload = (text: string, who = sven) =>
  who.ask({
    method: 'POST',
    url: '/api/imports/returns?seller=LOTUS&format=csv',
    payload: text,
    headers: { 'content-type': 'text/csv' },
  })

describe('announcing returns', () => {
  it('writes over nothing where it may only be new, whoever was first', async () => {
    const first = announcement('NEW-1', { onlyNew: true })
    expect(await outcomes([first, announcement('NEW-2')])).toEqual(['created', 'created'])
    const other = { ...first, orderNumber: 'ANOTHER', trackingNumbers: ['ANOTHER-NO'] }
    expect(await outcomes([other, announcement('NEW-2')])).toEqual(['already_announced', 'unchanged'])
    expect(await expected('ANOTHER-NO')).toEqual([])
    const both = await Promise.all(
      [1, 2, 3].map((n) => outcomes([announcement('NEW-3', { onlyNew: true, orderNumber: `O-${n}` })])),
    )
    expect(both.flat().toSorted()).toEqual(['already_announced', 'already_announced', 'created'])
    expect(await outcomes([{ ...first, onlyNew: false }])).toEqual(['unchanged'])
  })

  it('is known by seller and RMA number: made, the same again, and changed', async () => {
    const [one, two] = [announcement('A-1'), announcement('A-2')]
    expect(await outcomes([one, two])).toEqual(['created', 'created'])
    expect(await outcomes([one, two])).toEqual(['unchanged', 'unchanged'])
    expect(await outcomes([one, { ...two, orderNumber: 'ORDER-X' }])).toEqual(['unchanged', 'updated'])
    const more = {
      ...one,
      lines: [
        { sku: 'MUG', quantity: 1 },
        { sku: 'MUG', quantity: 3 },
        { sku: 'TEE', quantity: 1, reason: 'UNWANTED_ITEM' },
      ],
    }
    expect(await outcomes([more])).toEqual(['updated'])
    expect((await scan('NO-A-1')).expected?.[0]?.lines).toMatchObject([
      { sku: 'MUG', occurrence: 1, quantity: 1, reason: { raw: 'DEFECTIVE' } },
      { sku: 'MUG', occurrence: 2, quantity: 3 },
      { sku: 'TEE', reason: { raw: 'UNWANTED_ITEM' } },
    ])
    expect(await outcomes([{ ...one, lines: [{ sku: 'TEE', quantity: 1 }] }])).toEqual(['updated'])
    expect((await scan('NO-A-1')).expected?.[0]?.lines.map((l) => l.sku)).toEqual(['TEE'])
  })

  it('takes one alone, and a bare list, and one that is named twice', async () => {
    expect((await post(announcement('B-1'))).json()).toMatchObject({
      outcomes: [{ rmaNumber: 'B-1', outcome: 'created' }],
    })
    expect((await post([announcement('B-1'), announcement('B-2')])).json()).toMatchObject({
      outcomes: [{ outcome: 'unchanged' }, { outcome: 'created' }],
    })
    const twice = [announcement('B-3'), announcement('B-3', { trackingNumbers: ['NO-OTHER'] })]
    expect(await outcomes(twice)).toEqual(['created', 'updated'])
    expect(await expected('NO-OTHER')).toEqual(['B-3'])
    expect(await expected('NO-B-3')).toEqual([])
  })

  it('replaces tracking numbers, many at a time, in whatever form they come', async () => {
    await announce([
      announcement('C-1', { trackingNumbers: ['1z fq2 3q1 0167 7354 65', 'C-SECOND', 'c-second'] }),
    ])
    expect(await expected('1ZFQ23Q10167735465')).toEqual(['C-1'])
    expect(await expected('C-SECOND')).toEqual(['C-1'])
    expect((await change('C-1', { trackingNumbers: ['C-THIRD'] })).json()).toMatchObject({
      outcome: 'updated',
      trackingNumbers: ['C-THIRD'],
    })
    expect((await change('C-1', { trackingNumbers: ['C-THIRD'] })).json()).toMatchObject({
      outcome: 'unchanged',
    })
    expect(await expected('C-SECOND')).toEqual([])
    expect((await change('C-1', { trackingNumbers: [] })).json()).toMatchObject({ trackingNumbers: [] })
  })

  it('answers each by itself, whatever is wrong with the others', async () => {
    const bad = [
      announcement('D-1', { extra: 1 }),
      announcement('D-2', { lines: [] }),
      announcement('D-3', { lines: [{ sku: 'MUG', quantity: 0 }] }),
      announcement('D-4', { lines: [{ sku: 'MUG', quantity: 1, gtin: '12AB' }] }),
      announcement('D-5', { trackingNumbers: [' '] }),
      announcement('D-6', { lines: [{ sku: 'MUG', quantity: 1, currency: 'DOUBLOONS' }] }),
      announcement('D-7', { announcedOn: '2026-02-30' }),
      announcement('D-8', { seller: 'NOBODY' }),
      announcement('D-\u0000'),
      announcement('D-\ud800'),
      announcement('D-11', { lines: [{ sku: 'MUG', quantity: 1, valueMinor: 1.5 }] }),
      null,
      'text',
      [],
      { rmaNumber: 'D-15' },
      announcement('constructor', { seller: '__proto__' }),
    ]
    expect(await outcomes([...bad, announcement('D-OK')], sven)).toEqual([
      'malformed',
      'malformed',
      'quantity_wrong',
      'gtin_wrong',
      'tracking_missing',
      'malformed',
      'day_wrong',
      'seller_unknown',
      'malformed',
      'malformed',
      'malformed',
      'malformed',
      'malformed',
      'malformed',
      'malformed',
      'seller_unknown',
      'created',
    ])
  })

  it('refuses a body that is no such list, and whoever is not signed in', async () => {
    for (const body of [
      '',
      '[]',
      '{}',
      '{"returns":[]}',
      '{"returns":{}}',
      '"x"',
      '{"returns":[1],"more":1}',
      'nonsense',
    ])
      expect((await post(body)).statusCode, body).toBe(400)
    const many = Array.from({ length: 501 }, (_, n) => announcement(`M-${n}`))
    expect((await post({ returns: many })).statusCode).toBe(400)
    expect((await post(announcement('E-1'), warehouse.node.with(''))).statusCode).toBe(401)
    expect((await change('A-1', {})).statusCode).toBe(400)
    expect((await change('A-1', { trackingNumbers: [' '] })).statusCode).toBe(422)
  })

  it('takes 500 at once', async () => {
    const many = Array.from({ length: 500 }, (_, n) => announcement(`MANY-${n}`))
    expect(new Set(await outcomes(many))).toEqual(new Set(['created']))
    expect(new Set(await outcomes(many))).toEqual(new Set(['unchanged']))
  })

  it('is for one’s own seller: another’s is not there', async () => {
    const theirs = announcement('RMA-2', { seller: 'NORTHSTAR' })
    expect((await post(theirs)).statusCode).toBe(404)
    expect(await outcomes([theirs, announcement('F-1')])).toEqual(['seller_unknown', 'created'])
    for (const answer of [
      await lotus.ask({ method: 'DELETE', url: at('RMA-2', 'NORTHSTAR') }),
      await lotus.ask({ method: 'DELETE', url: at('NO-SUCH') }),
      await lotus.ask({ method: 'PATCH', url: at('RMA-2', 'NORTHSTAR'), payload: { state: 'cancelled' } }),
    ])
      expect(answer.statusCode).toBe(404)
    expect(await expected('T2000')).toEqual(['RMA-2'])
  })

  it('by two systems at the same moment makes one return', async () => {
    for (let round = 0; round < 5; round++) {
      const one = announcement(`TWICE-${round}`)
      const both = await Promise.all([outcomes([one]), outcomes([one], sven)])
      expect(both.flat().sort()).toEqual(['created', 'unchanged'])
    }
  })
})

describe('a cancelled return', () => {
  it('is called off, again unchanged, and announced again', async () => {
    await announce([announcement('G-1')])
    expect((await cancel('G-1')).json()).toMatchObject({ outcome: 'updated', state: 'cancelled' })
    expect((await cancel('G-1')).json()).toMatchObject({ outcome: 'unchanged', state: 'cancelled' })
    expect(await scan('NO-G-1')).toMatchObject({ kind: 'expected', expected: [{ state: 'cancelled' }] })
    expect(await outcomes([announcement('G-1', { state: 'cancelled' })])).toEqual(['unchanged'])
    expect((await change('G-1', { state: 'announced' })).json<ChangedReturn>().state).toBe('announced')
  })

  it('that arrives all the same is taken in for its seller, and that is on record', async () => {
    await announce([announcement('G-2', { state: 'cancelled' })])
    const [outcome] = await otto.did(receive('NO-G-2'))
    expect(outcome?.exceptions).toEqual([
      { code: 'return_cancelled', facts: { tracking: 'NO-G-2', rma: 'G-2' } },
    ])
    expect(await parcel('NO-G-2')).toMatchObject({
      seller: 'LOTUS',
      answers: [{ rmaNumber: 'G-2' }],
      expected: [{ state: 'arriving' }],
    })
    expect((await cancel('G-2')).statusCode).toBe(409)
    expect(await outcomes([announcement('G-2', { state: 'cancelled' })])).toEqual(['already_arrived'])
  })

  it('that arrives while it is being called off is not called off, and nothing else of it is changed', async () => {
    const waits = async () => {
      const [row] = await warehouse.sql<{ n: number }>(
        "select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
      )
      return row?.n ?? 0
    }
    const { db } = warehouse.node
    /** Asks while a parcel's step is about to be written, which is then written first. */
    const meanwhile = async <T>(rma: string, ask: () => Promise<T>): Promise<T> => {
      await announce([announcement(rma)])
      let asked: Promise<T> | undefined
      await db.together(async (_, client) => {
        const text = "update expected_return set state = 'arriving' where rma_number = $1"
        await client.query({ text, values: [rma] })
        asked = ask()
        await expect.poll(waits, { timeout: 10_000 }).toBe(1)
      })
      return asked as Promise<T>
    }
    const changed = await meanwhile('G-3', () =>
      change('G-3', { state: 'cancelled', trackingNumbers: ['G-OTHER'] }),
    )
    expect(changed.json()).toMatchObject({ status: 409, code: 'already_arrived' })
    expect(await expected('NO-G-3')).toEqual(['G-3'])
    expect(await meanwhile('G-4', () => cancel('G-4').then((answer) => answer.statusCode))).toBe(409)
    const again = announcement('G-5', { state: 'cancelled', orderNumber: 'G-ANOTHER' })
    expect(await meanwhile('G-5', () => outcomes([again]))).toEqual(['already_arrived'])
    expect((await scan('NO-G-5')).expected).toMatchObject([{ orderNumber: 'ORDER-G-5', state: 'arriving' }])
  })
})

describe('a cancelled return whose receipt is taken back', () => {
  it('is cancelled as before, and announced once its seller says so', async () => {
    await announce([announcement('G-9', { state: 'cancelled' })])
    for (const _ of [1, 2]) {
      const [outcome] = await otto.did(receive('NO-G-9'))
      expect(outcome?.exceptions?.map((e) => e.code)).toEqual(['return_cancelled'])
      expect(await scan('NO-G-9')).toMatchObject({ expected: [{ state: 'arriving' }] })
      const { lastEventId } = await parcel('NO-G-9')
      await otto.did(command('TakeBack', { parcel: 'NO-G-9', eventId: lastEventId ?? '' }))
      expect(await scan('NO-G-9')).toMatchObject({ expected: [{ state: 'cancelled' }] })
    }
    expect(await outcomes([announcement('G-9')])).toEqual(['updated'])
    await otto.did(receive('NO-G-9'))
    const { lastEventId } = await parcel('NO-G-9')
    await otto.did(command('TakeBack', { parcel: 'NO-G-9', eventId: lastEventId ?? '' }))
    expect(await scan('NO-G-9')).toMatchObject({ expected: [{ state: 'announced' }] })
  })
})

describe('a return that is announced when its parcel is here', () => {
  it('makes parcel and units its seller’s, on record, and only once', async () => {
    await unlooked([
      receive('LATE-1'),
      command('RegisterUnit', { parcel: 'LATE-1', lpn: plate(1), product: { sku: 'MUG' }, quantity: 1 }),
    ])
    const late = announcement('H-1', { trackingNumbers: ['LATE-1'] })
    const [first, second] = [await announce([late]), await announce([late])]
    expect(first).toMatchObject([
      { outcome: 'created', parcels: [{ trackingNumber: 'LATE-1', matched: true }] },
    ])
    expect(second).toEqual([{ seller: 'LOTUS', rmaNumber: 'H-1', outcome: 'unchanged' }])
    const { seller, story } = await parcel('LATE-1')
    expect(seller).toBe('LOTUS')
    expect(story.at(-1)?.type).toBe('UnitAdded')
    expect(story.filter((s) => s.type === 'ParcelClaimed')).toMatchObject([
      { by: 'lotus@test.restow', data: { evidence: { announcement: 'H-1' } } },
    ])
    expect(await otto.read<UnitView>(`/api/units/${plate(1)}`)).toMatchObject({
      seller: 'LOTUS',
      line: { rmaNumber: 'H-1', valueMinor: 500 },
    })
    expect(await scan('H-1')).toMatchObject({ expected: [{ state: 'arriving' }] })
  })

  it('finds it by a second label, and learns the number that it came under', async () => {
    await otto.did(
      receive('LAST-MILE'),
      command('AliasParcel', { parcel: 'LAST-MILE', tracking: 'FIRST-MILE' }),
    )
    expect(
      (await announce([announcement('H-2', { trackingNumbers: ['FIRST-MILE'] })]))[0]?.parcels,
    ).toMatchObject([{ matched: true }])
    const learned = await warehouse.sql(
      "select tracking_number as number, source from expected_tracking t join expected_return r on r.id = t.expected_return where rma_number = 'H-2' order by 1",
    )
    expect(learned).toEqual([
      { number: 'FIRST-MILE', source: 'api' },
      { number: 'LAST-MILE', source: 'claim' },
    ])
    // What was learned stays when the seller tells its numbers anew; what its parcel came under does too.
    await announce([announcement('H-2', { trackingNumbers: [] })])
    expect(await expected('LAST-MILE')).toEqual(['H-2'])
    expect(await expected('FIRST-MILE')).toEqual(['H-2'])
  })

  it('by a file as well, which says how many', async () => {
    await otto.did(receive('LATE-FILE'))
    const file = 'rma,tracking,sku,quantity\nH-3,LATE-FILE,MUG,1\nH-4,NOT-HERE,MUG,1\n'
    expect((await upload(file)).json()).toMatchObject({ created: 2, matched: 1 })
    expect((await upload(file)).json()).toMatchObject({ unchanged: 2, matched: 0 })
    expect(await parcel('LATE-FILE')).toMatchObject({ seller: 'LOTUS' })
  })

  it('by two sellers is nobody’s until a person decides, and is not told of the other', async () => {
    await unlooked([receive('BOTH')])
    await announce([announcement('I-0', { trackingNumbers: [] })])
    const ours = announcement('I-1', { trackingNumbers: ['BOTH'] })
    const theirs = announcement('I-2', {
      seller: 'NORTHSTAR',
      trackingNumbers: ['BOTH'],
      lines: [{ sku: 'CUP', quantity: 1 }],
    })
    await warehouse.sql(
      "insert into expected_return (id, seller, rma_number, channel) values (gen_random_uuid(), 'NORTHSTAR', 'I-2', 'api')",
    )
    await warehouse.sql(
      "insert into expected_tracking (tracking_number, expected_return, seller) select 'BOTH', id, seller from expected_return where rma_number = 'I-2'",
    )
    const [outcome] = await announce([ours])
    expect(outcome).toMatchObject({
      outcome: 'created',
      parcels: [{ trackingNumber: 'BOTH', matched: false, code: 'announced_by_several' }],
    })
    expect(JSON.stringify(outcome)).not.toContain('NORTHSTAR')
    expect(await outcomes([theirs], sven)).toEqual(['updated'])
    expect(await parcel('BOTH')).toMatchObject({ seller: null })
    await sven.did(
      command('ClaimParcel', { parcel: 'BOTH', seller: 'NORTHSTAR', evidence: { order: 'I-2' } }),
    )
    expect(await parcel('BOTH')).toMatchObject({ seller: 'NORTHSTAR', answers: [{ rmaNumber: 'I-2' }] })
  })

  it('and claimed by a person at the same moment has one owner', async () => {
    for (let round = 0; round < 6; round++) {
      const number = `CLAIM-RACE-${round}`
      await otto.did(receive(number))
      const [, [claim]] = await Promise.all([
        announce([announcement(`J-${round}`, { trackingNumbers: [number] })]),
        sven.give(command('ClaimParcel', { parcel: number, seller: 'NORTHSTAR' })),
      ])
      const { seller, story } = await parcel(number)
      expect(seller).toBe(claim?.outcome === 'accepted' ? 'NORTHSTAR' : 'LOTUS')
      expect(story.filter((s) => s.type === 'ParcelClaimed')).toHaveLength(1)
    }
  })

  it('and received at the same moment is matched, whichever comes first', async () => {
    const other = await warehouse.addNode()
    const olga = await other.as('OP1002')
    for (let round = 0; round < 12; round++) {
      const number = `RECEIPT-RACE-${round}`
      await Promise.all([
        announce([announcement(`K-${round}`, { trackingNumbers: [number] })]),
        olga.did(receive(number)),
      ])
      // Who receives does not wait for it.
      await vi.waitUntil(async () => (await parcel(number)).seller === 'LOTUS', {
        timeout: 10_000,
        interval: 20,
      })
      expect((await parcel(number)).answers, number).toMatchObject([{ rmaNumber: `K-${round}` }])
    }
  })

  it('is answered by a parcel of its own seller as a further return', async () => {
    await otto.did(receive('T6000'))
    expect((await announce([announcement('L-1', { trackingNumbers: ['T6000'] })]))[0]?.parcels).toMatchObject(
      [{ matched: true }],
    )
    expect((await parcel('T6000')).answers.map((a) => a.rmaNumber)).toEqual(['RMA-6', 'L-1'])
    expect(await scan('L-1')).toMatchObject({ expected: [{ state: 'arriving' }] })
  })

  it('under a number that was learned before keeps it as the seller’s own when the claim is taken back', async () => {
    for (const [rma, tell] of [
      ['N-1', () => change('N-1', { trackingNumbers: ['LEARNED-N-1'] })],
      ['N-2', () => announce([announcement('N-2', { trackingNumbers: ['LEARNED-N-2'] })])],
      ['N-3', () => upload('rma,tracking,sku,quantity\nN-3,LEARNED-N-3,MUG,1\n')],
    ] as const) {
      const number = `LEARNED-${rma}`
      await announce([announcement(rma, { trackingNumbers: [] })])
      await otto.did(receive(number))
      await sven.did(command('ClaimParcel', { parcel: number, seller: 'LOTUS', rma }))
      await tell()
      const { lastEventId } = await parcel(number)
      await sven.did(command('TakeBack', { parcel: number, eventId: lastEventId ?? '' }))
      expect(await expected(number), rma).toEqual([rma])
    }
  })

  it('is found whatever the claim before it learned, when that is said again at once', async () => {
    await announce([announcement('P-1', { trackingNumbers: [] })])
    await otto.did(receive('P-NUMBER'))
    const claim = () => command('ClaimParcel', { parcel: 'P-NUMBER', seller: 'LOTUS', rma: 'P-1' })
    await sven.did(claim())
    const { lastEventId } = await parcel('P-NUMBER')
    await sven.did(command('TakeBack', { parcel: 'P-NUMBER', eventId: lastEventId ?? '' }), claim())
    const known = await warehouse.sql(
      "select source from expected_tracking t join expected_return r on r.id = t.expected_return where rma_number = 'P-1' and tracking_number = 'P-NUMBER'",
    )
    expect(known).toEqual([{ source: 'claim' }])
  })

  describe('beside others', () => {
    /** Announced and received at one moment, so that neither has seen the other. */
    async function unmatched(...rmas: readonly string[]) {
      await announce(rmas.map((rma) => announcement(rma)))
      const away = (to: string, from: string) =>
        warehouse.sql(
          `update expected_tracking set tracking_number = ${to} where tracking_number like '${from}'`,
        )
      await away("'AWAY-' || tracking_number", `NO-${rmas[0]?.[0]}-%`)
      await unlooked(rmas.map((rma) => receive(`NO-${rma}`)))
      await away('substr(tracking_number, 6)', 'AWAY-%')
      return openLedger(warehouse.node.db)
    }

    it('before a restart is matched after it, however many there are and whatever cannot be', async () => {
      const rmas = ['Q-1', 'Q-2', 'Q-3', 'Q-4', 'Q-5']
      const door = await unmatched(...rmas)
      const matched = await openMatching({ on: warehouse.node.db.staff, door }, 2).all()
      const found = matched.filter((m) => m.trackingNumber.startsWith('NO-Q-'))
      expect(found.map((m) => [m.trackingNumber, m.matched])).toEqual(rmas.map((rma) => [`NO-${rma}`, true]))
    })

    it('is told as matched to who announces it, whoever was first to see that it is here', async () => {
      const began = new Date()
      const on = warehouse.node.db.staff
      const door = await unmatched('R-1', 'R-2')
      const others = openMatching({ on, door })
      const [first] = await others.under(['NO-R-1'], sender, began)
      expect(first).toMatchObject({ matched: true })
      const overtaken = openMatching({
        on,
        door: {
          submit: async (commands, by) => {
            await others.all()
            return door.submit(commands, by)
          },
        },
      })
      const told = await overtaken.under(['NO-R-1', 'NO-R-2'], sender, began)
      expect(told.map((m) => [m.trackingNumber, m.matched])).toEqual([
        ['NO-R-1', true],
        ['NO-R-2', true],
      ])
      expect(await others.under(['NO-R-1', 'NO-R-2'], sender, new Date())).toEqual([])
    })
  })

  it('leaves chains and states that agree', async () => {
    expect((await verifyLedger(warehouse.node.db.staff)).broken).toEqual([])
  })
})
