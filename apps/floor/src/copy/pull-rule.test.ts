import { describe, expect, it } from 'vitest'
import { isTimeToPull } from './pull-rule.ts'

const NOW = 1_000_000
const ago = (pulled: number, scanned: number) =>
  isTimeToPull({ now: NOW, pulledAt: NOW - pulled, scannedAt: NOW - scanned })

describe('the working copy', () => {
  it('is fetched every twenty seconds while nobody scans', () => {
    expect(ago(19_999, 60_000)).toBe(false)
    expect(ago(20_000, 60_000)).toBe(true)
  })

  it('is not fetched between two scans', () => {
    expect(ago(25_000, 400)).toBe(false)
    expect(ago(25_000, 1500)).toBe(true)
  })

  it('is fetched after a minute, also while somebody scans on and on', () => {
    expect(ago(59_999, 400)).toBe(false)
    expect(ago(60_000, 400)).toBe(true)
  })
})
