import { expect, it } from 'vitest'
import type { StreamFlow } from './flow.queries.ts'
import { KeptFlow } from './kept-flow.ts'

const row = (stream: string, over: Partial<StreamFlow> = {}): StreamFlow => ({
  ...{ stream, seller: 'LOTUS', step: 'inspected', hour: 9, came: 1, went: 0 },
  ...over,
})
const moved = (flow: KeptFlow, seller: string | null = null) =>
  flow
    .rows(seller)
    .filter(({ came, went }) => came !== 0 || went !== 0)
    .map(({ step, hour, came, went }) => `${step} ${hour} ${came} ${went}`)

it('counts a stream on which something happened anew, also under another seller, and lets all others stand', () => {
  const flow = new KeptFlow(['2026-11-21T08:00:00.000Z'], [row('a'), row('b'), row('b', { step: 'shelved' })])
  expect(moved(flow)).toEqual(['inspected 9 2 0', 'shelved 9 1 0'])
  flow.put([row('b', { seller: 'NORTHSTAR' }), row('c')], ['b', 'c'])
  expect(moved(flow, 'LOTUS')).toEqual(['inspected 9 2 0'])
  expect(moved(flow, 'NORTHSTAR')).toEqual(['inspected 9 1 0'])
  expect(moved(flow, 'NOBODY')).toEqual([])
  // What was taken back, or never was, leaves nothing.
  flow.put([], ['a', 'b', 'c'])
  expect(moved(flow)).toEqual([])
})
