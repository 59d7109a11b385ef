import type { WaitingItem } from '@restow/contracts'
import { describe, expect, it } from 'vitest'
import { minorOf } from './amounts.ts'
import {
  commandOf,
  DEEDS,
  deedsForAll,
  isAskedFirst,
  isOwnRequest,
  needsWords,
  scrapUpTo,
  undoOf,
  worthOf,
} from './decisions.ts'
import { goneFrom } from './gone.ts'
import { lineOf } from './words.ts'

const item = (over: Partial<WaitingItem> = {}): WaitingItem => ({
  ...{ kind: 'approval', id: 'approval 1', since: '2026-11-21T17:00:00.000Z', seller: 'LOTUS' },
  ...{ lpn: 'RU0000000017', trackingNumber: '1Z1', title: 'Lamp', quantity: 1, bin: null, until: null },
  ...{ value: { minor: 6000, currency: 'USD', decimal: '60.00' }, photo: null, photos: 0, by: 'OP1001' },
  ...{ question: null, exception: null, dropped: null, device: null },
  ...over,
})
const exception: WaitingItem['exception'] = { eventId: 'c1:1', code: 'wrong_zone', notes: [{ bin: 'X' }] }

describe('what is said to what waits', () => {
  it('is a command on the unit, with what was said along', () => {
    expect(commandOf(item(), 'approve', { note: ' seen ' })).toEqual({
      ...{ type: 'ApproveScrap', lpn: 'RU0000000017', approved: true, note: 'seen' },
    })
    expect(commandOf(item(), 'decline', {})).toEqual({
      ...{ type: 'ApproveScrap', lpn: 'RU0000000017', approved: false },
    })
    expect(commandOf(item({ kind: 'hold' }), 'release', { note: 'Sell it' })).toMatchObject({
      ...{ type: 'ReleaseUnit', answer: 'Sell it' },
    })
    expect(commandOf(item({ kind: 'missing' }), 'find', { bin: 'S-01-01', note: '' })).toEqual({
      ...{ type: 'FindUnit', lpn: 'RU0000000017', bin: 'S-01-01' },
    })
  })

  it('settles what an event left on record, on the unit or else on the parcel', () => {
    const on = { kind: 'exception', exception } as const
    expect(commandOf(item(on), 'settle', {})).toEqual({
      ...{ type: 'SettleException', lpn: 'RU0000000017', eventId: 'c1:1', code: 'wrong_zone' },
    })
    expect(commandOf(item({ ...on, lpn: null }), 'settle', {})).toMatchObject({ parcel: '1Z1' })
    expect(commandOf(item(), 'settle', {})).toBeNull()
  })

  it('is said to several at once only where all of them take it', () => {
    const deeds = (...items: WaitingItem[]) => deedsForAll(items, 'supervisor')
    expect(deeds(item(), item())).toEqual(['approve', 'decline'])
    expect(deeds(item({ kind: 'missing' }))).toEqual(['write_off'])
    expect(deeds(item(), item({ kind: 'hold' }))).toEqual([])
    expect(deeds(item({ kind: 'hold' }), item({ kind: 'hold_seller' }))).toEqual(['release'])
    expect(deeds(item(), item({ kind: 'veto' }))).toEqual(['decline'])
    expect(deeds()).toEqual([])
  })

  it('of a seller is its own to say: one answer to one question, and its word on scrap', () => {
    const deeds = (...items: WaitingItem[]) => deedsForAll(items, 'seller')
    const asked = (question: string) => item({ kind: 'hold_seller', question })
    expect(deeds(asked('Sell it?'), asked('Sell it?'))).toEqual(['answer'])
    expect(deeds(asked('Sell it?'), asked('Is it complete?'))).toEqual([])
    expect(deeds(item({ kind: 'veto' }), item({ kind: 'veto' }))).toEqual(['object', 'agree'])
    expect(deeds(asked('Sell it?'), item({ kind: 'veto' }))).toEqual([])
    expect(deeds(item())).toEqual([])
    const lpn = 'RU0000000017'
    const veto = item({ kind: 'veto' })
    expect(commandOf(veto, 'agree', { note: '' })).toEqual({ type: 'AnswerScrap', lpn, agreed: true })
    expect(commandOf(veto, 'object', { note: ' No. ' })).toEqual({
      ...{ type: 'AnswerScrap', lpn, agreed: false, note: 'No.' },
    })
    expect(commandOf(asked('?'), 'answer', { note: 'Yes' })).toEqual({
      type: 'ReleaseUnit',
      lpn,
      answer: 'Yes',
    })
  })

  it('is asked once more where it cannot be taken back, and nothing where words are needed and missing', () => {
    expect(DEEDS.filter(isAskedFirst)).toEqual(['write_off', 'agree'])
    expect(DEEDS.filter(needsWords)).toEqual(['answer', 'object'])
  })

  it('is taken back by its last event, and not where it was refused', () => {
    const stream = { kind: 'unit', id: 'u', key: 'RU0000000017' } as const
    const events = [{ eventId: 'c2:1', type: 'ScrapApproved', stream, version: 7 }]
    expect(undoOf(item(), { commandId: 'c2', outcome: 'accepted', events })).toEqual({
      ...{ type: 'TakeBack', lpn: 'RU0000000017', eventId: 'c2:1' },
    })
    expect(undoOf(item(), { commandId: 'c2', outcome: 'rejected', code: 'held' })).toBeNull()
  })
})

describe('scrap of one seller up to a value', () => {
  const limit = { seller: 'LOTUS', minor: 6000, currency: 'USD' }
  it('leaves out what is dearer, another seller’s, of another currency, of no known value or one’s own', () => {
    const picked = (over: Partial<WaitingItem>) => scrapUpTo([item(over)], limit, 'SV2001').length
    const value = { minor: 6001, currency: 'USD', decimal: '60.01' }
    expect(picked({})).toBe(1)
    expect(picked({ value })).toBe(0)
    expect(picked({ seller: 'NORTHSTAR' })).toBe(0)
    expect(picked({ value: { ...value, minor: 1, currency: 'EUR' } })).toBe(0)
    expect(picked({ value: null })).toBe(0)
    expect(picked({ by: 'SV2001' })).toBe(0)
    expect(picked({ kind: 'hold' })).toBe(0)
  })

  it('is one’s own only where one asked for it', () => {
    expect(isOwnRequest(item({ by: 'SV2001' }), 'SV2001')).toBe(true)
    expect(isOwnRequest(item({ by: null }), undefined)).toBe(false)
    expect(isOwnRequest(item({ kind: 'hold', by: 'SV2001' }), 'SV2001')).toBe(false)
  })

  it('is summed by currency', () => {
    const eur = item({ value: { minor: 5, currency: 'EUR', decimal: '0.05' } })
    expect(worthOf([item(), item(), eur, item({ value: null })])).toEqual([
      { minor: 12_000, currency: 'USD' },
      { minor: 5, currency: 'EUR' },
    ])
  })

  it('takes an amount as it is typed, in the currency’s own digits', () => {
    expect(minorOf('50', 'USD')).toBe(5000)
    expect(minorOf(' 49,99 ', 'EUR')).toBe(4999)
    expect(minorOf('5000', 'JPY')).toBe(5000)
    for (const no of ['', 'x', '-1', '1.2.3', '1e3']) expect(minorOf(no, 'USD'), no).toBeNull()
  })
})

describe('a line of what waits', () => {
  it('asks what a rule asks in the reader’s words, and what a person asked as they asked it', () => {
    const because = { code: 'suspicion', findings: ['counterfeit_suspected'] } as const
    const asked = item({ kind: 'hold', question: 'counterfeit suspected: what becomes of it?' })
    expect(lineOf({ ...asked, because })).toBe('Counterfeit suspected: what becomes of it?')
    expect(lineOf(asked)).toBe('counterfeit suspected: what becomes of it?')
  })
})

describe('what no longer waits', () => {
  const at = (n: number) => item({ id: `approval ${n}`, since: `2026-11-21T17:0${n}:00.000Z` })
  it('is what was on the page and is not, though nobody here decided it', () => {
    const now = { items: [at(1)], nextCursor: null }
    expect(goneFrom([at(1), at(2), at(3)], now, new Set(['approval 3']))).toEqual([at(2)])
  })
  it('is not what an older one has pushed onto the next page', () => {
    const now = { items: [at(0), at(1)], nextCursor: 'more' }
    expect(goneFrom([at(1), at(2)], now, new Set())).toEqual([])
  })
})
