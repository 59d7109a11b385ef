import type { ReportRow } from '@restow/contracts'
import { describe, expect, it } from 'vitest'
import { byReason } from './Shares.tsx'

const row = (reason: string | null, disposition: ReportRow['disposition'], takenBack = false) =>
  ({ reason, disposition, takenBack }) as ReportRow

describe('why things came back', () => {
  it('counts decisions by reason, most first, without those taken back', () => {
    const rows = [
      row('defective', 'scrap'),
      row('wrong_size', 'resell'),
      row('wrong_size', 'refurbish'),
      row(null, 'resell', true),
    ]
    expect(byReason(rows)).toEqual([
      { reason: 'wrong_size', counts: { resell: 1, refurbish: 1, scrap: 0 } },
      { reason: 'defective', counts: { resell: 0, refurbish: 0, scrap: 1 } },
    ])
  })
})
