import { describe, expect, it } from 'vitest'
import { addDays, warehouseDate, warehouseTime } from './warehouse-time.ts'

const LA = 'America/Los_Angeles'

describe('the wall clock of a warehouse', () => {
  it('is seven hours behind UTC in summer and eight in winter', () => {
    expect(warehouseTime('2026-07-01', '07:30', LA)).toBe('2026-07-01T14:30:00.000Z')
    expect(warehouseTime('2026-12-01', '07:30', LA)).toBe('2026-12-01T15:30:00.000Z')
    expect(warehouseTime('2026-12-01', '07:30:09', LA)).toBe('2026-12-01T15:30:09.000Z')
    expect(warehouseTime('2026-03-29', '09:00', 'Asia/Shanghai')).toBe('2026-03-29T01:00:00.000Z')
  })

  it('tells the time on both sides of a clock change on the very day', () => {
    expect(warehouseTime('2026-11-01', '00:30', LA)).toBe('2026-11-01T07:30:00.000Z')
    expect(warehouseTime('2026-11-01', '07:30', LA)).toBe('2026-11-01T15:30:00.000Z')
    expect(warehouseTime('2027-03-14', '01:30', LA)).toBe('2027-03-14T09:30:00.000Z')
    expect(warehouseTime('2027-03-14', '03:30', LA)).toBe('2027-03-14T10:30:00.000Z')
  })

  it('takes a time that is skipped in spring for the one an hour later', () => {
    expect(warehouseTime('2027-03-14', '02:30', LA)).toBe('2027-03-14T10:30:00.000Z')
    expect(warehouseTime('2027-03-28', '02:30', 'Europe/Berlin')).toBe('2027-03-28T01:30:00.000Z')
  })

  it('has its own day', () => {
    expect(warehouseDate('2026-11-22T05:10:00.000Z', LA)).toBe('2026-11-21')
    expect(warehouseDate('2026-11-22T08:00:00.000Z', LA)).toBe('2026-11-22')
    expect(addDays('2026-02-27', 2)).toBe('2026-03-01')
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
  })

  it('refuses what is no time of day', () => {
    expect(() => warehouseTime('2026-11-31', '25:00', LA)).toThrow(RangeError)
  })
})
