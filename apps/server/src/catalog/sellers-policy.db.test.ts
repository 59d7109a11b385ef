import type {
  AddedApiKey,
  ChangeList,
  SellerChangeList,
  SellerChecks,
  SellerPolicy,
  UnitView,
} from '@restow/contracts'
import type { OwnCheck, Policy } from '@restow/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { classify, inspect, plate, receive, register } from '../../../../packages/testkit/src/builders.ts'
import { type command, wire } from '../../../../packages/testkit/src/commands.ts'
import { openWarehouse, type Person, type Warehouse } from '../../../../packages/testkit/src/server.ts'

/** What a seller sets by itself, and what only the warehouse may (docs/decisions/032). */

type Given = Parameters<typeof command>

const EARLIER = { performed: 'earlier' }

let warehouse: Warehouse
let otto: Person
let sven: Person
let ada: Person
let lotus: Person
let northstar: Person
let name: string
beforeAll(async () => {
  warehouse = await openWarehouse()
  const { node } = warehouse
  otto = await node.as('OP1001')
  sven = await node.as('SV2001')
  ada = await node.as('AD3001')
  lotus = await node.as('lotus@test.restow')
  northstar = await node.as('northstar@test.restow')
  name = (await lotus.read<{ user: { name: string } }>('/api/sessions/current')).user.name
  await otto.did(wire(receive('T6000')))
})
afterAll(() => warehouse?.close())

const OWN = '/api/sellers/LOTUS/policy'
const CHECKS = '/api/sellers/LOTUS/checks'
const put = (who: Person, url: string, payload: object) => who.ask({ method: 'PUT', url, payload })
const problem = (answer: { statusCode: number; json<T>(): T }) => [
  answer.statusCode,
  answer.json<{ code: string }>().code,
]
const stands = (who: Person = lotus) => who.read<SellerPolicy>(OWN)
/** Changes the policy as it stands, as this person. */
async function change(who: Person, over: (policy: Policy) => Partial<Policy>) {
  const { policy, version } = await stands()
  return put(who, OWN, { version, policy: { ...policy, ...over(policy) } })
}

let plates = 60
async function mug(...then: object[]): Promise<string> {
  const lpn = plate(++plates)
  await otto.did(wire(register('T6000', lpn, 'MUG')), ...then.map((one) => wire(one as { type: Given[0] })))
  return lpn
}
const suggestionFor = async (lpn: string) => {
  const { next } = await otto.read<UnitView>(`/api/units/${lpn}`)
  return next.find((one) => one.command === 'ClassifyUnit')?.suggestion
}

describe('a seller’s own policy', () => {
  it('is changed by the seller, and the next suggestion goes by it', async () => {
    const before = await mug()
    await otto.did(wire(inspect(before, 'good')), wire(classify(before, 'repair')))
    const kept = await change(lotus, ({ shares }) => ({
      shares: { ...shares, good: 85 },
      ownCosts: { repair: [{ item: 'parts', minor: 250 }] },
    }))
    expect(kept.json()).toMatchObject({ version: 2, changedBy: name, policy: { shares: { good: 85 } } })
    const after = await mug()
    await otto.did(wire(inspect(after, 'good')))
    const suggestion = await suggestionFor(after)
    expect(suggestion).toMatchObject({ route: 'open_box' })
    expect(suggestion?.options.find((one) => one.route === 'repair')?.arithmetic).toContainEqual({
      item: 'parts',
      minor: -250,
    })
    const { decision } = await otto.read<UnitView>(`/api/units/${before}`)
    expect(decision?.suggested).toMatchObject({ route: 'repair', policyVersion: 1 })
  })

  it('has no refurbishing while the seller has turned it off, and has it again as it was', async () => {
    await change(lotus, ({ shares }) => ({ shares: { ...shares, good: 60 }, ownCosts: {} }))
    const lpn = await mug()
    await otto.did(wire(inspect(lpn, 'good')))
    expect(await suggestionFor(lpn)).toMatchObject({ route: 'repair' })
    const { routes } = (await stands()).policy
    await change(lotus, () => ({ routes: routes.filter((route) => !/repair|repackage|clean/.test(route)) }))
    expect(await suggestionFor(lpn)).toMatchObject({ route: 'open_box' })
    const [refused] = await otto.give(wire(classify(lpn, 'repair', 'other')))
    expect(refused).toMatchObject({ code: 'route_not_allowed' })
    await change(lotus, () => ({ routes }))
    expect(await suggestionFor(lpn)).toMatchObject({ route: 'repair' })
  })

  it.each<[string[], (policy: Policy) => Partial<Policy>]>([
    [['costs.repair'], ({ costs }) => ({ costs: { ...costs, repair: [] } })],
    [['currency'], () => ({ currency: 'EUR' })],
    [['available', 'costs.restock'], () => ({ available: ['restock', 'recycle'], costs: {} })],
  ])('is refused from the seller with the warehouse’s %s, all of it', async (fields, over) => {
    const before = await stands()
    const answer = await change(lotus, (policy) => ({ ...over(policy), scrapLimitMinor: 1 }))
    expect(problem(answer)).toEqual([403, 'not_sellers_own'])
    expect(answer.json<{ fields: string[] }>().fields).toEqual(expect.arrayContaining(fields))
    expect(await stands()).toEqual(before)
  })

  it('leaves the targets of the contract to the warehouse', async () => {
    const { policy, version, targets } = await stands()
    const wish = { version, policy, targets: { ...targets, register: 60 } }
    const answer = await put(lotus, OWN, wish)
    expect(answer.json()).toMatchObject({ code: 'not_sellers_own', fields: ['targets.register'] })
    expect((await put(lotus, OWN, { version, policy, targets })).statusCode).toBe(200)
  })

  it('allows only what the warehouse does for this seller', async () => {
    const { routes } = (await stands()).policy
    const some = routes.filter((route) => route !== 'donate')
    expect((await change(ada, () => ({ available: some, routes: some }))).statusCode).toBe(200)
    const answer = await change(lotus, () => ({ routes }))
    expect(problem(answer)).toEqual([422, 'policy_wrong'])
    expect(answer.json<{ fields: string[] }>().fields).toEqual(['routes'])
    expect((await change(ada, () => ({ available: routes, routes }))).statusCode).toBe(200)
  })

  it('changed by both at once is changed once, and whoever was slower hears of it', async () => {
    const { policy, version } = await stands()
    const answers = await Promise.all(
      [lotus, ada, lotus, ada].map((who, i) =>
        put(who, OWN, { version, policy: { ...policy, scrapLimitMinor: 7000 + i } }),
      ),
    )
    expect(answers.map((one) => one.statusCode).sort()).toEqual([200, 409, 409, 409])
    expect((await stands()).version).toBe(version + 1)
  })

  it('that the warehouse has changed meanwhile is no wish of the seller’s to undo that', async () => {
    const { policy, version } = await stands()
    await change(ada, () => ({ costs: { ...policy.costs, clean: [{ item: 'clean', minor: 75 }] } }))
    expect(problem(await put(lotus, OWN, { version, policy }))).toEqual([409, 'changed_meanwhile'])
  })

  it('is nobody else’s: another seller finds none of it, and staff who are no admin change none', async () => {
    const { policy, version } = await stands()
    for (const url of [OWN, `${OWN}/changes`, CHECKS])
      expect(problem(await northstar.get(url))).toEqual([404, 'seller_unknown'])
    expect(problem(await put(northstar, OWN, { version, policy }))).toEqual([404, 'seller_unknown'])
    expect(problem(await put(northstar, CHECKS, { version: 1, checks: [] }))).toEqual([404, 'seller_unknown'])
    expect(problem(await put(sven, OWN, { version, policy }))).toEqual([403, 'admin_only'])
    expect(problem(await put(sven, CHECKS, { version: 1, checks: [] }))).toEqual([403, 'admin_only'])
  })

  it('has a history that names the seller’s people to the seller, and everybody to the warehouse', async () => {
    await change(ada, ({ costs }) => ({ costs: { ...costs, clean: [{ item: 'clean', minor: 80 }] } }))
    await change(lotus, () => ({ scrapLimitMinor: 4321 }))
    const { items } = await lotus.read<SellerChangeList>(`${OWN}/changes?limit=2`)
    expect(items).toMatchObject([
      { by: name, after: { policy: { scrapLimitMinor: 4321 } } },
      { by: null, after: { policy: { costs: { clean: [{ minor: 80 }] } } } },
    ])
    const theirs = await sven.read<ChangeList>('/api/set-up/changes?kind=seller&key=LOTUS&limit=2')
    expect(theirs.items).toMatchObject([
      { by: 'lotus@test.restow', name },
      { by: 'AD3001', name: 'Ada' },
    ])
    expect((await stands()).changedBy).toBe(name)
  })

  it('is changed by a key that was made for it, and by no other', async () => {
    const make = async (scope: string) => {
      const payload = { name: `Our ${scope}`, scopes: [scope] }
      const url = '/api/sellers/LOTUS/api-keys'
      return (await lotus.ask({ method: 'POST', url, payload })).json<AddedApiKey>()
    }
    const { policy, version } = await stands()
    const body = { version, policy: { ...policy, scrapLimitMinor: 999 } }
    const by = (secret: string) =>
      warehouse.node.app.inject({
        ...{ method: 'PUT', url: OWN, payload: body },
        headers: { authorization: `Bearer ${secret}` },
      })
    expect(problem(await by((await make('decisions')).secret))).toEqual([403, 'scope_missing'])
    const { key, secret } = await make('policy')
    expect((await by(secret)).json()).toMatchObject({
      changedBy: `Our policy (${key})`,
      policy: { scrapLimitMinor: 999 },
    })
  })
})

const SEAL: OwnCheck = {
  check: 'own_seal',
  question: { en: 'Is our seal whole?' },
  required: true,
  answers: [
    { answer: 'whole', cap: 'like_new', label: { en: 'Whole' } },
    { answer: 'broken', cap: 'acceptable', label: { en: 'Broken' } },
  ],
}
const INTACT = { check: 'intact', answer: 'yes' }
const GENERAL = { category: 'general', version: 1 }
const asked = async (lpn: string) => {
  const { next } = await otto.read<UnitView>(`/api/units/${lpn}`)
  const step = next.find((one) => one.command === 'InspectUnit')
  return { checks: step?.checklist?.map((one) => one.check), used: step?.checklistUsed }
}

describe('a seller’s own questions', () => {
  it('are asked at the next inspection; the one before keeps what it was asked', async () => {
    const [first, second] = [await mug(), await mug()]
    await otto.did(wire(inspect(first)))
    const kept = await put(lotus, CHECKS, { version: 1, checks: [SEAL] })
    expect(kept.json()).toMatchObject({ version: 2, changedBy: name, checks: [SEAL] })
    expect(kept.json<SellerChecks>().categories).toContainEqual({ category: 'general', products: 1 })

    const own = { seller: 'LOTUS', version: 2 }
    expect(await asked(second)).toEqual({ checks: ['intact', 'own_seal'], used: { ...GENERAL, own } })
    expect(await otto.give(wire(inspect(second)))).toMatchObject([{ code: 'answers_missing' }])
    const answers = [INTACT, { check: 'own_seal', answer: 'broken' }]
    await otto.did(wire(inspect(second, 'acceptable', { answers })))

    const was = await otto.read<UnitView>(`/api/units/${first}`)
    expect(was.inspection?.checklist).toEqual(GENERAL)
    expect(was.askedBy?.checks.map((one) => one.check)).toEqual(['intact'])
    await put(lotus, CHECKS, { version: 2, checks: [] })
    const is = await lotus.read<UnitView>(`/api/units/${second}`)
    expect(is.inspection?.checklist).toEqual({ ...GENERAL, own })
    expect(is.askedBy?.checks.map((one) => one.check)).toEqual(['intact', 'own_seal'])
  })

  it('that are no longer asked still count for whoever was at it, and for what was done offline', async () => {
    const [now, earlier] = [await mug(), await mug()]
    const answers = [INTACT, { check: 'own_seal', answer: 'whole' }]
    const own = { seller: 'LOTUS', version: 2 }
    await otto.did(wire(inspect(now, 'like_new', { answers, checklist: { ...GENERAL, own } })))
    await otto.did(wire({ ...inspect(earlier, 'like_new', { answers }), ...EARLIER }))
    for (const lpn of [now, earlier])
      expect((await otto.read<UnitView>(`/api/units/${lpn}`)).inspection?.checklist?.own).toEqual(own)
  })

  it('are asked about its goods alone', async () => {
    const { version } = await lotus.read<SellerChecks>(CHECKS)
    await put(lotus, CHECKS, { version, checks: [{ ...SEAL, categories: ['apparel'] }] })
    expect((await asked(await mug())).checks).toEqual(['intact'])
    await otto.did(wire(receive('T1000')), wire(register('T1000', plate(91), 'TEE')))
    expect((await asked(plate(91))).checks).toEqual(['unworn', 'own_seal'])
    await otto.did(wire(receive('T2000')), wire(register('T2000', plate(92), 'KETTLE')))
    expect((await asked(plate(92))).checks).not.toContain('own_seal')
  })

  it('are told to handhelds with what they were before', async () => {
    const { items } = await otto.read<{ items: { k: string; code?: string; checks?: object }[] }>(
      '/api/copy?limit=2000',
    )
    const sellers = items.filter((one) => one.k === 'seller')
    expect(sellers.find((one) => one.code === 'LOTUS')?.checks).toMatchObject({
      version: 4,
      former: [
        { version: 3, checks: [], until: expect.stringMatching(/Z$/) },
        { version: 2, checks: [{ check: 'own_seal' }] },
        { version: 1, checks: [] },
      ],
    })
    expect(sellers.find((one) => one.code === 'NORTHSTAR')?.checks).toEqual({ version: 1, checks: [] })
  })

  it('are refused where people could not be asked by them, or somebody else was faster', async () => {
    const { version } = await lotus.read<SellerChecks>(CHECKS)
    const wrong = await put(lotus, CHECKS, { version, checks: [{ ...SEAL, check: 'intact' }] })
    expect(problem(wrong)).toEqual([422, 'checks_wrong'])
    expect(wrong.json<{ fields: string[] }>().fields).toEqual(['checks.0'])
    expect(problem(await put(lotus, CHECKS, { version: 1, checks: [] }))).toEqual([409, 'changed_meanwhile'])
    const house = { version: 1, checks: [SEAL], requiredAngles: { always: [], belowLikeNew: [] } }
    expect(problem(await put(sven, '/api/checklists/general', house))).toEqual([422, 'checklist_wrong'])
  })
})
