import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { AgentResult, AgentWork } from '@restow/contracts'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type FakePrinter, openFakePrinter } from '../../../packages/testkit/src/fake-printer.ts'
import { run } from './agent.ts'

/** The agent over real sockets, between a printer and a server that says what the test wants. */
const PATIENCE = { connectMs: 2000, answerMs: 2000, askMs: [2, 10], troubleMs: [5, 10] } as const
const NEXT = '/api/print-agent/next'

let printer: FakePrinter
let server: Server
/** What is answered next, one after the other; then nothing, until the agent goes. */
let answers: string[]
let heard: { path: string; body: unknown }[]
beforeEach(async () => {
  printer = await openFakePrinter({ labelMs: 20 })
  answers = []
  heard = []
  server = createServer((request, reply) => {
    let text = ''
    request.on('data', (part) => {
      text += part
    })
    request.on('end', () => {
      const path = request.url ?? ''
      heard.push({ path: path.split('/').at(-1) ?? '', body: JSON.parse(text) })
      if (path !== NEXT) return void reply.writeHead(204).end()
      const answer = answers.shift()
      if (answer !== undefined) reply.writeHead(200).end(answer)
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
})
afterEach(async () => {
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
  await printer.close()
})

const labels = (...texts: string[]): string => {
  const { host, port } = printer
  const work: AgentWork = {
    attempt: crypto.randomUUID(),
    printer: { code: 'ANNEX-1', host, port, language: 'zpl', tells: true },
    count: texts.length,
    bytes: Buffer.from(texts.map((text) => `^XA^FD${text}^FS^XZ\n`).join('')).toString('base64'),
    leaseS: 30,
  }
  return JSON.stringify(work)
}
const resultOf = () => heard.find(({ path }) => path === 'result')?.body as AgentResult | undefined

function start(graceMs: number) {
  const stop = new AbortController()
  const lines: string[] = []
  const at = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const options = { server: at, token: `rpa_${'x'.repeat(43)}`, ca: null }
  const ends = run(options, stop.signal, (line) => lines.push(line), { graceMs, patience: PATIENCE })
  return { stop, lines, ends }
}
const until = (what: () => boolean) => vi.waitUntil(what, { timeout: 20_000, interval: 5 })

describe('an agent that is told to stop', () => {
  it('lets the labels under print come out, says so, and fetches no more', async () => {
    answers.push(labels('A', 'B', 'C', 'D', 'E'))
    const { stop, ends } = start(20_000)
    await until(() => printer.printed.length === 1)
    stop.abort()
    await ends
    expect(printer.printed).toEqual(['A', 'B', 'C', 'D', 'E'])
    expect(resultOf()).toEqual({ state: 'printed' })
    expect(heard.filter(({ path }) => path === 'next').length).toBeLessThanOrEqual(2)
  })

  it('does not wait longer than a moment for a printer without paper, and says that it is not sure', async () => {
    printer.load(1)
    answers.push(labels('A', 'B'))
    const { stop, lines, ends } = start(50)
    await until(() => lines.includes('ANNEX-1: paper_out'))
    stop.abort()
    await ends
    expect(resultOf()).toEqual({ state: 'unsure', trouble: 'sender_gone' })
  })
})

describe('an agent that hears what is no answer of Restow', () => {
  it.each([
    '<!doctype html><title>Sign in to the guest network</title>',
    'null',
    '{}',
    '[1]',
    '{"attempt":"x"}',
  ])('%s says so, asks again, and prints what comes then', async (body) => {
    answers.push(body, labels('A'))
    const { stop, lines, ends } = start(20_000)
    await until(() => resultOf() !== undefined)
    stop.abort()
    await ends
    expect(lines[0]).toMatch(/^The server does not answer as it should/)
    expect(printer.printed).toEqual(['A'])
  })
})
