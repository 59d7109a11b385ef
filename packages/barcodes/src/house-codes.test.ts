import { describe, expect, it } from 'vitest'
import { readScan } from './read-scan.ts'

describe('the code on a printer', () => {
  it('is read as the printer’s and as nothing else, however the scanner gives it', () => {
    for (const raw of ['.P.PACK-1', '.p.pack-1', ']C0.P.PACK-1', '.P.PACK-1\r']) {
      const { printer, carriers, lpn, bin, badge, command, gtin } = readScan(raw)
      expect(printer, raw).toEqual({ code: 'PACK-1' })
      expect([carriers, lpn, bin, badge, command, gtin]).toEqual([
        [],
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
      ])
    }
  })

  it('is none where it has no name, too long a one, or signs that no scanner gives back', () => {
    for (const raw of ['.P.', '.P.-1', '.P.PACK_1', `.P.${'A'.repeat(21)}`, 'P.PACK-1', '.R.PACK-1'])
      expect(readScan(raw).printer, raw).toBeUndefined()
  })
})
