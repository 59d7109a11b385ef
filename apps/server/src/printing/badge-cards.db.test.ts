import { randomUUID } from 'node:crypto'
import type { PrintJob } from '@restow/contracts'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type FakePrinter, openFakePrinter } from '../../../../packages/testkit/src/fake-printer.ts'
import { openWarehouse, type Person, type Warehouse } from '../../../../packages/testkit/src/server.ts'
import { IMPATIENT, jobOf, jobsOf, print, register, until } from './queue.fixture.ts'

let warehouse: Warehouse
let printer: FakePrinter
let otto: Person
let sven: Person
beforeAll(async () => {
  printer = await openFakePrinter()
  warehouse = await openWarehouse({ printing: IMPATIENT })
  otto = await warehouse.node.as('OP1001')
  sven = await warehouse.node.as('SV2001')
  await register(sven, 'CARDS', printer)
})
beforeEach(async () => {
  await warehouse.sql("update staff set active = true where badge = 'OP1002'")
})
afterAll(async () => {
  await warehouse?.close()
  await printer?.close()
})

const labels = [{ kind: 'badge', badge: 'OP1002' }]
const switchedOff = () => warehouse.sql("update staff set active = false where badge = 'OP1002'")
const post = (who: Person, url: string, payload: object) => who.ask({ method: 'POST', url, payload })
const problem = (answer: { statusCode: number; json<T>(): T }) => [
  answer.statusCode,
  answer.json<{ code: string }>().code,
]
const NOT_THEIRS = [403, 'supervisor_only']
const NOBODYS = [422, 'badge_unknown']
const jobs = async () => (await jobsOf(sven, '')).length

describe('a badge card that was printed', () => {
  it('is printed again by a supervisor alone, and by nobody once the badge is switched off', async () => {
    const job = await until(sven, await print(sven, { printer: 'CARDS', labels }), { state: 'printed' })
    const reprint = (who: Person) =>
      post(who, `/api/print-jobs/${job.id}/reprint`, { id: randomUUID(), reason: 'lost' })
    const before = await jobs()
    expect(problem(await reprint(otto))).toEqual(NOT_THEIRS)
    await switchedOff()
    expect(problem(await reprint(sven))).toEqual(NOBODYS)
    expect(await jobs()).toBe(before)
    await warehouse.sql("update staff set active = true where badge = 'OP1002'")
    const again = await reprint(sven)
    await until(sven, again.json<PrintJob>(), { state: 'printed', copy: 2 })
  })

  it('for a browser is fetched by a supervisor alone, and by nobody once the badge is switched off', async () => {
    const { id } = await print(sven, { printer: null, labels })
    const fetched = (who: Person) => who.get(`/api/print-jobs/${id}/labels.pdf`)
    expect(problem(await fetched(otto))).toEqual(NOT_THEIRS)
    expect((await fetched(sven)).headers['content-type']).toBe('application/pdf')
    await switchedOff()
    expect(problem(await fetched(sven))).toEqual(NOBODYS)
  })
})

describe('a badge card of which nobody knows whether it came out', () => {
  const unsure = async () => {
    printer.fail({ kind: 'cut before the answer' })
    return until(sven, await print(sven, { printer: 'CARDS', labels }), { state: 'maybe_printed' })
  }
  const confirm = (who: Person, { id }: PrintJob, more: object) =>
    post(who, `/api/print-jobs/${id}/confirm`, { printed: 'no', ...more })

  it('is printed again on a supervisor’s word, while the badge is in use', async () => {
    const job = await unsure()
    const again = randomUUID()
    expect(problem(await confirm(otto, job, { again }))).toEqual(NOT_THEIRS)
    await switchedOff()
    expect(problem(await confirm(sven, job, { again }))).toEqual(NOBODYS)
    expect(await jobOf(sven, job)).toMatchObject({ state: 'maybe_printed', answer: null })
    await warehouse.sql("update staff set active = true where badge = 'OP1002'")
    expect((await confirm(sven, job, { again })).statusCode).toBe(200)
    await until(sven, { id: again }, { state: 'printed' })
  })

  it('is said not to have come out by whoever looked, which prints nothing', async () => {
    const job = await unsure()
    const before = await jobs()
    expect((await confirm(otto, job, {})).json()).toMatchObject({ state: 'failed', answer: { by: 'OP1001' } })
    expect(await jobs()).toBe(before)
  })
})
