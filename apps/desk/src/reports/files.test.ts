import { afterEach, describe, expect, it, vi } from 'vitest'
import { curlLine, fileName } from './files.ts'

afterEach(() => vi.unstubAllGlobals())

describe('a report as a file', () => {
  it('is called by its seller and its days, without what a folder could not hold', () => {
    expect(fileName('LOTUS', { from: '2026-11-21', to: '2026-11-21' }, 'xlsx')).toBe(
      'restow-LOTUS-2026-11-21.xlsx',
    )
    expect(fileName('A/B', { from: '2026-11-01', to: '2026-11-30' }, 'amazon')).toBe(
      'restow-A_B-2026-11-01_2026-11-30.amazon.txt',
    )
  })

  it('is fetched by one line that a shell takes as it is, whatever the seller is called', () => {
    vi.stubGlobal('location', { origin: 'https://restow.example' })
    expect(curlLine({ seller: "O'NEIL & CO", date: '2026-11-21', format: 'csv' })).toBe(
      'curl -fsS -H "Authorization: Bearer $RESTOW_API_KEY" -o restow-O_NEIL___CO-2026-11-21.csv ' +
        "'https://restow.example/api/reports/dispositions?seller=O%27NEIL+%26+CO&date=2026-11-21&format=csv'",
    )
  })
})
