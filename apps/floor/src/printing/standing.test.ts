import type { PrintJob } from '@restow/contracts'
import type { Route } from '@restow/domain'
import { describe, expect, it } from 'vitest'
import type { Queued } from '../outbox/queued.ts'
import { labelsToCome, printWord } from './standing.ts'

const job = (id: string, state: PrintJob['state'], more: Partial<PrintJob> = {}): PrintJob => ({
  ...{ id, state, printer: { code: 'PACK-1', name: 'Pack 1' }, total: 1, confirmed: 0, askedBy: 'OP1001' },
  labels: [{ kind: 'plate', key: id, copies: 1 }],
  ...{ askedAt: '2026-11-21T17:14:05.120Z', deviceId: 'dev', copy: 1, ofJob: null, reason: null, note: null },
  ...{ attempts: 1, trouble: null, troubleSince: null, words: null, cancelledBy: null, endedAt: null },
  answer: null,
  ...more,
})
const QUIET = { jobs: [], seen: new Set<string>(), offline: false, waitingHere: 0 }
const word = (jobs: PrintJob[], more: object = {}) => printWord({ ...QUIET, jobs, ...more })

describe('what a worker is told of labels', () => {
  it('is nothing where nothing was printed, or what was is seen to', () => {
    expect(word([])).toBe(null)
    expect(word([job('a', 'printed')], { seen: new Set(['a']) })).toBe(null)
    expect(word([job('a', 'cancelled')])).toBe(null)
  })

  it('is the oldest question first, whatever else goes on', () => {
    const jobs = [job('c', 'sending'), job('b', 'maybe_printed'), job('a', 'maybe_printed')]
    expect(word(jobs)).toMatchObject({ say: 'did it come out', job: { id: 'a' } })
  })

  it('is what is in the printer’s way, and how many wait for it; a printer that is busy is in nobody’s', () => {
    const jobs = [job('b', 'queued'), job('a', 'queued', { trouble: 'head_open' })]
    expect(word(jobs)).toMatchObject({ say: 'in the way', job: { id: 'a' }, count: 2 })
    expect(word([job('a', 'queued', { trouble: 'busy' })])).toMatchObject({ say: 'printing' })
  })

  it('is that labels wait for the line while there is none, and only then', () => {
    const jobs = [job('a', 'maybe_printed')]
    expect(word(jobs, { offline: true, waitingHere: 2 })).toEqual({ say: 'waits for the line', count: 2 })
    expect(word(jobs, { offline: true })).toBe(null)
  })

  it('is what could not be printed until it is seen to; not what somebody has spoken of', () => {
    expect(word([job('a', 'failed', { trouble: 'not_drawn' })])).toMatchObject({ say: 'not printed' })
    const answer = { printed: false, by: 'OP1001', at: '2026-11-21T17:14:05.120Z' }
    expect(word([job('a', 'failed', { answer })])).toBe(null)
  })

  it('says nothing of what came by the print dialog', () => {
    expect(word([job('a', 'sent', { printer: null })])).toBe(null)
    expect(word([job('a', 'sent')])).toMatchObject({ say: 'printed' })
  })
})

describe('the labels to come of what is unsent', () => {
  const unsent = (command: object, status = 'queued') => ({ command, status }) as unknown as Queued
  const unsaid = () => undefined
  const all = ['plate', 'relabel', 'refurbish', 'scrap', 'hold', 'parcel'] as const
  const commands = [
    unsent({ type: 'RegisterUnit', lpn: 'RU0000000017' }),
    unsent({ type: 'RegisterUnit', lpn: 'RU0000000025' }),
    unsent({ type: 'ClassifyUnit', disposition: 'scrap' }),
    unsent({ type: 'HoldUnit' }, 'rejected'),
    unsent({ type: 'InspectUnit' }),
  ]

  it('are those of this device’s own plates and of decisions, as far as they come by themselves', () => {
    expect(labelsToCome(commands, all, ['RU0000000017'], unsaid)).toBe(2)
    expect(labelsToCome(commands, ['plate'], ['RU0000000017'], unsaid)).toBe(1)
    expect(labelsToCome(commands, all, [], unsaid)).toBe(1)
  })

  it('are none of a seller’s where it wants none for goods that are sold this way', () => {
    const sold = [
      unsent({ type: 'ClassifyUnit', lpn: 'RU0000000017', disposition: 'resell', route: 'liquidate' }),
    ]
    const to = (relabel: Route[]) => labelsToCome(sold, all, [], () => ({ relabel, copies: 2 }))
    expect(to(['liquidate'])).toBe(1)
    expect(to(['restock'])).toBe(0)
    expect(labelsToCome(sold, all, [], unsaid)).toBe(1)
  })
})
