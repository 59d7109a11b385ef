import { describe, expect, it } from 'vitest'
import { COMMAND_SHEET } from './command-sheet.ts'
import { readScan } from './read-scan.ts'

const codes = COMMAND_SHEET.flatMap((group) => group.codes)

describe('the sheet of command codes', () => {
  it('has no code twice', () => {
    expect(new Set(codes.map(({ printed }) => printed)).size).toBe(codes.length)
  })

  it('is understood when it is scanned, and as nothing else', () => {
    for (const { printed, command, value } of codes) {
      const reading = readScan(printed)
      expect(reading.command).toEqual(value === undefined ? { command } : { command, value })
      expect([reading.carriers, reading.bin, reading.badge, reading.lpn, reading.gtin]).toEqual([
        [],
        undefined,
        undefined,
        undefined,
        undefined,
      ])
    }
  })
})
