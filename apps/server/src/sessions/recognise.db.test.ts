import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { command } from '../../../../packages/testkit/src/commands.ts'
import { openWarehouse, PIN, type Warehouse } from '../../../../packages/testkit/src/server.ts'

/** Whoever sent commands before is known to the node; what they are by now is asked beside what their commands are decided on. */
let warehouse: Warehouse
beforeAll(async () => {
  warehouse = await openWarehouse()
})
afterAll(() => warehouse?.close())

let parcels = 0
const receive = () => command('ReceiveParcel', { tracking: `KNOWN-${++parcels}`, condition: 'intact' })
const isRecorded = async ({ commandId }: { readonly commandId: string }) =>
  (await warehouse.sql('select from command_outcome where command_id = $1', [commandId])).length === 1

describe('who has sent commands before', () => {
  it('sends none any more once the session has ended, on whichever node', async () => {
    const otto = await warehouse.node.as('OP1001')
    await otto.did(receive())
    const elsewhere = (await warehouse.addNode()).with(otto.cookie)
    expect((await elsewhere.ask({ method: 'DELETE', url: '/api/sessions/current' })).statusCode).toBe(204)
    const late = receive()
    const answer = await otto.post([late])
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([401, 'not_signed_in'])
    expect(await isRecorded(late)).toBe(false)
    // Nor are they told what is wrong with it.
    expect((await otto.post([{ commandId: 'none' }])).statusCode).toBe(401)
    expect((await otto.post([])).statusCode).toBe(401)
  })

  it('is nobody where it was a seller who has signed out, though that one was here before', async () => {
    const seller = await warehouse.node.as('lotus@test.restow')
    expect((await seller.get('/api/sessions/current')).statusCode).toBe(200)
    expect((await seller.post([receive()])).statusCode).toBe(403)
    await warehouse.sql(
      'update session set revoked_at = now() where email is not null and revoked_at is null',
    )
    expect((await seller.post([receive()])).statusCode).toBe(401)
  })

  it('is held against what they may do by now', async () => {
    const otto = await warehouse.node.as('OP1002')
    const claim = async () => {
      const received = receive()
      await otto.did(received)
      const [outcome] = await otto.give(
        command('ClaimParcel', { parcel: String(received.tracking), seller: 'LOTUS' }),
      )
      return outcome?.outcome
    }
    const be = (role: string) => warehouse.sql("update staff set role = $1 where badge = 'OP1002'", [role])
    expect(await claim()).toBe('rejected')
    await be('supervisor')
    expect(await claim()).toBe('accepted')
    await be('operator')
    expect(await claim()).toBe('rejected')
  })

  it('holds up nobody who sends at the same moment, and is alone in not being heard', async () => {
    const [otto, sven, sue] = [
      await warehouse.node.as('OP1001'),
      await warehouse.node.as('SV2001'),
      await warehouse.node.as('OP1001'),
    ]
    for (const one of [otto, sven, sue]) await one.did(receive())
    const ended = await warehouse.sql(
      "update session set revoked_at = now() where badge = 'SV2001' and revoked_at is null returning badge",
    )
    expect(ended.length).toBeGreaterThan(0)
    const [first, none, last] = [receive(), receive(), receive()]
    const answers = await Promise.all([otto.post([first]), sven.post([none]), sue.post([last])])
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 401, 200])
    expect([await isRecorded(first), await isRecorded(none), await isRecorded(last)]).toEqual([
      true,
      false,
      true,
    ])
  })

  it('by a send token is told why it sends no more, in the words of the first time', async () => {
    const signedIn = await warehouse.node.signIn({ badge: 'OP1001', pin: PIN, deviceId: 'reader-1' })
    const { sendToken } = signedIn.json<{ sendToken: string }>()
    const send = async () => {
      const sent = { ...receive(), deviceId: 'reader-1' }
      const answer = await warehouse.node.app.inject({
        method: 'POST',
        url: '/api/commands',
        headers: { authorization: `Bearer ${sendToken}` },
        payload: { commands: [sent] },
      })
      return { answer, isRecorded: await isRecorded(sent) }
    }
    expect(await send()).toMatchObject({ answer: { statusCode: 200 }, isRecorded: true })
    await warehouse.sql("update send_token set revoked_at = now() where device_id = 'reader-1'")
    for (let times = 0; times < 2; times++) {
      const { answer, isRecorded } = await send()
      expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([403, 'device_revoked'])
      expect(isRecorded).toBe(false)
    }
  })
})
