import type { PrintJob, StoryItem } from '@restow/contracts'
import { expect, it } from 'vitest'
import { woven } from './woven.ts'

const told = (at: string) => ({ items: [{ recordedAt: at } as StoryItem] as const })
const print = (askedAt: string) => ({ id: askedAt, askedAt }) as PrintJob

it('weaves prints between the events by the server’s clock, those of the same moment after them', () => {
  const lines = woven(
    [told('2026-11-01T10:00'), told('2026-11-01T12:00')],
    [print('2026-11-01T13:00'), print('2026-11-01T10:00')],
  )
  expect(lines.map(({ kind, at }) => `${kind} ${at.slice(11)}`)).toEqual([
    'told 10:00',
    'print 10:00',
    'told 12:00',
    'print 13:00',
  ])
})
