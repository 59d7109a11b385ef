import { describe, expect, it } from 'vitest'
import { english, translations } from './desk-texts.ts'
import { placesOf } from './fill.ts'
import { LANGUAGE_CODES } from './language.ts'

const original: Record<string, string> = english

describe('the desk’s languages', () => {
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

  it('call nobody the owner of the goods whose questions an admin may be changing for a seller', async () => {
    const loaded = await Promise.all(Object.values(translations).map(async (load) => (await load()).default))
    const owner = /\byour\b|\bIhre?[rmns]?\b|您|\bsu mercancía\b/
    for (const texts of [original, ...loaded]) {
      // The one that only the seller itself reads; staff has another.
      const { 'ownChecks.about': own, ...others } = texts as Record<string, string>
      expect(own).toMatch(owner)
      const read = Object.entries(others).filter(([key]) => key.startsWith('ownChecks.'))
      expect(read.length).toBeGreaterThan(8)
      expect(read.filter(([, text]) => owner.test(text))).toEqual([])
    }
  })
})
