import { TRIGGER_TEST } from '@restow/barcodes'
import { describe, expect, it } from 'vitest'
import type { Arrival } from '../scanner/arrival.ts'
import { unwrapped } from '../scanner/capture.ts'
import { AS_DELIVERED } from '../scanner/trigger.store.ts'
import { difference, isAbout } from './difference.ts'
import { heardOf } from './heard.ts'
import { learn } from './learn.ts'

const GS = '\u001d'

/** Key by key at a pace; the separator as this scanner sends it. */
function typed(code: string, separator: readonly string[], pace = 2, end?: string): Arrival[] {
  const names = [...code].flatMap((sign) => (sign === GS ? separator : [sign]))
  return [...names, ...(end ? [end] : [])].map((raw, i) => ({
    at: i * pace,
    way: 'key',
    raw,
  }))
}
const inserted = (text: string): Arrival[] => [{ at: 5, way: 'text', raw: text }]
const learned = (arrivals: Arrival[]) => learn(heardOf(arrivals).signs, TRIGGER_TEST)

describe('the set-up of a trigger', () => {
  it('has a test code of 90 characters with separators in it', () => {
    expect(TRIGGER_TEST).toHaveLength(90)
    expect(TRIGGER_TEST.split(GS)).toHaveLength(3)
    expect(TRIGGER_TEST).toMatch(/-.*%/)
  })

  it('tells by which way a scan came, how it ended and how fast it was', () => {
    expect(heardOf(typed('RU1', [], 40, 'Tab'))).toMatchObject({ way: 'key', suffix: 'Tab', pace: 40 })
    expect(heardOf(inserted('RU0000000017\n'))).toMatchObject({ way: 'text', suffix: 'Enter', pace: null })
    expect(heardOf(inserted('RU0000000017'))).toMatchObject({ suffix: 'none' })
    expect(heardOf([...inserted('RU1'), ...typed('', [], 1, 'Enter')])).toMatchObject({
      way: 'text',
      suffix: 'Enter',
    })
  })

  it('learns nothing from a scanner that sends the separator as it is', () => {
    const nothing = { prefix: '', standInKeys: [], standInTexts: [], isLost: false }
    expect(learned(inserted(TRIGGER_TEST))).toEqual(nothing)
    expect(learned(typed(TRIGGER_TEST, ['Ctrl+]'], 2, 'Enter'))).toEqual(nothing)
  })

  it('learns which key or which text stands for the separator, and what comes before the code', () => {
    expect(learned(typed(TRIGGER_TEST, ['F8'], 2, 'Enter'))).toMatchObject({ standInKeys: ['F8'] })
    expect(learned(typed(TRIGGER_TEST, ['|']))).toMatchObject({ standInTexts: ['|'], standInKeys: [] })
    const wrapped = `]C1${TRIGGER_TEST.replaceAll(GS, '{GS}')}`
    expect(learned(inserted(wrapped))).toMatchObject({ prefix: ']C1', standInTexts: ['{GS}'] })
    const settings = { ...AS_DELIVERED, prefix: ']C1', standInTexts: ['{GS}'] }
    expect(unwrapped(wrapped, settings)).toBe(TRIGGER_TEST)
  })

  it('says when the separator is lost, and is sure of nothing when other characters are', () => {
    expect(learned(typed(TRIGGER_TEST, []))).toMatchObject({ isLost: true, standInTexts: [] })
    expect(learned(typed(TRIGGER_TEST.replaceAll('-', 'ß'), ['|']))).toBeNull()
  })

  it('shows what was lost and what came instead', () => {
    expect(difference('A-Z', [...'AßZ!'])).toEqual([
      { kind: 'same', sign: 'A' },
      { kind: 'lost', sign: '-' },
      { kind: 'extra', sign: 'ß' },
      { kind: 'same', sign: 'Z' },
      { kind: 'extra', sign: '!' },
    ])
  })

  it('knows the test code from any other', () => {
    const garbled = TRIGGER_TEST.replaceAll(GS, '').replaceAll('%', '5')
    expect(isAbout(difference(TRIGGER_TEST, [...garbled]), TRIGGER_TEST)).toBe(true)
    expect(isAbout(difference(TRIGGER_TEST, [...'RU0000000017']), TRIGGER_TEST)).toBe(false)
  })
})
