import { LANGUAGE_CODES } from '@restow/domain'
import { describe, expect, it } from 'vitest'
import { placesOf } from './fill.ts'
import { LABEL_TEXTS } from './label-texts.ts'

describe('the words on labels', () => {
  it.each(LANGUAGE_CODES)('are all there in %s, with the places of the original', (language) => {
    const texts = LABEL_TEXTS[language]
    expect(Object.keys(texts).toSorted()).toEqual(Object.keys(LABEL_TEXTS.en).toSorted())
    expect(Object.entries(texts).filter(([, text]) => text.trim() === '')).toEqual([])
    for (const [key, text] of Object.entries(LABEL_TEXTS.en))
      expect([key, ...placesOf(texts[key] ?? '')]).toEqual([key, ...placesOf(text)])
  })
})
