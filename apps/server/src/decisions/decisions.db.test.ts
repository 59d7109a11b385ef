import type { AddedApiKey, Outcome } from '@restow/contracts'
import { uuidV7 } from '@restow/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hold, plate, receive, register } from '../../../../packages/testkit/src/builders.ts'
import { command, uuidv7 } from '../../../../packages/testkit/src/commands.ts'
import {
  type Email,
  type Node,
  openWarehouse,
  type Warehouse,
} from '../../../../packages/testkit/src/server.ts'

let warehouse: Warehouse
let node: Node
beforeAll(async () => {
  warehouse = await openWarehouse()
  node = warehouse.node
  await did(receive('T6000'))
})
afterAll(() => warehouse?.close())

const did = async (...commands: { type: string }[]) =>
  (await node.as('OP1001')).did(
    ...commands.map(({ type, ...facts }) => command(type as 'HoldUnit', facts as never)),
  )
let plates = 0
async function asked(waitsFor: 'seller' | 'supervisor' = 'seller'): Promise<string> {
  plates += 1
  await did(register('T6000', plate(plates), 'MUG'), hold(plate(plates), waitsFor))
  return plate(plates)
}
const answering = (lpn: string, payload: object) =>
  ({ method: 'POST', url: `/api/units/${lpn}/answer`, payload }) as const
const answer = async (lpn: string, who: Email | 'OP1001' = 'lotus@test.restow', commandId = uuidv7()) =>
  (await node.as(who)).ask(answering(lpn, { commandId, answer: 'Sell it as it is.' }))

describe('a seller’s answer', () => {
  it('lets its unit go on, and stands in the unit’s story with who gave it', async () => {
    const lpn = await asked()
    expect((await answer(lpn)).json<Outcome>().outcome).toBe('accepted')
    const { story, held } = await (await node.as('OP1001')).read<{
      story: { type: string; by: string }[]
      held: object | null
    }>(`/api/units/${lpn}`)
    expect(held).toBeNull()
    expect(story.at(-1)).toMatchObject({ type: 'UnitReleased', by: 'lotus@test.restow' })
    expect(JSON.stringify(story.at(-1))).toContain('Sell it as it is.')
  })

  it('sent twice is one answer', async () => {
    const lpn = await asked()
    const commandId = uuidv7()
    const [first, again] = [
      await answer(lpn, 'lotus@test.restow', commandId),
      await answer(lpn, 'lotus@test.restow', commandId),
    ]
    expect(again.json()).toEqual(first.json())
    expect((await answer(lpn)).json<Outcome>()).toMatchObject({ outcome: 'rejected' })
  })

  it('is none to what waits for a supervisor', async () => {
    expect((await answer(await asked('supervisor'))).json<Outcome>()).toMatchObject({
      outcome: 'rejected',
      code: 'forbidden',
    })
  })

  it('is given about its own units alone: of another’s it does not even hear that they are there', async () => {
    const lpn = await asked()
    for (const one of [lpn, plate(999)])
      expect((await answer(one, 'northstar@test.restow')).statusCode).toBe(404)
    expect((await answer(lpn, 'OP1001')).statusCode).toBe(403)
    const unit = await (await node.as('OP1001')).read<{ held: object | null }>(`/api/units/${lpn}`)
    expect(unit.held).not.toBeNull()
  })

  it('is not told to another who sends the same to the letter', async () => {
    const lpn = await asked()
    const commandId = uuidv7()
    expect((await answer(lpn, 'lotus@test.restow', commandId)).json<Outcome>().outcome).toBe('accepted')
    expect((await answer(lpn, 'northstar@test.restow', commandId)).statusCode).toBe(404)
  })

  it('is given by a script with a key for decisions, and by none without', async () => {
    const lotus = await node.as('lotus@test.restow')
    const key = async (scope: string) => {
      const payload = { name: 'Bot', scopes: [scope] }
      return (
        await lotus.ask({ method: 'POST', url: '/api/sellers/LOTUS/api-keys', payload })
      ).json<AddedApiKey>().secret
    }
    const lpn = await asked()
    const by = async (secret: string) =>
      node.app.inject({
        ...answering(lpn, { commandId: uuidv7(), answer: 'Scrap it.' }),
        headers: { authorization: `Bearer ${secret}` },
      })
    expect((await by(await key('reports'))).statusCode).toBe(403)
    expect((await by(await key('decisions'))).json<Outcome>().outcome).toBe('accepted')
  })

  it('says something', async () => {
    const lpn = await asked()
    const lotus = await node.as('lotus@test.restow')
    for (const text of ['', '  ', 'x'.repeat(1001)])
      expect((await lotus.ask(answering(lpn, { commandId: uuidv7(), answer: text }))).statusCode).toBe(400)
    const notOurs = { commandId: uuidV7(0, new Uint8Array(10)).replace('-7', '-4'), answer: 'x' }
    expect((await lotus.ask(answering(lpn, notOurs))).statusCode).toBe(400)
  })
})
