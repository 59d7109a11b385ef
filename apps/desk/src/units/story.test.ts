import type { StoryItem } from '@restow/contracts'
import { describe, expect, it } from 'vitest'
import { gathered } from './Story.tsx'
import { unitSentence } from './unit-sentences.ts'

const event = (type: string, data: Record<string, unknown> = {}, by = 'OP1001'): StoryItem => ({
  eventId: `${type} ${JSON.stringify(data)}`,
  type,
  by,
  deviceId: 'd1',
  scannedAt: '2026-11-21T10:00:00.000Z',
  recordedAt: '2026-11-21T10:00:00.000Z',
  performed: 'now',
  data,
})
const told = (...story: StoryItem[]) => gathered(story).map(unitSentence)

describe('the story of a unit', () => {
  it('tells photos taken in a row as one sentence', () => {
    expect(
      told(
        event('PhotoAttached', { angle: 'front' }),
        event('PhotoAttached', { angle: 'label' }),
        event('PhotoAttached', { angle: 'box' }, 'OP1002'),
      ),
    ).toEqual(['Photographed: front, label.', 'Photographed: box.'])
  })

  it('says why a decision went against the suggestion', () => {
    const data = {
      disposition: 'scrap',
      route: 'destroy',
      suggested: { disposition: 'scrap', route: 'recycle', recoveredMinor: -10, currency: 'USD' },
      overrideReason: { code: 'safety' },
      approvalNeeded: true,
      supersedes: null,
    }
    expect(told(event('UnitClassified', data))).toEqual([
      'Decided: Scrap, destroy. Suggested was Scrap, recycle; decided otherwise: Safety. Scrapping it waits for a second person.',
    ])
  })

  it('falls back to a word for what it does not know yet', () => {
    expect(told(event('UnitPainted'), event('UnitInspected'))).toEqual(['UnitPainted', 'inspected'])
  })

  it('asks what a rule asks in the reader’s words, and what was recorded before it had a code as it stands', () => {
    const held = { waitsFor: 'supervisor', question: 'hygiene: what becomes of it?', quarantine: true }
    const because = { code: 'suspicion', findings: ['hygiene'] }
    expect(told(event('UnitHeld', { ...held, because }), event('UnitHeld', held))).toEqual([
      'Put on hold for the supervisor: “Hygiene: what becomes of it?”',
      'Put on hold for the supervisor: “hygiene: what becomes of it?”',
    ])
  })
})
