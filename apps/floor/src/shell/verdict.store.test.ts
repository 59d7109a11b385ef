import type { Outcome } from '@restow/contracts'
import { beforeEach, expect, it, vi } from 'vitest'
import { followScan, noteScan, useVerdict } from './verdict.store.ts'

vi.mock('./feedback.ts', () => ({ feel: () => {} }))

const answered = (outcome: Outcome['outcome']) => Promise.resolve({ commandId: 'c', outcome } as Outcome)
const sent = () => useVerdict.getState().recent.map((scan) => scan.sent)

beforeEach(() => useVerdict.setState({ recent: [] }))

it('tells of each last scan whether what it did is only saved here, sent, or refused', async () => {
  for (const id of ['c1', 'c2', 'c3']) noteScan('right', 'P1', 'received', id)
  noteScan('look', 'S-01-01', 'unknown')
  expect(sent()).toEqual([undefined, 'saved', 'saved', 'saved'])
  followScan('c1', answered('accepted'))
  followScan('c2', answered('rejected'))
  followScan('c3', new Promise(() => {}))
  await vi.waitFor(() => expect(sent()).toEqual([undefined, 'saved', 'refused', 'sent']))
})

it('follows what was refused on when it is sent once more', async () => {
  noteScan('right', 'P1', 'received', 'c1')
  followScan('c1', answered('rejected'))
  await vi.waitFor(() => expect(sent()).toEqual(['refused']))
  followScan('c1', answered('accepted'))
  expect(sent()).toEqual(['saved'])
  await vi.waitFor(() => expect(sent()).toEqual(['sent']))
})
