import { expect, it, vi } from 'vitest'
import { KeptSums } from './kept-sums.ts'
import type { Report } from './report.ts'

const SPAN = { warehouse: 'LAX1', seller: 'LOTUS', from: '2026-11-15', to: '2026-11-20', rows: 7 }
const reportOf = (asking: unknown, over: Partial<typeof SPAN> = {}) =>
  ({ closed: { ...SPAN, ...over }, asking, head: { date: SPAN.from } }) as unknown as Report

it('adds closed days up once for each span and way, and again where it went wrong', async () => {
  const asking = vi.fn(async () => ({}))
  const kept = new KeptSums()
  for (let n = 0; n < 3; n++) await kept.of(reportOf(asking), false)
  expect(asking).toHaveBeenCalledTimes(1)
  await kept.of(reportOf(asking), true)
  await kept.of(reportOf(asking, { from: '2026-11-16' }), false)
  await kept.of(reportOf(asking, { seller: 'NORTHSTAR' }), false)
  expect(asking).toHaveBeenCalledTimes(4)
  expect(await kept.of(reportOf(asking, { rows: 0 }), false)).toBeNull()
  asking.mockRejectedValueOnce(new Error('gone'))
  await expect(kept.of(reportOf(asking, { to: '2026-11-21' }), false)).rejects.toThrow('gone')
  await kept.of(reportOf(asking, { to: '2026-11-21' }), false)
  expect(asking).toHaveBeenCalledTimes(6)
})
