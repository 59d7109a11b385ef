import type { FoundUnclaimedList, Outcome } from '@restow/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plate, receive, register } from '../../../../packages/testkit/src/builders.ts'
import { command, uuidv7, wire } from '../../../../packages/testkit/src/commands.ts'
import { openWarehouse, type Person, type Warehouse } from '../../../../packages/testkit/src/server.ts'

/** What a seller may try, and how often, on a real database. */

let warehouse: Warehouse
let otto: Person
let sven: Person
let lotus: Person
let northstar: Person
beforeAll(async () => {
  warehouse = await openWarehouse()
  otto = await warehouse.node.as('OP1001')
  sven = await warehouse.node.as('SV2001')
  lotus = await warehouse.node.as('lotus@test.restow')
  northstar = await warehouse.node.as('northstar@test.restow')
  await otto.did(wire(receive('T9000')), wire(register('T9000', plate(1), 'TEE')))
})
afterAll(() => warehouse?.close())

const search = (who: Person, number: string) => who.get(`/api/unclaimed/found?number=${number}`)
const claim = (who: Person, parcel: string, order: string, commandId = uuidv7()) =>
  who.ask({
    method: 'POST',
    url: '/api/unclaimed/claims',
    payload: { commandId, parcel, evidence: { order } },
  })

describe('a seller who asks', () => {
  it('many things at once is answered, and holds nobody up', async () => {
    const answers = await Promise.all(
      Array.from({ length: 14 }, (_, n) => search(lotus, n % 2 === 0 ? 'T9000' : `NOTHING-${n}`)),
    )
    expect(answers.map((answer) => answer.statusCode)).toEqual(answers.map(() => 200))
  })

  it('finds the parcel whose own number it is before an older one that it is printed on', async () => {
    await otto.did(
      wire(receive('T5555')),
      command('DescribeParcel', { parcel: 'T5555', printed: { order: 'T7777' } }),
      wire(receive('T7777')),
    )
    const { items } = (await search(lotus, 'T7777')).json<FoundUnclaimedList>()
    expect(items.map((item) => [item.trackingNumber, item.foundBy])).toEqual([
      ['T7777', 'tracking'],
      ['T5555', 'order'],
    ])
    expect((await claim(lotus, 'T7777', 'ORDER-RMA-1')).json()).toMatchObject({ code: 'goods_do_not_fit' })
  })
})

describe('a claim that is sent again', () => {
  it('has its first answer: no, while the parcel is there', async () => {
    const id = uuidv7()
    const [first, again] = [
      (await claim(lotus, 'T9000', 'ORDER-RMA-2', id)).json<Outcome>(),
      (await claim(lotus, 'T9000', 'ORDER-RMA-2', id)).json<Outcome>(),
    ]
    expect(first).toMatchObject({ code: 'evidence_does_not_fit' })
    expect(again).toEqual(first)
  })

  it('has its first answer: yes, when the parcel has left the pool for it; nobody else has it', async () => {
    const id = uuidv7()
    const first = (await claim(lotus, 'T9000', 'ORDER-RMA-1', id)).json<Outcome>()
    expect(first).toMatchObject({ outcome: 'accepted' })
    expect((await claim(lotus, 'T9000', 'ORDER-RMA-1', id)).json()).toEqual(first)
    expect((await claim(northstar, 'T9000', 'ORDER-RMA-1', id)).statusCode).toBe(404)
    const { lastEventId } = await sven.read<{ lastEventId: string }>('/api/parcels/T9000')
    await sven.did(command('TakeBack', { parcel: 'T9000', eventId: lastEventId }))
    expect((await claim(lotus, 'T9000', 'ORDER-RMA-1', id)).json()).toEqual(first)
    expect((await claim(lotus, 'T9000', 'ORDER-RMA-2', id)).json()).toMatchObject({
      code: 'command_id_reused',
    })
  })
})

describe('a number that a seller gives as evidence', () => {
  it('counts by its letters and digits, as in the search, and the very number first', async () => {
    const id = uuidv7()
    await otto.did(wire(receive('T6500')), wire(register('T6500', plate(2), 'TEE')))
    expect((await claim(lotus, 'T6500', 'order rma/1', id)).json()).toMatchObject({ outcome: 'accepted' })
    expect((await sven.read<{ answers: object[] }>('/api/parcels/T6500')).answers).toMatchObject([
      { rmaNumber: 'RMA-1' },
    ])
    await otto.did(wire(receive('T6600')), wire(register('T6600', plate(3), 'TEE')))
    expect((await claim(lotus, 'T6600', '---')).json()).toMatchObject({ code: 'evidence_does_not_fit' })
  })
})

describe('numbers tried out', () => {
  it('are counted whether they are searched for or claimed, and a known one among them forgets none', async () => {
    for (let n = 0; n < 29; n++) {
      expect((await search(northstar, `GUESS-${n}`)).statusCode).toBe(200)
      expect((await claim(northstar, `CLAIM-${n}`, 'ORDER-RMA-2')).statusCode).toBe(404)
    }
    // One more was another's claim that northstar sent.
    expect((await search(northstar, 'T9000')).json<FoundUnclaimedList>().items).toHaveLength(1)
    expect((await claim(northstar, 'CLAIM-LAST', 'ORDER-RMA-2')).statusCode).toBe(404)
    for (const locked of [await search(northstar, 'T9000'), await claim(northstar, 'T9000', 'ORDER-RMA-2')])
      expect(locked.json()).toMatchObject({ status: 429, code: 'too_many_guesses' })
    expect((await search(lotus, 'T9000')).statusCode).toBe(200)
  })
})
