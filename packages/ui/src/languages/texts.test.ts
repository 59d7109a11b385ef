import { describe, expect, it } from 'vitest'
import { fill, placesOf } from './fill.ts'
import { english, translations } from './floor-texts.ts'
import { bestLanguage, LANGUAGE_CODES } from './language.ts'

const original: Record<string, string> = english

describe('the languages', () => {
  it('has a translation for each language but the original', () => {
    expect(['en', ...Object.keys(translations)].sort()).toEqual([...LANGUAGE_CODES].sort())
  })

  it.each(Object.entries(translations))('misses no text in %s, and leaves none empty', async (_, load) => {
    const texts: Record<string, string> = (await load()).default
    expect(Object.keys(texts).sort()).toEqual(Object.keys(original).sort())
    expect(Object.entries(texts).filter(([, text]) => text.trim() === '')).toEqual([])
  })

  it.each(Object.entries(translations))('has the same places as the original in %s', async (_, load) => {
    const texts: Record<string, string> = (await load()).default
    const differ = Object.keys(original).filter(
      (key) => placesOf(texts[key] ?? '').join() !== placesOf(original[key] ?? '').join(),
    )
    expect(differ).toEqual([])
  })

  it('takes the device’s language where it has it, else English', () => {
    expect(bestLanguage(['zh-TW', 'en'])).toBe('zh-CN')
    expect(bestLanguage(['fr-FR', 'de-AT'])).toBe('de')
    expect(bestLanguage(['fr'])).toBe('en')
  })

  it('leaves a place without a fact visible', () => {
    expect(fill('{a} of {b}', { a: 1 })).toBe('1 of ?')
  })
})
