import type { AddedPrintAgent, AgentWork, PrinterItem } from '@restow/contracts'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { run } from '../../../../apps/print-agent/src/agent.ts'
import { plate } from '../../../../packages/testkit/src/builders.ts'
import { type FakePrinter, openFakePrinter } from '../../../../packages/testkit/src/fake-printer.ts'
import { openFaultyNetwork } from '../../../../packages/testkit/src/faulty-network.ts'
import { openWarehouse, type Person, type Warehouse } from '../../../../packages/testkit/src/server.ts'
import { IMPATIENT, jobOf, plateLabel, print, register, until } from './queue.fixture.ts'

let warehouse: Warehouse
let otto: Person
let sven: Person
let port: number
const open: FakePrinter[] = []
beforeAll(async () => {
  // Nothing but the agents reaches these printers.
  warehouse = await openWarehouse({
    printing: { ...IMPATIENT, reach: { ...IMPATIENT.reach, loopback: false } },
  })
  otto = await warehouse.node.as('OP1001')
  sven = await warehouse.node.as('SV2001')
  port = Number(new URL(await warehouse.node.app.listen({ port: 0, host: '127.0.0.1' })).port)
})
afterEach(async () => {
  for (const printer of open.splice(0)) await printer.close().catch(() => {})
})
afterAll(() => warehouse?.close())

const add = async (name: string) => {
  const answer = await sven.ask({ method: 'POST', url: '/api/print-agents', payload: { name } })
  return answer.json<AddedPrintAgent>()
}
/** An agent with a printer of its own. */
async function annex(code: string) {
  const agent = await add(code)
  const printer = await openFakePrinter()
  open.push(printer)
  const item = await register(sven, code, printer, { agent: agent.id })
  return { agent, printer, item }
}
/** Runs an agent for as long as something is done. */
async function running(token: string, work: () => Promise<unknown>, at = port) {
  const stop = new AbortController()
  const lines: string[] = []
  const server = new URL(`http://127.0.0.1:${at}`)
  const ends = run({ server, token, ca: null }, stop.signal, (line) => lines.push(line))
  try {
    await work()
  } finally {
    stop.abort()
    await ends
  }
  return lines
}
const as = (token: string, url: string, payload: object) =>
  warehouse.node.app.inject({
    method: 'POST',
    url: `/api/print-agent/${url}`,
    payload,
    headers: { authorization: `Bearer ${token}` },
  })
const next = (token: string) => as(token, 'next', { waitS: 0 })

describe('a print agent', () => {
  it('prints what waits for its printers, in order, and says that it came out', async () => {
    const { agent, printer, item } = await annex('ANNEX-1')
    expect(item).toMatchObject({ way: 'agent', agentName: 'ANNEX-1', agentSeen: null })
    const jobs: { id: string }[] = []
    for (let n = 1; n <= 8; n++)
      jobs.push(await print(otto, { printer: 'ANNEX-1', labels: [plateLabel(plate(n))] }))
    await running(agent.token, () => until(otto, jobs.at(-1) ?? { id: '' }, { state: 'printed' }))
    expect(printer.printed).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map(plate))
    expect((await sven.read<PrinterItem>('/api/printers/ANNEX-1')).agentSeen).not.toBeNull()
  })

  it('says what is in the way of its printer, and goes on by itself', async () => {
    const { agent, printer } = await annex('ANNEX-2')
    printer.openHead(true)
    const job = await print(otto, { printer: 'ANNEX-2', labels: [plateLabel(plate(1))] })
    await running(agent.token, async () => {
      await until(otto, job, { state: 'queued', trouble: 'head_open' })
      printer.openHead(false)
      await until(otto, job, { state: 'printed', trouble: null })
    })
    expect(printer.printed).toEqual([plate(1)])
  })

  it('over a line that loses the server’s answers prints nothing twice', async () => {
    const { agent, printer } = await annex('ANNEX-3')
    const network = await openFaultyNetwork(port, 'annex')
    network.set({ kind: 'lost answer', of: 'POST /api/print-agent/attempts', share: 0.4 })
    const jobs: { id: string }[] = []
    for (let n = 1; n <= 12; n++)
      jobs.push(await print(otto, { printer: 'ANNEX-3', labels: [plateLabel(plate(n))] }))
    await running(
      agent.token,
      async () => {
        for (const job of jobs) await until(otto, job, { endedAt: expect.any(String) })
      },
      network.port,
    )
    await network.close()
    expect(network.stats.lostAnswers).toBeGreaterThan(0)
    const ended = await Promise.all(jobs.map((job) => jobOf(otto, job)))
    expect(new Set(printer.printed).size).toBe(printer.printed.length)
    for (const [i, { state }] of ended.entries())
      if (state === 'printed') expect(printer.printed).toContain(plate(i + 1))
      else expect(state).toBe('maybe_printed')
  })
})

describe('an agent’s token', () => {
  it('is shown once, kept as a hash, and opens nothing once it is withdrawn', async () => {
    const { id, token } = await add('Once')
    expect(token).toMatch(/^rpa_[\w-]{43}$/)
    expect(JSON.stringify(await warehouse.sql('select * from print_agent'))).not.toContain(token)
    expect((await next(token)).statusCode).toBe(204)
    const withdraw = (who: Person) => who.ask({ method: 'DELETE', url: `/api/print-agents/${id}` })
    expect((await withdraw(otto)).statusCode).toBe(403)
    expect((await withdraw(sven)).json()).toMatchObject({ revokedBy: 'SV2001' })
    expect((await next(token)).json()).toMatchObject({ code: 'agent_unknown' })
    const server = new URL(`http://127.0.0.1:${port}`)
    const never = new AbortController().signal
    await expect(run({ server, token, ca: null }, never, () => {})).rejects.toThrow('withdrawn')
    expect((await next(`rpa_${'x'.repeat(43)}`)).statusCode).toBe(401)
    expect((await sven.get('/api/print-agents')).json()).toMatchObject({ items: expect.any(Array) })
  })

  it('opens neither the staff’s doors nor another agent’s labels', async () => {
    const [mine, other] = [await annex('MINE'), await annex('OTHER')]
    const job = await print(otto, { printer: 'MINE', labels: [plateLabel(plate(1))] })
    expect((await next(other.agent.token)).statusCode).toBe(204)
    const work = (await next(mine.agent.token)).json<AgentWork>()
    expect(work).toMatchObject({ count: 1, printer: { code: 'MINE', port: mine.printer.port } })
    for (const [what, body] of [
      ['begin', { count: 1 }],
      ['alive', { trouble: null }],
      ['result', { state: 'printed' }],
    ] as const)
      expect((await as(other.agent.token, `attempts/${work.attempt}/${what}`, body)).statusCode).toBe(404)
    const { statusCode } = await warehouse.node.app.inject({
      method: 'GET',
      url: '/api/print-jobs',
      headers: { authorization: `Bearer ${mine.agent.token}` },
    })
    expect(statusCode).toBe(401)
    expect(await jobOf(otto, job)).toMatchObject({ state: 'sending', confirmed: 0 })
  })

  it('lets nobody begin twice, nor after the printer has gone to another', async () => {
    const { agent } = await annex('TWICE')
    await print(otto, { printer: 'TWICE', labels: [plateLabel(plate(1))] })
    const { attempt } = (await next(agent.token)).json<AgentWork>()
    const begin = () => as(agent.token, `attempts/${attempt}/begin`, { count: 1 })
    await warehouse.sql("update printer set held_until = now() - interval '1 s' where code = 'TWICE'")
    expect((await begin()).statusCode).toBe(409)
    const second = (await next(agent.token)).json<AgentWork>()
    expect((await begin()).statusCode).toBe(404)
    const beginSecond = () => as(agent.token, `attempts/${second.attempt}/begin`, { count: 1 })
    expect([(await beginSecond()).statusCode, (await beginSecond()).statusCode]).toEqual([204, 409])
  })

  it('lets the truth be told late, while nobody has said it yet', async () => {
    const { agent } = await annex('LATE')
    const job = await print(otto, { printer: 'LATE', labels: [plateLabel(plate(1))] })
    const { attempt } = (await next(agent.token)).json<AgentWork>()
    await as(agent.token, `attempts/${attempt}/begin`, { count: 1 })
    await warehouse.sql("update printer set held_until = now() - interval '1 s' where code = 'LATE'")
    await next(agent.token)
    expect(await jobOf(otto, job)).toMatchObject({ state: 'maybe_printed' })
    expect((await as(agent.token, `attempts/${attempt}/result`, { state: 'printed' })).statusCode).toBe(204)
    expect(await jobOf(otto, job)).toMatchObject({ state: 'printed', confirmed: 1, trouble: null })
  })

  it('is none that anybody else’s agent has', async () => {
    const printer = { host: '192.0.2.1', port: 9100 }
    const payload = {
      code: 'NO',
      name: 'No',
      language: 'zpl',
      dpi: 203,
      ...printer,
      agent: crypto.randomUUID(),
    }
    const answer = await sven.ask({ method: 'POST', url: '/api/printers', payload })
    expect(answer.json()).toMatchObject({ code: 'agent_unknown' })
  })
})
