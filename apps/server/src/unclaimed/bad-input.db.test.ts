import type { FoundUnclaimedList, Outcome, UnclaimedList } from '@restow/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { command, uuidv7 } from '../../../../packages/testkit/src/commands.ts'
import { openWarehouse, type Person, type Warehouse } from '../../../../packages/testkit/src/server.ts'

/** What stands on boxes may be anything, and not everybody who asks for one is honest. */

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
  await otto.did(command('ReceiveParcel', { tracking: 'BOX-0001', condition: 'intact' }))
})
afterAll(() => warehouse?.close())

const describeBox = (printed: object) => command('DescribeParcel', { parcel: 'BOX-0001', printed } as never)
const fate = async (printed: object): Promise<string | undefined> => {
  const [outcome] = await otto.give(describeBox(printed))
  return outcome?.code ?? outcome?.outcome
}
const list = async (search = '') =>
  (await sven.read<UnclaimedList>(`/api/unclaimed${search && `?search=${encodeURIComponent(search)}`}`)).items

describe('what is printed on a box', () => {
  it('of more signs than a label has is malformed, and its neighbours in the batch are not', async () => {
    const [long, fine] = await otto.give(
      describeBox({ note: 'x'.repeat(10_240) }),
      describeBox({ note: 'ok' }),
    )
    expect([long?.code, fine?.outcome]).toEqual(['malformed', 'accepted'])
    for (const printed of [
      {},
      { name: '' },
      { name: 7 },
      { colour: 'red' },
      { note: '\u0000' },
      { note: '\ud800' },
    ])
      expect([printed, await fate(printed)]).toEqual([printed, 'malformed'])
    expect((await list())[0]?.printed).toEqual({ note: 'ok' })
  })

  it('is kept as it stands there: formulas, other scripts, and signs that turn the text around', async () => {
    const printed = {
      name: '=HYPERLINK("http://x.example";"J")',
      sender: '\u202eأحمد بن سعيد، الرياض\u202c',
      note: `' or 1=1 -- %_\\ <img src=x onerror=alert(1)> 🧺`,
      order: '@SUM(1+1)',
    }
    expect(await fate(printed)).toBe('accepted')
    expect((await list())[0]?.printed).toEqual(printed)
    for (const search of ['أحمد', 'HYPERLINK', '🧺', '<img', '%_\\', `' or`])
      expect([search, (await list(search)).length]).toEqual([search, 1])
    for (const search of ['%', '_____________', '\\\\\\'])
      expect([search, (await list(search)).every((item) => item.trackingNumber === 'BOX-0001')]).toEqual([
        ...[search, true],
      ])
    expect(await list('%%%')).toEqual([])
  })
})

describe('a seller who tries numbers out', () => {
  const claim = (who: Person, parcel: string, evidence: object = { order: 'ORDER-RMA-1' }) =>
    who.ask({
      ...{ method: 'POST', url: '/api/unclaimed/claims' },
      payload: { commandId: uuidv7(), parcel, evidence },
    })

  it('has to wait after sixty that no parcel has, whether looked for or claimed', async () => {
    for (let i = 0; i < 30; i++) {
      expect((await claim(northstar, `CLAIM-${i}`)).statusCode).toBe(404)
      await northstar.get(`/api/unclaimed/found?number=GUESS-${i}`)
    }
    const locked = await claim(northstar, 'BOX-0001')
    expect([locked.statusCode, locked.json<{ code: string }>().code]).toEqual([429, 'too_many_guesses'])
    expect((await northstar.get('/api/unclaimed/found?number=BOX-0001')).statusCode).toBe(429)
  })

  it('is not in the way of another, and what is wrong with a request is said without a guess', async () => {
    const found = await lotus.read<FoundUnclaimedList>('/api/unclaimed/found?number=BOX-0001')
    expect(found.items).toMatchObject([{ trackingNumber: 'BOX-0001', own: [], others: 0 }])
    expect((await claim(lotus, 'BOX-0001')).json<Outcome>()).toMatchObject({ code: 'goods_do_not_fit' })
    for (const [parcel, evidence] of [
      ['BOX-0001', { order: 'x'.repeat(101) }],
      ['BOX-0001', { order: 1 }],
      ['BOX-0001', { order: 'A', more: true }],
      ['x'.repeat(301), { order: 'A' }],
      ['', { order: 'A' }],
    ] as const)
      expect((await claim(lotus, parcel, evidence)).statusCode, JSON.stringify(evidence)).toBe(400)
    for (const number of ['x'.repeat(301), '', '%00BOX-0001'])
      expect((await lotus.get(`/api/unclaimed/found?number=${number}`)).statusCode).toBe(400)
  })
})
