import { randomUUID } from 'node:crypto'
import type { HeartbeatAnswer, PrinterItem } from '@restow/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plate } from '../../../../packages/testkit/src/builders.ts'
import { type FakePrinter, openFakePrinter } from '../../../../packages/testkit/src/fake-printer.ts'
import { openWarehouse, type Person, type Warehouse } from '../../../../packages/testkit/src/server.ts'
import { addJob } from './print-jobs.queries.ts'
import { IMPATIENT, jobsOf, plateLabel, print, register, until } from './queue.fixture.ts'

let warehouse: Warehouse
let printer: FakePrinter
let otto: Person
let sven: Person
let lotus: Person
/** A server that reaches what an ordinary one does. */
let strict: Person
beforeAll(async () => {
  printer = await openFakePrinter()
  warehouse = await openWarehouse({ printing: IMPATIENT })
  const ordinary = await warehouse.addNode({ printing: { pace: { ...IMPATIENT.pace, pollMs: 60_000 } } })
  otto = await warehouse.node.as('OP1001')
  sven = await warehouse.node.as('SV2001')
  lotus = await warehouse.node.as('lotus@test.restow')
  strict = await ordinary.as('SV2001')
})
afterAll(async () => {
  await warehouse?.close()
  await printer?.close()
})

const add = (who: Person, more: object = {}) =>
  who.ask({
    method: 'POST',
    url: '/api/printers',
    payload: { code: 'X-1', name: 'X', language: 'zpl', dpi: 203, host: '192.0.2.9', port: 9100, ...more },
  })
const change = (who: Person, code: string, payload: object) =>
  who.ask({ method: 'PATCH', url: `/api/printers/${code}`, payload })
const remove = (who: Person, code: string) => who.ask({ method: 'DELETE', url: `/api/printers/${code}` })
const problem = (answer: { statusCode: number; json<T>(): T }) => [
  answer.statusCode,
  answer.json<{ code: string }>().code,
]

describe('a printer', () => {
  it('is added, changed and taken off the register by a supervisor, and seen by all of the staff', async () => {
    const added = await register(sven, 'DOCK-1', printer, {
      place: 'By door 3',
      sizes: { any: '50x25' },
      speed: 4,
    })
    expect(added).toMatchObject({
      ...{
        code: 'DOCK-1',
        scan: '.P.DOCK-1',
        way: 'tcp',
        tells: true,
        orientation: 'landscape',
        trouble: null,
      },
      ...{ waiting: 0, unsure: 0, sizes: { any: '50x25' }, speed: 4, place: 'By door 3' },
    })
    expect((await change(sven, 'DOCK-1', { name: 'Dock one', speed: null })).json()).toEqual({
      ...added,
      name: 'Dock one',
      speed: null,
    })
    expect(await otto.read('/api/printers/DOCK-1')).toMatchObject({ name: 'Dock one' })
    expect((await otto.read<{ items: PrinterItem[] }>('/api/printers')).items.map((p) => p.code)).toContain(
      'DOCK-1',
    )
    expect((await remove(sven, 'DOCK-1')).statusCode).toBe(204)
    expect(problem(await otto.get('/api/printers/DOCK-1'))).toEqual([404, 'not_found'])
    expect(await register(sven, 'DOCK-1', printer)).toMatchObject({ name: 'DOCK-1', place: null })
  })

  it('is no operator’s to set up, and none of a seller’s business', async () => {
    expect(problem(await add(otto))).toEqual([403, 'supervisor_only'])
    expect(problem(await change(otto, 'DOCK-1', { port: 9101 }))).toEqual([403, 'supervisor_only'])
    expect(problem(await remove(otto, 'DOCK-1'))).toEqual([403, 'supervisor_only'])
    for (const url of ['/api/printers', '/api/print-jobs', '/api/printers/DOCK-1', '/api/print-agents'])
      expect((await lotus.get(url)).statusCode, url).toBe(403)
  })

  it('has a code that is its own, and that a scanner gives back', async () => {
    expect(problem(await add(sven, { code: 'DOCK-1' }))).toEqual([409, 'printer_exists'])
    for (const code of ['dock', '-1', 'A B', 'Ä', ''])
      expect((await add(sven, { code })).statusCode, code).toBe(400)
  })

  it('stays on the register while labels wait for it', async () => {
    await register(sven, 'BUSY-1', printer)
    printer.pause(true)
    const job = await print(otto, { printer: 'BUSY-1', labels: [plateLabel(plate(1))] })
    expect(problem(await remove(sven, 'BUSY-1'))).toEqual([409, 'printer_has_jobs'])
    printer.pause(false)
    await until(otto, job, { state: 'printed' })
    expect((await remove(sven, 'BUSY-1')).statusCode).toBe(204)
    expect(await jobsOf(otto, 'printer=BUSY-1')).toMatchObject([{ id: job.id, printer: { code: 'BUSY-1' } }])
  })

  it('for which labels are asked at the very moment that it is taken off stays there', async () => {
    await register(sven, 'RACE', printer)
    printer.pause(true)
    const id = randomUUID()
    const answer = await warehouse.node.db.together(async (_, on) => {
      const none = { lpns: [], deviceId: null, reason: null, note: null, ofJob: null }
      const labels = [{ kind: 'plate', lpn: plate(1) }] as const
      const job = {
        id,
        warehouse: 'LAX1',
        printer: 'RACE',
        labels,
        total: 1,
        by: 'OP1001',
        content: Buffer.of(1),
        ...none,
      }
      expect(await addJob(on, job)).toBe(true)
      const removing = remove(sven, 'RACE')
      const waits =
        "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
      await expect.poll(() => warehouse.sql(waits), { timeout: 20_000, interval: 10 }).toHaveLength(1)
      return { removing }
    })
    expect(problem(await answer.removing)).toEqual([409, 'printer_has_jobs'])
    printer.pause(false)
    await until(otto, { id }, { state: 'printed' })
    expect((await remove(sven, 'RACE')).statusCode).toBe(204)
  })

  it('prints its own label as a test, which is what devices scan', async () => {
    const test = (id: string) =>
      sven.ask({ method: 'POST', url: '/api/printers/DOCK-1/test', payload: { id } })
    const id = randomUUID()
    expect([(await test(id)).statusCode, (await test(id)).statusCode]).toEqual([200, 200])
    await until(otto, { id }, { state: 'printed' })
    expect(printer.printed.filter((text) => text === '.P.DOCK-1')).toHaveLength(1)
  })

  it('that an agent reached comes back as one that the server reaches, and the other way round', async () => {
    const agent = async (name: string) =>
      (await sven.ask({ method: 'POST', url: '/api/print-agents', payload: { name } })).json<{ id: string }>()
        .id
    await register(sven, 'MOVES', printer, { agent: await agent('Annex') })
    await remove(sven, 'MOVES')
    expect(await register(sven, 'MOVES', printer)).toMatchObject({ way: 'tcp', agent: null })
    await remove(sven, 'MOVES')
    const other = await agent('Barn')
    expect(await register(sven, 'MOVES', printer, { agent: other })).toMatchObject({
      way: 'agent',
      agent: other,
    })
    await remove(sven, 'MOVES')
  })
})

describe('a printer’s address', () => {
  it('is at a printer’s port', async () => {
    for (const port of [22, 80, 5432, 8080, 9099, 9110])
      expect(problem(await add(strict, { port })), `${port}`).toEqual([422, 'printer_port'])
    expect((await add(strict, { code: 'ZEBRA', port: 6101 })).statusCode).toBe(200)
  })

  it('is neither this machine’s nor one that only machines use among themselves', async () => {
    const hosts = [
      '127.0.0.1',
      '127.9.9.9',
      '::1',
      'localhost',
      '0.0.0.0',
      '169.254.169.254',
      'fe80::1',
      '224.0.0.1',
    ]
    for (const host of [...hosts, '::ffff:127.0.0.1', '::'])
      expect(problem(await add(strict, { host })), host).toEqual([422, 'printer_address'])
    for (const host of ['http://x', 'user@host', 'a b', 'host/path', '']) {
      expect((await add(strict, { host })).statusCode, host).toBe(400)
    }
    expect(problem(await change(strict, 'ZEBRA', { host: '127.0.0.1' }))).toEqual([422, 'printer_address'])
    await remove(strict, 'ZEBRA')
  })
})

describe('a device’s printer', () => {
  const url = '/api/devices/handheld-1/printer'
  const set = (who: Person, code: string | null) =>
    who.ask({ method: 'PUT', url, payload: { printer: code } })
  const beat = async () => {
    const payload = { deviceId: 'handheld-1', appVersion: '0.1.0', unsent: 0, refused: 0 }
    const answer = await otto.ask({ method: 'POST', url: '/api/devices/heartbeat', payload })
    return answer.json<HeartbeatAnswer>().device.printer
  }

  it('is set by scanning the printer’s code, and labels come out there', async () => {
    expect(await otto.read(url)).toMatchObject({ printer: null })
    const dock = { code: 'DOCK-1', name: 'DOCK-1', trouble: null }
    expect((await set(otto, '.P.DOCK-1')).json()).toMatchObject({ printer: dock })
    expect(await beat()).toEqual(dock)
    const job = await print(otto, { labels: [plateLabel(plate(2))], deviceId: 'handheld-1' })
    expect(job.printer).toEqual({ code: 'DOCK-1', name: 'DOCK-1' })
    await until(otto, job, { state: 'printed' })
    const browsers = await print(otto, {
      printer: null,
      labels: [plateLabel(plate(2))],
      deviceId: 'handheld-1',
    })
    expect(browsers).toMatchObject({ printer: null, state: 'sent' })
  })

  it('is known by what is scanned off it, and so is a printer that is not there', async () => {
    const scan = (code: string) => otto.read(`/api/scan?code=${code}`)
    expect(await scan('.P.DOCK-1')).toMatchObject({
      kind: 'printer',
      printer: { code: 'DOCK-1', name: 'DOCK-1' },
      next: [],
    })
    const unknown = await scan('.P.NOWHERE')
    expect(unknown).toMatchObject({ kind: 'printer', next: [] })
    expect(unknown).not.toHaveProperty('printer')
  })

  it('is none that is not there, and no longer one once that is off the register', async () => {
    expect(problem(await set(otto, '.P.NOWHERE'))).toEqual([422, 'printer_unknown'])
    expect((await set(otto, '.R.PHOTO')).statusCode).toBe(400)
    await register(sven, 'GOES', printer)
    await set(otto, 'GOES')
    await remove(sven, 'GOES')
    await register(sven, 'GOES', printer)
    expect(await otto.read(url)).toMatchObject({ printer: null })
    expect((await set(otto, null)).json()).toMatchObject({ printer: null })
    expect(await beat()).toBeNull()
  })

  it('stays where it stands when its device goes to another warehouse, and is not its own when it comes back', async () => {
    await set(otto, 'DOCK-1')
    await warehouse.sql(
      "insert into warehouse values ('BER1', 'Berlin', 'Europe/Berlin', 'EUR') on conflict do nothing",
    )
    const work = (at: string) =>
      warehouse.sql('update staff set warehouse = $1 where badge = $2', [at, 'OP1001'])
    expect(await beat()).toMatchObject({ code: 'DOCK-1' })
    await work('BER1')
    expect(await beat()).toBeNull()
    await work('LAX1')
    expect(await beat()).toBeNull()
    expect(await otto.read(url)).toEqual({ printer: null })
  })

  it('is none of a device of another warehouse', async () => {
    await warehouse.sql("update device set warehouse = 'BER1' where device_id = 'handheld-1'")
    expect(problem(await set(otto, 'DOCK-1'))).toEqual([404, 'not_found'])
  })
})
