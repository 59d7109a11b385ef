import { LANGUAGE_CODES, type Language } from '@restow/domain'

/** The language that somebody has chosen, as their session tells it; nothing until they have. */
export function languageOf({ language }: { language: string | null }): { language?: Language } {
  const known = LANGUAGE_CODES.find((code) => code === language)
  return known ? { language: known } : {}
}
