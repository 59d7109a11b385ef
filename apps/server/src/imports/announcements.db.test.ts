import type { ChangedReturn } from '@restow/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { command } from '../../../../packages/testkit/src/commands.ts'
import { announcement, announcing, at, type House, openHouse, receive } from './announcing.fixture.ts'

/** Sellers' systems announce returns one by one. */
let house: House
let warehouse: House['warehouse']
let otto: House['otto']
let sven: House['sven']
let lotus: House['lotus']
const { post, announce, outcomes, change, cancel, parcel, scan, expected } = announcing(() => house)
beforeAll(async () => {
  house = await openHouse()
  ;({ warehouse, otto, sven, lotus } = house)
})
afterAll(() => house?.warehouse.close())

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
