import type {
  AddedApiKey,
  DispositionsBoard,
  Outcome,
  PipelineBoard,
  SellerPolicy,
  UnitView,
  WaitingBoard,
  WaitingList,
} from '@restow/contracts'
import type { Policy } from '@restow/domain'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  classify,
  demoPolicy,
  inspect,
  plate,
  receive,
  register,
  seller,
  world,
} from '../../../../packages/testkit/src/builders.ts'
import { command, uuidv7 } from '../../../../packages/testkit/src/commands.ts'
import {
  type Email,
  type Node,
  openWarehouse,
  type Person,
  type Warehouse,
} from '../../../../packages/testkit/src/server.ts'

const HOURS = 3_600_000
const STRICT = demoPolicy({ scrapLimitMinor: 100 })
const SENTENCE = 'Do not scrap it: send it back to our workshop.'

let warehouse: Warehouse
let node: Node
let otto: Person
let sven: Person
let lotus: Person
beforeAll(async () => {
  const { sellers } = world()
  warehouse = await openWarehouse({
    world: world({ sellers: { ...sellers, LOTUS: seller('LOTUS', { policy: STRICT }) } }),
  })
  node = warehouse.node
  otto = await node.as('OP1001')
  sven = await node.as('SV2001')
  lotus = await node.as('lotus@test.restow')
  await did(otto, receive('T6000'))
  await agreeOn({ scrapVetoHours: 24 })
})
afterAll(() => warehouse?.close())
afterEach(() => void vi.useRealTimers())

const wire = ({ type, ...facts }: { type: string }) => command(type as 'HoldUnit', facts as never)
const did = (who: Person, ...commands: { type: string }[]) => who.did(...commands.map(wire))

/** What the contract says, as an admin enters it. */
async function agreeOn(over: Partial<Policy>): Promise<SellerPolicy> {
  const ada = await node.as('AD3001')
  const { version, policy, targets } = await ada.read<SellerPolicy>('/api/sellers/LOTUS/policy')
  const payload = { version, targets, policy: { ...policy, ...over } }
  const answer = await ada.ask({ method: 'PUT', url: '/api/sellers/LOTUS/policy', payload })
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json<SellerPolicy>()
}

let plates = 0
/** A mug that Otto wants to scrap. */
async function proposed(): Promise<string> {
  plates += 1
  const lpn = plate(plates)
  await did(otto, register('T6000', lpn, 'MUG'), inspect(lpn), classify(lpn, 'recycle', 'other'))
  return lpn
}
const unit = (lpn: string, who = sven) => who.read<UnitView>(`/api/units/${lpn}`)
const word = (agreed: boolean) => (agreed ? { agreed } : { agreed, note: SENTENCE })
const answering = (lpn: string, payload: object) =>
  ({
    method: 'POST',
    url: `/api/units/${lpn}/scrap-answer`,
    payload: { commandId: uuidv7(), ...payload },
  }) as const
const say = async (lpn: string, agreed: boolean, who = lotus) =>
  (await who.ask(answering(lpn, word(agreed)))).json<Outcome>()
const approve = async (lpn: string, approved = true) => {
  const [outcome] = await sven.give(wire({ type: 'ApproveScrap', lpn, approved } as never))
  return outcome
}
/** As what it waits, in the supervisor's list and in the seller's; that more mugs came than were announced is beside the point. */
async function waits(lpn: string): Promise<{ staff: string[]; seller: string[] }> {
  const kinds = async (who: Person, query: string) =>
    (await who.read<WaitingList>(`/api/waiting${query}`)).items.flatMap((i) =>
      i.lpn === lpn && i.kind !== 'exception' ? [i.kind] : [],
    )
  return { staff: await kinds(sven, ''), seller: await kinds(lotus, '') }
}
async function counted() {
  const { kinds } = await sven.read<WaitingBoard>('/api/boards/waiting')
  const { waiting } = await sven.read<PipelineBoard>('/api/boards/pipeline')
  const { waitForApproval } = await sven.read<DispositionsBoard>('/api/boards/dispositions')
  const listed = kinds.find(({ kind }) => kind === 'approval')?.count
  expect([waiting.forApproval.units, waitForApproval]).toEqual([listed, listed])
  return listed ?? 0
}
const inTheFuture = (ms: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms })

describe('scrap that LOTUS may object to for a day', () => {
  it('is proposed to it until then, with what it takes to decide, and waits for no second person meanwhile', async () => {
    const before = await counted()
    const lpn = await proposed()
    const { decision } = await unit(lpn)
    const until = decision?.veto?.until ?? ''
    expect(Date.parse(until) - Date.parse(decision?.at ?? '')).toBe(24 * HOURS)
    expect(await waits(lpn)).toEqual({ staff: [], seller: ['veto'] })
    const { items } = await lotus.read<WaitingList>('/api/waiting?kind=veto')
    expect(items.find((item) => item.lpn === lpn)).toMatchObject({
      ...{ until, by: null, value: { minor: 4000, currency: 'USD' } },
    })
    expect((await lotus.read<WaitingBoard>('/api/boards/waiting')).count).toBeGreaterThan(0)
    expect(await counted()).toBe(before)
    expect(await approve(lpn)).toMatchObject({
      ...{ outcome: 'rejected', code: 'veto_running', facts: { seller: 'LOTUS', at: until } },
    })
  })

  it('is approved at once where it agrees, and once the time has passed where it says nothing', async () => {
    const [agreed, silent] = [await proposed(), await proposed()]
    expect(await say(agreed, true)).toMatchObject({ outcome: 'accepted', events: [{ type: 'ScrapAgreed' }] })
    expect(await waits(agreed)).toEqual({ staff: ['approval'], seller: [] })
    expect((await approve(agreed))?.outcome).toBe('accepted')
    inTheFuture(23 * HOURS)
    expect((await approve(silent))?.code).toBe('veto_running')
    inTheFuture(2 * HOURS)
    sven = await node.as('SV2001')
    lotus = await node.as('lotus@test.restow')
    expect(await waits(silent)).toEqual({ staff: ['approval'], seller: [] })
    await counted()
    expect(await say(silent, false)).toMatchObject({ outcome: 'rejected', code: 'veto_over' })
    expect((await approve(silent))?.outcome).toBe('accepted')
  })

  it('goes onto hold for a supervisor with its words where it objects, and is decided anew', async () => {
    const unvalued = async () =>
      (await sven.read<DispositionsBoard>('/api/boards/dispositions')).today.unvalued
    const before = await unvalued()
    const lpn = await proposed()
    // Decided against the suggestion, it is of no known value; once it is objected to, it is no loss at all.
    expect(await unvalued()).toBe(before + 1)
    expect((await say(lpn, false)).outcome).toBe('accepted')
    expect(await unvalued()).toBe(before)
    expect(await waits(lpn)).toEqual({ staff: ['hold'], seller: [] })
    const { held, state, story } = await unit(lpn)
    expect({ held, state }).toMatchObject({
      ...{
        state: 'inspected',
        held: { waitsFor: 'supervisor', question: SENTENCE, by: 'lotus@test.restow' },
      },
    })
    expect(story.slice(-2).map(({ type }) => type)).toEqual(['ScrapObjected', 'UnitHeld'])
    const undone = wire({ type: 'TakeBack', lpn, eventId: story.at(-1)?.eventId } as never)
    expect((await sven.give(undone))[0]?.code).toBe('cannot_be_undone')
    await did(sven, { type: 'ReleaseUnit', lpn, answer: 'It goes back.' } as never)
    await did(otto, classify(lpn, 'return_to_seller', 'seller_asked'))
    expect((await unit(lpn, lotus)).decision?.veto).toBeUndefined()
  })

  it('keeps the time that it was proposed with, whatever the policy says since', async () => {
    const lpn = await proposed()
    const { policy, version } = await agreeOn({ scrapVetoHours: 0 })
    expect(policy.scrapVetoHours).toBe(0)
    const later = await proposed()
    expect((await unit(later)).decision).toMatchObject({ suggested: { policyVersion: version } })
    expect((await unit(later)).decision).not.toHaveProperty('veto')
    expect((await approve(lpn))?.code).toBe('veto_running')
    expect((await approve(later))?.outcome).toBe('accepted')
    expect(await say(lpn, false)).toMatchObject({ outcome: 'accepted' })
    await agreeOn({ scrapVetoHours: 24 })
    await expect(agreeOn({ scrapVetoHours: 337 })).rejects.toThrow('policy_wrong')
    await expect(agreeOn({ scrapVetoHours: 1.5 })).rejects.toThrow()
  })

  it('of a seller that rests waits its time all the same: its goods are still its own', async () => {
    const lpn = await proposed()
    await warehouse.sql("update seller set active = false where code = 'LOTUS'")
    expect((await approve(lpn))?.code).toBe('veto_running')
    await warehouse.sql("update seller set active = true where code = 'LOTUS'")
  })

  it('is answered by LOTUS alone, by a key for decisions too; of another’s it is not even told that it is there', async () => {
    const lpn = await proposed()
    for (const who of ['northstar@test.restow', 'OP1001', 'SV2001'] as const) {
      const answer = await (await node.as(who as Email)).ask(answering(lpn, word(true)))
      expect(answer.statusCode, who).toBe(who.includes('@') ? 404 : 403)
    }
    const [direct] = await sven.give(wire({ type: 'AnswerScrap', lpn, agreed: true } as never))
    expect(direct).toMatchObject({ outcome: 'rejected', code: 'forbidden' })
    const keyFor = async (scope: string) => {
      const payload = { name: 'Bot', scopes: [scope] }
      const made = await lotus.ask({ method: 'POST', url: '/api/sellers/LOTUS/api-keys', payload })
      return { authorization: `Bearer ${made.json<AddedApiKey>().secret}` }
    }
    const headers = await keyFor('decisions')
    const by = (payload: object, who = headers) =>
      node.app.inject({ ...answering(lpn, payload), headers: who })
    expect((await by(word(true), await keyFor('reports'))).statusCode).toBe(403)
    for (const bad of [
      {},
      { agreed: false },
      { agreed: false, note: ' ' },
      { agreed: 'yes' },
      { agreed: true, x: 1 },
    ])
      expect((await by(bad)).statusCode, JSON.stringify(bad)).toBe(400)
    const seen = await node.app.inject({ method: 'GET', url: '/api/waiting', headers })
    expect(seen.json<WaitingList>().items.map((item) => item.lpn)).toContain(lpn)
    const commandId = uuidv7()
    const first = (await by({ commandId, agreed: true })).json<Outcome>()
    expect(first.outcome).toBe('accepted')
    expect((await by({ commandId, agreed: true })).json()).toEqual(first)
    expect((await by(word(false))).json()).toMatchObject({ code: 'scrap_agreed' })
  })
})
