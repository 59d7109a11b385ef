import { describe, expect, it } from 'vitest'
import { A_MOMENT_MS, type Standing, whyNotByItself, whyNotNow } from './update-rule.ts'

const pause: Standing = {
  unsent: 0,
  offline: false,
  isBetweenSteps: true,
  isBegun: false,
  quietFor: A_MOMENT_MS,
}

describe('a new version of the app', () => {
  it('comes by itself when all is sent and nobody is in the middle of anything', () => {
    expect(whyNotByItself(pause)).toBeNull()
  })

  it.each([
    ['work is unsent', { unsent: 1 }, 'unsent'],
    ['the server is out of reach', { offline: true }, 'offline'],
    ['somebody is within a step', { isBetweenSteps: false }, 'step'],
    ['something was begun', { isBegun: true }, 'step'],
    ['somebody has just scanned', { quietFor: A_MOMENT_MS - 1 }, 'step'],
  ] as const)('waits while %s', (_, facts, why) => {
    expect(whyNotByItself({ ...pause, ...facts })).toBe(why)
  })

  it('tells of unsent work first, since that is what a person can see to', () => {
    expect(whyNotByItself({ ...pause, unsent: 2, offline: true, isBegun: true })).toBe('unsent')
  })

  it('comes at once where a person asks for it, but never over unsent work', () => {
    expect(whyNotNow({ unsent: 0, offline: false })).toBeNull()
    expect(whyNotNow({ unsent: 1, offline: false })).toBe('unsent')
    expect(whyNotNow({ unsent: 0, offline: true })).toBe('offline')
  })
})
