import type {
  ChangeList,
  ChecklistRow,
  ChecklistsAnswer,
  PipelineBoard,
  SellerPolicy,
  StaffList,
  UnitView,
  WarehouseItem,
} from '@restow/contracts'
import type { Policy } from '@restow/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { classify, inspect, plate, receive, register } from '../../../../packages/testkit/src/builders.ts'
import { wire } from '../../../../packages/testkit/src/commands.ts'
import { openWarehouse, type Person, type Warehouse } from '../../../../packages/testkit/src/server.ts'
import { hashSecret } from '../sessions/secrets.ts'
import { recoverPin } from './recover.ts'

const EARLIER = { performed: 'earlier' }

let warehouse: Warehouse
let otto: Person
let sven: Person
let ada: Person
let lotus: Person
beforeAll(async () => {
  warehouse = await openWarehouse()
  const { node } = warehouse
  otto = await node.as('OP1001')
  sven = await node.as('SV2001')
  ada = await node.as('AD3001')
  lotus = await node.as('lotus@test.restow')
})
afterAll(() => warehouse?.close())

const put = (who: Person, url: string, payload: object) => who.ask({ method: 'PUT', url, payload })
const post = (who: Person, url: string) => who.ask({ method: 'POST', url })
const problem = (answer: { statusCode: number; json<T>(): T }) => [
  answer.statusCode,
  answer.json<{ code: string }>().code,
]
const changes = (query = '') => sven.read<ChangeList>(`/api/set-up/changes${query}`)

/** A policy without what only the answer has. */
const bare = ({ version: _, ...policy }: Policy) => policy
const NO_OWN = { register: null, decide: null, shelve: null }

describe('a seller’s policy', () => {
  it('is changed by an admin, counts its version up, and is on record with what was before', async () => {
    const before = await ada.read<SellerPolicy>('/api/sellers/LOTUS/policy')
    expect(before).toMatchObject({ version: 1, changedBy: null, targets: NO_OWN })
    const policy = { ...bare(before.policy), scrapLimitMinor: 1234 }
    const kept = await put(ada, '/api/sellers/LOTUS/policy', { version: 1, policy, targets: NO_OWN })
    expect(kept.json()).toMatchObject({ version: 2, changedBy: 'AD3001', policy: { scrapLimitMinor: 1234 } })
    const { items } = await changes('?kind=seller&key=LOTUS')
    expect(items[0]).toMatchObject({
      by: 'AD3001',
      name: 'Ada',
      before: { policy: { scrapLimitMinor: before.policy.scrapLimitMinor } },
      after: { policy: { scrapLimitMinor: 1234, version: 2 } },
    })
  })

  it('that somebody else has changed meanwhile is not written over', async () => {
    const { policy } = await ada.read<SellerPolicy>('/api/sellers/LOTUS/policy')
    const late = await put(ada, '/api/sellers/LOTUS/policy', {
      version: 1,
      policy: bare(policy),
      targets: NO_OWN,
    })
    expect(problem(late)).toEqual([409, 'changed_meanwhile'])
  })

  it('keeps its version where it is saved as it was', async () => {
    const { policy, version } = await ada.read<SellerPolicy>('/api/sellers/LOTUS/policy')
    await put(ada, '/api/sellers/LOTUS/policy', { version, policy: bare(policy), targets: NO_OWN })
    expect((await ada.read<SellerPolicy>('/api/sellers/LOTUS/policy')).version).toBe(version)
  })

  it.each([
    [
      { shares: { like_new: 50, very_good: 85, good: 60, acceptable: 40, unsellable: 0 } },
      'shares.very_good',
    ],
    [{ routes: ['restock'] }, 'routes'],
    [{ currency: 'XQQ' }, 'currency'],
    [{ rates: { EUR: '0' } }, 'rates.EUR'],
  ])('is refused with %j', async (wrong, field) => {
    const { policy, version } = await ada.read<SellerPolicy>('/api/sellers/LOTUS/policy')
    const body = { version, policy: { ...bare(policy), ...wrong }, targets: NO_OWN }
    const answer = await put(ada, '/api/sellers/LOTUS/policy', body)
    expect(problem(answer)).toEqual([422, 'policy_wrong'])
    expect(answer.json<{ detail: string }>().detail).toContain(field)
  })

  it('is read by its seller without names, and by no other; a supervisor only looks', async () => {
    const own = await lotus.read<SellerPolicy>('/api/sellers/LOTUS/policy')
    expect(own).toMatchObject({ version: 2, changedBy: null, changedAt: expect.stringMatching(/Z$/) })
    expect(problem(await lotus.get('/api/sellers/NORTHSTAR/policy'))).toEqual([404, 'seller_unknown'])
    const body = { version: 2, policy: bare(own.policy), targets: NO_OWN }
    expect(problem(await put(sven, '/api/sellers/LOTUS/policy', body))).toEqual([403, 'admin_only'])
  })

  it('leaves a decision the sum that it was made with', async () => {
    const unit = plate(41)
    await otto.did(
      ...[receive('T6000'), register('T6000', unit, 'MUG'), inspect(unit)].map((one) => wire(one)),
    )
    await otto.did(wire(classify(unit, 'restock')))
    const { policy, version } = await ada.read<SellerPolicy>('/api/sellers/LOTUS/policy')
    const cheaper = { ...bare(policy), shares: { ...policy.shares, like_new: 90 } }
    await put(ada, '/api/sellers/LOTUS/policy', { version, policy: cheaper, targets: NO_OWN })
    const { decision } = await otto.read<UnitView>(`/api/units/${unit}`)
    expect(decision?.suggested).toMatchObject({ policyVersion: version, currency: 'USD' })
    const lines = decision?.suggested?.arithmetic ?? []
    expect(lines[0]).toMatchObject({ item: 'value', grade: 'like_new' })
    expect(lines.reduce((sum, line) => sum + line.minor, 0)).toBe(decision?.suggested?.recoveredMinor)
  })
})

describe('time targets', () => {
  const board = () => sven.read<PipelineBoard>('/api/boards/pipeline')
  const targetOf = async (clock: string) =>
    (await board()).clocks.byClock.find((one) => one.clock === clock)?.targetSeconds

  it('of the warehouse are what boards count by, at once', async () => {
    await otto.did(wire(receive('T2000')))
    expect(await targetOf('register')).toBe(4 * 3600)
    expect((await board()).clocks.next.find((one) => one.key === 'T2000')?.leftSeconds).toBeGreaterThan(
      3 * 3600,
    )
    const targets = { register: 1800, decide: 7200, shelve: 3600 }
    const kept = await put(ada, '/api/warehouse', { targets })
    expect(kept.json()).toMatchObject({ code: 'LAX1', targets })
    expect(await targetOf('register')).toBe(1800)
    const { clocks } = await board()
    expect(clocks.breaking.count).toBeGreaterThan(0)
    expect(clocks.breaking.nextSeconds).toBeLessThanOrEqual(1800)
    expect(clocks.next.find((one) => one.key === 'T2000')?.leftSeconds).toBeLessThanOrEqual(1800)
  })

  it('of a seller’s contract hold for its goods alone', async () => {
    const { policy, version } = await ada.read<SellerPolicy>('/api/sellers/NORTHSTAR/policy')
    const targets = { ...NO_OWN, register: 36_000 }
    await put(ada, '/api/sellers/NORTHSTAR/policy', { version, policy: bare(policy), targets })
    await otto.did(wire(receive('T1000')))
    const { clocks } = await board()
    const leftOf = (key: string) => clocks.next.find((one) => one.key === key)?.leftSeconds ?? 0
    expect(leftOf('T2000')).toBeGreaterThan(9 * 3600)
    expect(leftOf('T1000')).toBeLessThanOrEqual(1800)
    expect((await ada.read<SellerPolicy>('/api/sellers/NORTHSTAR/policy')).version).toBe(version)
  })

  it('are an admin’s, and no less than a minute', async () => {
    const targets = { register: 59, decide: 7200, shelve: 3600 }
    expect((await put(ada, '/api/warehouse', { targets })).statusCode).toBe(400)
    expect(problem(await put(sven, '/api/warehouse', { name: 'X' }))).toEqual([403, 'admin_only'])
  })
})

describe('the warehouse', () => {
  it('gets another name and clock, and keeps what is not said', async () => {
    await put(ada, '/api/warehouse', { name: ' Reno 2 ', timeZone: 'America/Phoenix' })
    const house = await otto.read<WarehouseItem>('/api/warehouse')
    expect(house).toMatchObject({ name: 'Reno 2', timeZone: 'America/Phoenix', currency: 'USD' })
    const { items } = await changes('?kind=warehouse')
    expect(items[0]).toMatchObject({ before: { name: 'Los Angeles 1' }, after: { name: 'Reno 2' } })
  })

  it.each([
    [{ timeZone: 'Mars/Olympus' }, 'time_zone_unknown'],
    [{ currency: 'XQQ' }, 'currency_unknown'],
    [{ name: '  ' }, 'warehouse_name_missing'],
  ])('is refused as %j', async (wrong, code) => {
    expect(problem(await put(ada, '/api/warehouse', wrong))).toEqual([422, code])
  })
})

const listOf = async (category: string) =>
  (await sven.read<ChecklistsAnswer>('/api/checklists')).items.find((one) => one.category === category)
const asked = (list: ChecklistRow | undefined) => {
  if (!list) throw new Error('there is no such checklist')
  const { version, checks, requiredAngles } = list
  return { version, checks, requiredAngles }
}
const FELT = {
  check: 'felt',
  question: { en: 'Is the felt there?' },
  required: true,
  answers: [
    { answer: 'yes', cap: 'like_new', label: { en: 'Yes' } },
    { answer: 'no', cap: 'acceptable', label: { en: 'No' } },
  ],
}

describe('a checklist', () => {
  it('changes by versions: the next inspection is asked the new one, the one before keeps its own', async () => {
    const [first, second] = [plate(51), plate(52)]
    await otto.did(
      ...[receive('T9000'), register('T9000', first, null), register('T9000', second, null)].map((one) =>
        wire(one),
      ),
    )
    await otto.did(wire(inspect(first)))
    const before = asked(await listOf('general'))
    const made = await put(sven, '/api/checklists/general', { ...before, checks: [...before.checks, FELT] })
    expect(made.json()).toMatchObject({ version: 2, changedBy: 'SV2001' })

    const [late] = await otto.give(wire(inspect(second)))
    expect(late).toMatchObject({ code: 'answers_missing' })
    const intact = { check: 'intact', answer: 'yes' }
    const { next } = await otto.read<UnitView>(`/api/units/${second}`)
    expect(next.find((one) => one.command === 'InspectUnit')).toMatchObject({
      checklistUsed: { category: 'general', version: 2 },
    })
    const answers = [intact, { check: 'felt', answer: 'no' }]
    await otto.did(wire({ ...inspect(second), answers, grade: 'acceptable' } as ReturnType<typeof inspect>))

    const was = await otto.read<UnitView>(`/api/units/${first}`)
    expect(was.inspection?.checklist).toEqual({ category: 'general', version: 1 })
    expect(was.askedBy?.checks.map((one) => one.check)).toEqual(['intact'])
    const is = await otto.read<UnitView>(`/api/units/${second}`)
    expect(is.inspection?.checklist).toEqual({ category: 'general', version: 2 })
    expect(is.askedBy?.checks.map((one) => one.check)).toEqual(['intact', 'felt'])
  })

  it('takes what was done offline by the version before, named or not', async () => {
    const [named, unnamed] = [plate(53), plate(54)]
    await otto.did(
      ...[register('T9000', named, null), register('T9000', unnamed, null)].map((one) => wire(one)),
    )
    const then = { checklist: { category: 'general', version: 1 } }
    await otto.did(wire({ ...inspect(named), ...then, ...EARLIER }))
    await otto.did(wire({ ...inspect(unnamed), ...EARLIER }))
    for (const lpn of [named, unnamed])
      expect((await otto.read<UnitView>(`/api/units/${lpn}`)).inspection?.checklist).toEqual(then.checklist)
  })

  it('takes from whoever was at it when it changed what was asked then; not what was never asked', async () => {
    const lpn = plate(55)
    await otto.did(wire(register('T9000', lpn, null)))
    const by = (version: number) =>
      wire({ ...inspect(lpn), checklist: { category: 'general', version } } as ReturnType<typeof inspect>)
    expect(await otto.give(by(7))).toMatchObject([{ code: 'answers_missing' }])
    await otto.did(by(1))
  })

  it('is told to handhelds with what it was before', async () => {
    const { items } = await otto.read<{
      items: { k: string; category?: string; version?: number; former?: unknown[] }[]
    }>('/api/copy?limit=2000')
    expect(items.find((one) => one.k === 'checklist' && one.category === 'general')).toMatchObject({
      version: 2,
      former: [{ version: 1, until: expect.stringMatching(/Z$/) }],
    })
  })

  it('is read as it was, and is made for a category that has none', async () => {
    const first = await sven.read<ChecklistRow>('/api/checklists/general/versions/1')
    expect(first.checks.map((one) => one.check)).toEqual(['intact'])
    expect((await sven.get('/api/checklists/general/versions/9')).statusCode).toBe(404)
    const body = { ...asked(await listOf('general')), version: 0 }
    expect((await put(sven, '/api/checklists/garden%20tools', body)).json()).toMatchObject({ version: 1 })
    expect(problem(await put(sven, '/api/checklists/garden%20tools', body))).toEqual([
      409,
      'changed_meanwhile',
    ])
  })

  it('that is retired leaves its category to the general one, and only that one stays', async () => {
    const electronics = asked(await listOf('electronics'))
    await put(sven, '/api/checklists/electronics', { ...electronics, retired: true })
    const lpn = plate(56)
    await otto.did(...[register('T1000', lpn, 'LAMP')].map((one) => wire(one)))
    const { next } = await otto.read<UnitView>(`/api/units/${lpn}`)
    expect(next.find((one) => one.command === 'InspectUnit')?.checklistUsed).toEqual({
      category: 'general',
      version: 2,
    })
    const general = asked(await listOf('general'))
    expect(problem(await put(sven, '/api/checklists/general', { ...general, retired: true }))).toEqual([
      422,
      'checklist_wrong',
    ])
  })

  it('is no operator’s to change', async () => {
    const body = asked(await listOf('general'))
    expect(problem(await put(otto, '/api/checklists/general', body))).toEqual([403, 'supervisor_only'])
    expect((await lotus.get('/api/checklists')).statusCode).toBe(403)
  })
})

describe('a badge', () => {
  it('is locked by a supervisor at once: its session ends, and its PIN opens nothing until it is unlocked', async () => {
    const olga = await warehouse.node.as('OP1002')
    expect((await post(sven, '/api/staff/OP1002/lock')).statusCode).toBe(204)
    expect((await olga.get('/api/bins')).statusCode).toBe(401)
    expect(problem(await warehouse.node.signIn({ badge: 'OP1002', pin: '135790' }))).toEqual([423, 'locked'])
    // Whoever does not know the PIN is told no more than ever.
    expect((await warehouse.node.signIn({ badge: 'OP1002', pin: '000000' })).statusCode).toBe(401)
    const { items } = await sven.read<StaffList>('/api/staff')
    expect(items.find((one) => one.badge === 'OP1002')).toMatchObject({ locked: true, lockedBy: 'SV2001' })
    expect((await post(sven, '/api/staff/OP1002/unlock')).statusCode).toBe(204)
    expect((await warehouse.node.signIn({ badge: 'OP1002', pin: '135790' })).statusCode).toBe(200)
  })

  it('of an admin is an admin’s to lock, and nobody’s own', async () => {
    expect(problem(await post(sven, '/api/staff/AD3001/lock'))).toEqual([403, 'admin_only'])
    expect(problem(await post(ada, '/api/staff/AD3001/lock'))).toEqual([422, 'own_badge'])
    expect((await post(otto, '/api/staff/OP1002/lock')).statusCode).toBe(403)
    expect((await post(sven, '/api/staff/OP9999/lock')).statusCode).toBe(404)
  })
})

describe('an admin whom no other admin can help', () => {
  it('gets a PIN from whoever reads the console: once, on record, and signed out where they were', async () => {
    const { db } = warehouse.node
    const { ok, lines } = await recoverPin(db, undefined, hashSecret)
    expect(ok).toBe(true)
    const pin = /new PIN: (\d{8})$/.exec(lines[0] ?? '')?.[1] ?? ''
    expect((await ada.get('/api/bins')).statusCode).toBe(401)
    const answer = await warehouse.node.signIn({ badge: 'AD3001', pin })
    expect(answer.statusCode).toBe(200)
    const { items } = await changes('?kind=staff&key=AD3001')
    expect(items[0]).toMatchObject({ by: 'console', name: null, after: { pin: 'new' } })
    const [cookie] = answer.cookies
    ada = warehouse.node.with(`${cookie?.name}=${cookie?.value}`)
  })

  it('is an admin: nobody else’s PIN is made so', async () => {
    const { ok, lines } = await recoverPin(warehouse.node.db, 'OP1001', hashSecret)
    expect(ok).toBe(false)
    expect(lines.join('\n')).toContain('AD3001  Ada, LAX1')
  })
})

describe('what is on record', () => {
  it('tells of a new PIN that there is one, and nothing of it', async () => {
    const person = { name: 'Olga', role: 'operator', active: true, pin: '864201' }
    await put(ada, '/api/staff/OP1002', person)
    const { items } = await changes('?kind=staff&key=OP1002')
    expect(items[0]).toMatchObject({ by: 'AD3001', before: { pin: 'old' }, after: { pin: 'new' } })
    expect(JSON.stringify(items)).not.toMatch(/argon2|864201/)
  })

  it('is changed by nobody, and read by supervisors', async () => {
    for (const text of ['update set_up_change set by = $1', 'delete from set_up_change where by <> $1'])
      await expect(warehouse.sql(text, ['X'])).rejects.toThrow(/permission denied|append-only/)
    expect((await otto.get('/api/set-up/changes')).statusCode).toBe(403)
    expect((await lotus.get('/api/set-up/changes')).statusCode).toBe(403)
  })

  it('has no line for what is saved as it was, nor for what the floor does', async () => {
    const count = async () => (await changes('?limit=200')).items.length
    const before = await count()
    await put(ada, '/api/staff/OP1002', { name: 'Olga', role: 'operator', active: true })
    await otto.did(wire(receive('T3000')))
    expect(await count()).toBe(before)
  })

  it('comes in pages, the latest first', async () => {
    const first = await changes('?limit=1')
    const next = await changes(`?limit=1&cursor=${first.nextCursor}`)
    expect(next.items[0]?.id).toBeLessThan(first.items[0]?.id ?? 0)
  })
})
