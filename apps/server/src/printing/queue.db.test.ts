import { randomUUID } from 'node:crypto'
import type { PrintJob } from '@restow/contracts'
import { LabelProblem } from '@restow/labels'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { plate } from '../../../../packages/testkit/src/builders.ts'
import { command } from '../../../../packages/testkit/src/commands.ts'
import { type FakePrinter, openFakePrinter } from '../../../../packages/testkit/src/fake-printer.ts'
import { BINS, openWarehouse, type Person, type Warehouse } from '../../../../packages/testkit/src/server.ts'
import { IMPATIENT, jobOf, jobsOf, plateLabel, print, register, until } from './queue.fixture.ts'

let warehouse: Warehouse
let otto: Person
let sven: Person
const printers: FakePrinter[] = []
let number = 0
beforeAll(async () => {
  const draw: typeof IMPATIENT.draw = (labels, media) => {
    if (labels.some((l) => l.kind === 'shelf' && l.code === BINS.small))
      throw new LabelProblem('code_too_long', { text: BINS.small, size: '50x25', fits: ['100x50'] })
    return IMPATIENT.draw(labels, media)
  }
  warehouse = await openWarehouse({ printing: { ...IMPATIENT, draw } })
  otto = await warehouse.node.as('OP1001')
  sven = await warehouse.node.as('SV2001')
})
afterEach(async () => {
  for (const printer of printers.splice(0)) await printer.close().catch(() => {})
})
afterAll(() => warehouse?.close())

/** A printer of its own for one test. */
async function open(options: { labelMs?: number } = {}) {
  const printer = await openFakePrinter(options)
  printers.push(printer)
  const code = `P-${++number}`
  await register(sven, code, printer)
  return { printer, code }
}
const post = (who: Person, url: string, payload: object = {}) => who.ask({ method: 'POST', url, payload })
const problem = (answer: { statusCode: number; json<T>(): T }) => [
  answer.statusCode,
  answer.json<{ code: string }>().code,
]
const plates = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => plateLabel(plate(from + i)))
const lpns = (from: number, to: number) => plates(from, to).map(({ lpn }) => lpn)

describe('a print', () => {
  it('comes out of its printer and is on record: who, what, where, and that it was seen to be printed', async () => {
    const { printer, code } = await open()
    const asked = await print(otto, { printer: code, labels: [plateLabel(plate(1), 2)], deviceId: 'dock' })
    expect(asked).toMatchObject({ total: 2, attempts: expect.any(Number) })
    const job = await until(otto, asked, { state: 'printed' })
    expect(printer.printed).toEqual([plate(1), plate(1)])
    expect(job).toMatchObject({
      printer: { code, name: code },
      labels: [{ kind: 'plate', key: plate(1), copies: 2 }],
      ...{ askedBy: 'OP1001', deviceId: 'dock', confirmed: 2, copy: 1, trouble: null },
    })
  })

  it('asked for twice under one id is printed once; other labels under that id are refused', async () => {
    const { printer, code } = await open()
    const payload = { id: randomUUID(), printer: code, labels: plates(2, 2) }
    const [first, second] = await Promise.all([print(otto, payload), print(otto, payload)])
    expect(second.id).toBe(first.id)
    await until(otto, first, { state: 'printed' })
    expect((await print(otto, payload)).state).toBe('printed')
    expect(printer.printed).toEqual([plate(2)])
    const other = { ...payload, labels: plates(3, 3) }
    expect(problem(await post(otto, '/api/print-jobs', other))).toEqual([409, 'print_job_differs'])
    expect(problem(await post(sven, '/api/print-jobs', payload))).toEqual([409, 'print_job_differs'])
  })

  it('of what cannot be printed is refused when it is asked for', async () => {
    const { code } = await open()
    const ask = (payload: object) =>
      post(otto, '/api/print-jobs', { id: randomUUID(), printer: code, ...payload })
    expect(problem(await ask({ labels: [plateLabel('RU0000000018')] }))).toEqual([422, 'plate_check_digit'])
    expect(problem(await ask({ labels: plates(4, 4), printer: 'NOWHERE' }))).toEqual([422, 'printer_unknown'])
    expect(problem(await ask({ labels: [{ kind: 'badge', badge: 'OP1001' }] }))).toEqual([
      403,
      'supervisor_only',
    ])
    expect((await ask({ labels: [] })).statusCode).toBe(400)
    expect(await jobsOf(otto, `printer=${code}`)).toEqual([])
  })

  it('that cannot be drawn for its printer fails with its reason, and those behind it go on', async () => {
    const { printer, code } = await open()
    const bad = await print(otto, { printer: code, labels: [{ kind: 'shelf', bin: BINS.small }] })
    const good = await print(otto, { printer: code, labels: plates(5, 5) })
    await until(otto, good, { state: 'printed' })
    expect(await jobOf(otto, bad)).toMatchObject({
      state: 'failed',
      trouble: 'not_drawn',
      words: `The code ${BINS.small} is too long to be scanned off 50x25. It can be printed on 100x50. (code_too_long)`,
    })
    expect(printer.printed).toEqual([plate(5)])
  })
})

describe('a queue', () => {
  it('is emptied in strict order, also past what has to be tried again', async () => {
    const { printer, code } = await open()
    printer.load(0)
    const jobs: PrintJob[] = []
    for (let n = 10; n < 30; n++) jobs.push(await print(otto, { printer: code, labels: plates(n, n) }))
    await until(otto, jobs[0] as PrintJob, { state: 'queued', trouble: 'paper_out' })
    printer.load(1000)
    await until(otto, jobs.at(-1) as PrintJob, { state: 'printed' })
    expect(printer.printed).toEqual(lpns(10, 29))
  })

  it('that is stuck holds up no other printer, and says what is in its way', async () => {
    const [stuck, well] = [await open(), await open()]
    stuck.printer.openHead(true)
    const waits = await print(otto, { printer: stuck.code, labels: plates(30, 30) })
    await until(otto, waits, { trouble: 'head_open' })
    await until(otto, await print(otto, { printer: well.code, labels: plates(31, 31) }), { state: 'printed' })
    expect(await sven.read(`/api/printers/${stuck.code}`)).toMatchObject({ trouble: 'head_open', waiting: 1 })
    stuck.printer.openHead(false)
    await until(otto, waits, { state: 'printed', trouble: null })
    expect(await sven.read(`/api/printers/${stuck.code}`)).toMatchObject({ trouble: null, waiting: 0 })
  })

  it('whose printer runs out of paper under 60 labels goes on by itself, and prints each once', async () => {
    const { printer, code } = await open({ labelMs: 1 })
    printer.load(40)
    const job = await print(otto, { printer: code, labels: plates(100, 159) })
    await until(otto, job, { state: 'sending', trouble: 'paper_out', confirmed: 25 })
    printer.load(1000)
    await until(otto, job, { state: 'printed', confirmed: 60, trouble: null })
    expect(printer.printed).toEqual(lpns(100, 159))
  })

  it('of a printer that is switched off waits for it', async () => {
    const { printer, code } = await open()
    await printer.unplug()
    const job = await print(otto, { printer: code, labels: plates(32, 32) })
    await until(otto, job, { state: 'queued', trouble: 'refused' })
    await printer.plugIn()
    await until(otto, job, { state: 'printed', trouble: null })
  })

  it('is shared by two servers, and still each label comes out once and in order', async () => {
    const { printer, code } = await open()
    const other = await warehouse.addNode({ printing: IMPATIENT })
    const olga = await other.as('OP1002')
    const jobs: PrintJob[] = []
    for (let n = 200; n < 260; n++)
      jobs.push(await print(n % 2 ? otto : olga, { printer: code, labels: plates(n, n) }))
    await until(otto, jobs.at(-1) as PrintJob, { state: 'printed' })
    expect(printer.printed).toEqual(lpns(200, 259))
  })
})

describe('a line that breaks after bytes have left', () => {
  const broken = async () => {
    const { printer, code } = await open()
    printer.fail({ kind: 'cut before the answer' })
    const job = await print(otto, { printer: code, labels: plates(40, 40) })
    const next = await print(otto, { printer: code, labels: plates(41, 41) })
    await until(otto, next, { state: 'printed' })
    expect(await jobOf(otto, job)).toMatchObject({ state: 'maybe_printed', trouble: 'cut', confirmed: 0 })
    return { printer, code, job }
  }

  it('leaves the print in doubt until somebody has looked, and the next ones go on', async () => {
    const { printer, code, job } = await broken()
    expect(await sven.read(`/api/printers/${code}`)).toMatchObject({ unsure: 1 })
    const confirm = (who: Person, printed: string) =>
      post(who, `/api/print-jobs/${job.id}/confirm`, { printed, again: randomUUID() })
    expect((await confirm(otto, 'yes')).json()).toMatchObject({
      ...{ state: 'printed', confirmed: 1 },
      answer: { printed: true, by: 'OP1001' },
    })
    expect(problem(await confirm(sven, 'no'))).toEqual([409, 'print_answered'])
    expect(printer.printed).toEqual([plate(40), plate(41)])
  })

  it('is printed again on a person’s word, once however often that is sent', async () => {
    const { printer, job } = await broken()
    const again = randomUUID()
    const word = () => post(otto, `/api/print-jobs/${job.id}/confirm`, { printed: 'no', again })
    expect((await word()).json()).toMatchObject({ state: 'failed', answer: { printed: false } })
    expect((await word()).statusCode).toBe(200)
    const second = await until(otto, { id: again }, { state: 'printed' })
    expect(second).toMatchObject({ reason: 'not_printed', ofJob: job.id, copy: 2 })
    expect(printer.printed).toEqual([plate(40), plate(41), plate(40)])
  })

  it('within many labels leaves only those in doubt that were on their way', async () => {
    const { printer, code } = await open()
    printer.fail({ kind: 'none' }, { kind: 'cut', after: 200 })
    const job = await print(otto, { printer: code, labels: plates(300, 369) })
    await until(otto, job, { state: 'maybe_printed', confirmed: 25 })
    expect(printer.printed.length).toBe(29)
    const again = randomUUID()
    await post(otto, `/api/print-jobs/${job.id}/confirm`, { printed: 'no', again })
    await until(otto, { id: again }, { state: 'printed', total: 45 })
    expect([...new Set(printer.printed)].sort()).toEqual(lpns(300, 369).sort())
    expect(printer.printed.slice(0, 25)).toEqual(lpns(300, 324))
  })
})

describe('a server that dies while it prints', () => {
  /** A job that a dead server holds, as it left it. */
  const leftBehind = async (code: string, n: number, outAt: string | null) => {
    await warehouse.sql('update printer set retry_at = $2 where code = $1', [code, '2126-01-01'])
    const job = await print(otto, { printer: code, labels: plates(n, n) })
    const dead = randomUUID()
    await warehouse.sql(
      "update print_job set state = 'sending', attempt = $2, out_at = $3, out_count = 1 where id = $1",
      [job.id, dead, outAt],
    )
    await warehouse.sql(
      "update printer set retry_at = null, held_by = $2, held_until = now() + interval '0.3 s' where code = $1",
      [code, dead],
    )
    return job
  }

  it('before a byte left: another one prints it', async () => {
    const { printer, code } = await open()
    await until(otto, await leftBehind(code, 50, null), { state: 'printed' })
    expect(printer.printed).toEqual([plate(50)])
  })

  it('after a byte may have left: it is in doubt, and is not sent again', async () => {
    const { printer, code } = await open()
    const job = await leftBehind(code, 51, new Date().toISOString())
    const next = await print(otto, { printer: code, labels: plates(52, 52) })
    await until(otto, next, { state: 'printed' })
    expect(await jobOf(otto, job)).toMatchObject({ state: 'maybe_printed', trouble: 'sender_gone' })
    expect(printer.printed).toEqual([plate(52)])
  })
})

describe('cancelling', () => {
  it('takes a print out of the queue, for good', async () => {
    const { printer, code } = await open()
    printer.pause(true)
    const [first, second] = [
      await print(otto, { printer: code, labels: plates(60, 60) }),
      await print(otto, { printer: code, labels: plates(61, 61) }),
    ]
    const cancel = () => post(otto, `/api/print-jobs/${second.id}/cancel`)
    expect((await cancel()).json()).toMatchObject({ state: 'cancelled', cancelledBy: 'OP1001' })
    expect((await cancel()).statusCode).toBe(200)
    printer.pause(false)
    await until(otto, first, { state: 'printed' })
    expect(printer.printed).toEqual([plate(60)])
    expect(problem(await post(otto, `/api/print-jobs/${first.id}/cancel`))).toEqual([409, 'print_is_over'])
    expect((await post(otto, `/api/print-jobs/${randomUUID()}/cancel`)).statusCode).toBe(404)
  })

  it('what is in the printer already lets that come out, and nothing of the rest', async () => {
    const { printer, code } = await open()
    printer.load(30)
    const job = await print(otto, { printer: code, labels: plates(400, 469) })
    await until(otto, job, { trouble: 'paper_out', confirmed: 25 })
    expect((await post(otto, `/api/print-jobs/${job.id}/cancel`)).json()).toMatchObject({ state: 'sending' })
    printer.load(1000)
    await until(otto, job, { state: 'cancelled', confirmed: 50 })
    expect(printer.printed).toEqual(lpns(400, 449))
  })
})

describe('printing again', () => {
  it('says why, is numbered, and is found under the unit’s plate, whichever it had then', async () => {
    const { code } = await open()
    const first = await print(otto, { printer: code, labels: plates(70, 70) })
    await until(otto, first, { state: 'printed' })
    const reprint = (of: string, reason: string) =>
      post(sven, `/api/print-jobs/${of}/reprint`, { id: randomUUID(), reason, note: 'By the belt' })
    const second = (await reprint(first.id, 'smudged')).json<PrintJob>()
    expect(second).toMatchObject({
      copy: 2,
      reason: 'smudged',
      note: 'By the belt',
      ofJob: first.id,
      askedBy: 'SV2001',
    })
    await until(otto, second, { state: 'printed' })
    expect((await reprint(second.id, 'lost')).json()).toMatchObject({ copy: 3, ofJob: second.id })
    expect((await jobsOf(otto, `lpn=${plate(70)}`)).map((j) => j.copy)).toEqual([3, 2, 1])
    expect((await reprint(first.id, 'bored')).statusCode).toBe(400)
    await otto.did(
      command('ReceiveParcel', { tracking: 'T9000', condition: 'intact' }),
      command('RegisterUnit', { parcel: 'T9000', lpn: plate(70), product: null, quantity: 1 }),
      command('ReplacePlate', { lpn: plate(70), newLpn: plate(72) }),
    )
    await print(otto, { printer: code, labels: plates(72, 72), reason: 'relabelled' })
    for (const lpn of lpns(70, 70).concat(lpns(72, 72))) {
      expect((await jobsOf(otto, `lpn=${lpn}`)).map((j) => j.labels[0]?.key)).toEqual([
        plate(72),
        ...Array(3).fill(plate(70)),
      ])
      expect(await otto.read(`/api/units/${lpn}`)).toMatchObject({ lpn: plate(72), formerLpns: [plate(70)] })
    }
  })

  it('waits for what is still to come', async () => {
    const { printer, code } = await open()
    printer.pause(true)
    const job = await print(otto, { printer: code, labels: plates(71, 71) })
    const again = { id: randomUUID(), reason: 'lost' }
    expect(problem(await post(otto, `/api/print-jobs/${job.id}/reprint`, again))).toEqual([
      409,
      'print_not_over',
    ])
  })
})

describe('without a printer', () => {
  it('labels are for the browser’s print dialog, and on record all the same', async () => {
    const job = await print(otto, {
      labels: [...plates(80, 80), { kind: 'shelf', bin: BINS.dock }],
      deviceId: 'none',
    })
    expect(job).toMatchObject({ state: 'sent', printer: null, total: 2 })
    const file = await otto.get(`/api/print-jobs/${job.id}/labels.pdf`)
    expect([file.statusCode, file.headers['content-type']]).toEqual([200, 'application/pdf'])
    expect(file.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('a printer’s labels are no browser’s to print', async () => {
    const { printer, code } = await open()
    printer.pause(true)
    const job = await print(otto, { printer: code, labels: plates(81, 81) })
    expect(problem(await otto.get(`/api/print-jobs/${job.id}/labels.pdf`))).toEqual([
      409,
      'print_is_a_printers',
    ])
  })
})

describe('what is on record', () => {
  it('is changed and removed by nobody, and what was over does not begin again', async () => {
    const { code } = await open()
    const job = await until(otto, await print(otto, { printer: code, labels: plates(90, 90) }), {
      state: 'printed',
    })
    const staff = warehouse.node.db.staff
    for (const change of [
      "asked_by = 'OP1002'",
      "state = 'queued'",
      'confirmed = 0',
      'total = 2',
      "labels = '[]'",
    ])
      await expect(
        staff.query(`update print_job set ${change} where id = $1`, [job.id]),
        change,
      ).rejects.toThrow('on record')
    await expect(staff.query('delete from print_job where id = $1', [job.id])).rejects.toThrow(
      'permission denied',
    )
    await expect(warehouse.sql('delete from print_job where id = $1', [job.id])).rejects.toThrow(
      'append-only',
    )
    await expect(warehouse.sql('truncate print_job')).rejects.toThrow('append-only')
  })

  it('is listed a page at a time, of a printer and of a state, and no other warehouse’s', async () => {
    const { printer, code } = await open()
    printer.pause(true)
    const ids: string[] = []
    for (let n = 500; n < 505; n++) ids.push((await print(otto, { printer: code, labels: plates(n, n) })).id)
    const seen: string[] = []
    for (let cursor = ''; ; ) {
      const url = `/api/print-jobs?printer=${code}&state=queued&limit=2${cursor && `&cursor=${cursor}`}`
      const page = await otto.read<{ items: PrintJob[]; nextCursor: string | null }>(url)
      seen.push(...page.items.map((j) => j.id))
      if (page.nextCursor === null) break
      cursor = page.nextCursor
    }
    // The head of the queue may just be with its printer, which says that it pauses.
    expect(seen.length).toBeGreaterThanOrEqual(4)
    expect(seen).toEqual(ids.reverse().filter((id) => seen.includes(id)))
    await warehouse.sql(
      "insert into warehouse values ('BER1', 'Berlin', 'Europe/Berlin', 'EUR') on conflict do nothing",
    )
    await warehouse.sql("update staff set warehouse = 'BER1' where badge = 'OP1002'")
    const olga = await warehouse.node.as('OP1002')
    expect(await jobsOf(olga, '')).toEqual([])
    expect((await olga.get(`/api/print-jobs/${ids[0]}`)).statusCode).toBe(404)
  })
})
