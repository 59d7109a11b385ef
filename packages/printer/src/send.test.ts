import { afterEach, describe, expect, it } from 'vitest'
import { type FakePrinter, openFakePrinter } from '../../testkit/src/fake-printer.ts'
import { type PrinterAddress, type Sending, send } from './send.ts'

const PATIENCE = { connectMs: 2000, answerMs: 400, askMs: [2, 10], troubleMs: [5, 10] } as const
const label = (text: string) => `^XA^FO20,20^BCN,80^FD${text}^FS^XZ\n`
const bytes = (...texts: string[]) => new TextEncoder().encode(texts.map(label).join(''))

let printer: FakePrinter
const open = async (options?: { labelMs?: number }) => {
  printer = await openFakePrinter(options)
}
afterEach(() => printer?.close())

const to = (more: Partial<PrinterAddress> = {}): PrinterAddress => ({
  host: printer.host,
  port: printer.port,
  language: 'zpl',
  tells: true,
  ...more,
})
function sending(labels: Uint8Array, more: Partial<Sending> = {}) {
  const begun: string[][] = []
  const given: Sending = {
    to: to(),
    bytes: labels,
    begin: async () => begun.push([...printer.printed]) > 0,
    signal: new AbortController().signal,
    patience: PATIENCE,
    ...more,
  }
  return { begun, answer: send(given) }
}

describe('labels for a printer that is well', () => {
  it('are printed, which is said once the printer has nothing left', async () => {
    await open({ labelMs: 15 })
    const { begun, answer } = sending(bytes('A', 'B', 'C'))
    expect(await answer).toEqual({ state: 'printed' })
    expect(printer.printed).toEqual(['A', 'B', 'C'])
    expect(begun).toEqual([[]])
  })

  it('wait until it is done with what others have sent', async () => {
    await open({ labelMs: 60 })
    await sending(bytes('OTHER'), { to: to({ tells: false }) }).answer
    const { begun, answer } = sending(bytes('A'))
    expect(await answer).toEqual({ state: 'unsent', trouble: 'busy' })
    expect(begun).toEqual([])
  })

  it('do not leave once another has taken over', async () => {
    await open()
    const { answer } = sending(bytes('A'), { begin: async () => false })
    expect(await answer).toEqual({ state: 'unsent', trouble: 'sender_gone' })
    expect(printer.printed).toEqual([])
  })
})

describe('a printer that cannot print just now', () => {
  it.each([
    ['paper_out', () => printer.load(0)],
    ['head_open', () => printer.openHead(true)],
    ['paused', () => printer.pause(true)],
  ] as const)('says %s, and gets nothing', async (trouble, happen) => {
    await open()
    happen()
    const { begun, answer } = sending(bytes('A'))
    expect(await answer).toEqual({ state: 'unsent', trouble })
    expect([begun, printer.printed]).toEqual([[], []])
  })

  it('that runs out in the middle is waited for, and goes on by itself', async () => {
    await open()
    printer.load(2)
    const heard: unknown[] = []
    const { answer } = sending(bytes('A', 'B', 'C', 'D'), {
      heard: (trouble) => {
        heard.push(trouble)
        if (trouble === 'paper_out') printer.load(100)
      },
    })
    expect(await answer).toEqual({ state: 'printed' })
    expect(printer.printed).toEqual(['A', 'B', 'C', 'D'])
    expect(heard[0]).toBe('paper_out')
  })
})

describe('a printer that is gone', () => {
  it('refuses, and nothing was sent', async () => {
    await open()
    await printer.unplug()
    expect(await sending(bytes('A')).answer).toEqual({ state: 'unsent', trouble: 'refused' })
    await printer.plugIn()
  })

  it('or that hangs up at once, has got nothing', async () => {
    await open()
    printer.fail({ kind: 'hang up' })
    expect(await sending(bytes('A')).answer).toMatchObject({ state: 'unsent' })
  })

  it('or that is none that may be reached, is not tried', async () => {
    await open()
    for (const host of ['127.0.0.1', 'localhost']) {
      const refused = sending(bytes('A'), { to: to({ host, mayReach: (ip) => !/^(127\.|::1)/.test(ip) }) })
      expect(await refused.answer).toEqual({ state: 'unsent', trouble: 'not_allowed' })
    }
    expect(printer.connections).toBe(0)
  })
})

describe('a line that breaks', () => {
  it.each([
    ['within a label', 40, 1],
    ['after the first byte', 1, 0],
  ])('%s leaves it unsure what came out', async (_, after, out) => {
    await open()
    printer.fail({ kind: 'cut', after })
    expect(await sending(bytes('A', 'B')).answer).toEqual({ state: 'unsure', trouble: 'cut' })
    expect(printer.printed.length).toBe(out)
  })

  it('after all was printed and before the printer could say so leaves it unsure as well', async () => {
    await open()
    printer.fail({ kind: 'cut before the answer' })
    expect(await sending(bytes('A')).answer).toEqual({ state: 'unsure', trouble: 'cut' })
    expect(printer.printed).toEqual(['A'])
  })

  it('without a sign is noticed by the silence', async () => {
    await open()
    printer.fail({ kind: 'black hole' })
    expect(await sending(bytes('A')).answer).toEqual({ state: 'unsure', trouble: 'no_answer' })
  })

  it('because the sender stops while labels are under print leaves it unsure', async () => {
    await open()
    printer.load(1)
    const stop = new AbortController()
    const heard = () => stop.abort()
    const { answer } = sending(bytes('A', 'B'), { signal: stop.signal, heard })
    expect(await answer).toEqual({ state: 'unsure', trouble: 'sender_gone' })
  })
})

describe('a printer that does not tell', () => {
  const pdf = new TextEncoder().encode('%PDF-1.7 …')

  it('gets all of it, which is all that can be said', async () => {
    await open()
    expect(await sending(pdf, { to: to({ language: 'pdf' }) }).answer).toEqual({ state: 'sent' })
    expect([printer.printed, printer.asked]).toEqual([['PDF'], 0])
  })

  it('and cuts the line has got nobody knows what', async () => {
    await open()
    printer.fail({ kind: 'cut', after: 4 })
    const big = new Uint8Array(4_000_000).fill(32)
    big.set(pdf)
    const { answer } = sending(big, { to: to({ language: 'pdf' }) })
    expect(await answer).toEqual({ state: 'unsure', trouble: 'cut' })
    expect(printer.printed).toEqual([])
  })
})
