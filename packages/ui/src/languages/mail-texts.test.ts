import { LANGUAGE_CODES } from '@restow/domain'
import { describe, expect, it } from 'vitest'
import { placesOf } from './fill.ts'
import { MAIL_TEXTS, type MailKey } from './mail-texts.ts'

describe('the words of e-mails', () => {
  it.each(LANGUAGE_CODES)('are all there in %s, with the places of the original', (language) => {
    const texts = MAIL_TEXTS[language]
    expect(Object.keys(texts).toSorted()).toEqual(Object.keys(MAIL_TEXTS.en).toSorted())
    expect(Object.entries(texts).filter(([, text]) => text.trim() === '')).toEqual([])
    for (const [key, text] of Object.entries(MAIL_TEXTS.en))
      expect([key, ...placesOf(texts[key as MailKey])]).toEqual([key, ...placesOf(text)])
  })
})
