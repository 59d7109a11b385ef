import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '../../../../packages/testkit/src/server.ts'
import { verifyLedger } from '../ledger/verify.ts'
import { announcing, type House, openHouse, receive } from './announcing.fixture.ts'

/** What a seller's system may send by mistake, or with intent. */

let house: House
let otto: House['otto']
let northstar: Person
const { announce, outcomes: fates, change, scan } = announcing(() => house)
beforeAll(async () => {
  house = await openHouse()
  otto = house.otto
  northstar = await house.warehouse.node.as('northstar@test.restow')
})
afterAll(() => house?.warehouse.close())

const announcement = (rmaNumber: string, over: object = {}) => ({
  ...{ seller: 'LOTUS', rmaNumber, trackingNumbers: [], lines: [{ sku: 'MUG', quantity: 1 }] },
  ...over,
})

describe('announcing, with what is wrong or too much', () => {
  it('takes one RMA 500 times in one request: the last word counts, and it is one return', async () => {
    const many = Array.from({ length: 500 }, (_, n) =>
      announcement('SAME', { trackingNumbers: [`SAME-${n}`], lines: [{ sku: 'MUG', quantity: n + 1 }] }),
    )
    const [first, ...others] = await fates(many)
    expect([first, new Set(others)]).toEqual(['created', new Set(['updated'])])
    const { expected } = await scan('SAME-499')
    expect(expected).toMatchObject([{ rmaNumber: 'SAME', lines: [{ quantity: 500 }] }])
    expect((await scan('SAME-0')).expected).toBeUndefined()
  })

  it('takes 50 tracking numbers of a return and finds it by each; refuses 51 and 100', async () => {
    const numbers = (count: number) => Array.from({ length: count }, (_, n) => `FIFTY-${n}`)
    expect(await fates([announcement('FIFTY', { trackingNumbers: numbers(50) })])).toEqual(['created'])
    for (const n of [0, 25, 49]) expect((await scan(`FIFTY-${n}`)).expected?.[0]?.rmaNumber).toBe('FIFTY')
    for (const count of [51, 100]) {
      expect(await fates([announcement('FIFTY', { trackingNumbers: numbers(count) })])).toEqual(['malformed'])
      expect((await change('FIFTY', { trackingNumbers: numbers(count) })).statusCode).toBe(400)
    }
    expect((await scan('FIFTY-49')).expected?.[0]?.rmaNumber).toBe('FIFTY')
  })

  it('takes a number of 128 signs and finds it, and refuses one that no label holds', async () => {
    const long = `L${'7'.repeat(127)}`
    expect(await fates([announcement('LONG', { trackingNumbers: [long] })])).toEqual(['created'])
    expect((await scan(long)).expected?.[0]?.rmaNumber).toBe('LONG')
    for (const length of [301, 5000]) {
      const [fate] = await fates([announcement('LONGER', { trackingNumbers: ['8'.repeat(length)] })])
      expect([length, fate]).toEqual([length, 'malformed'])
    }
    const inBetween = await announce([announcement('BETWEEN', { trackingNumbers: ['9'.repeat(300)] })])
    expect(['created', 'rejected']).toContain(inBetween[0]?.outcome)
    if (inBetween[0]?.outcome === 'created')
      expect((await scan('9'.repeat(300))).expected?.[0]?.rmaNumber).toBe('BETWEEN')
  })

  it('keeps no control character in a number that a parcel is found by', async () => {
    const odd = ['\u0007BELL-1', 'TAB\t2', 'LINE\n3', '\u001dGS-4', '\u200bZERO-5', 'RTL\u202e-6']
    for (const [n, number] of odd.entries()) {
      const [fate] = await fates([announcement(`ODD-${n}`, { trackingNumbers: [number] })])
      expect(['created', 'tracking_missing', 'malformed']).toContain(fate)
    }
    const rows = await house.warehouse.sql<{ number: string }>(
      `select tracking_number as number from expected_tracking where tracking_number ~ '[[:cntrl:]]'`,
    )
    expect(rows).toEqual([])
  })

  it('of one number by two sellers says neither of them to the other, and receiving it is nobody’s', async () => {
    expect(await fates([announcement('TWICE', { trackingNumbers: ['TWICE-1'] })])).toEqual(['created'])
    const other = announcement('TWICE', {
      ...{ seller: 'NORTHSTAR', trackingNumbers: ['TWICE-1'], lines: [{ sku: 'CUP', quantity: 1 }] },
    })
    const answer = await announce([other], northstar)
    expect(answer).toEqual([{ seller: 'NORTHSTAR', rmaNumber: 'TWICE', outcome: 'created' }])
    await otto.did(receive('TWICE-1'))
    expect(await otto.read('/api/parcels/TWICE-1')).toMatchObject({ seller: null })
  })

  it('does not call off what has arrived, and takes no number from its parcel', async () => {
    expect(await fates([announcement('HERE', { trackingNumbers: ['HERE-1'] })])).toEqual(['created'])
    await otto.did(receive('HERE-1'))
    const refused = await change('HERE', { state: 'cancelled' })
    expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([409, 'already_arrived'])
    expect((await change('HERE', { trackingNumbers: ['HERE-2'] })).statusCode).toBe(200)
    expect(await otto.read('/api/parcels/HERE-1')).toMatchObject({ seller: 'LOTUS' })
    expect(await scan('HERE-1')).toMatchObject({ kind: 'parcel', parcel: { seller: 'LOTUS' } })
    expect((await change('HERE', { state: 'cancelled' }, northstar)).statusCode).toBe(404)
  })

  it('leaves chains and states that agree', async () => {
    expect((await verifyLedger(house.warehouse.node.db.staff)).broken).toEqual([])
  })
})
