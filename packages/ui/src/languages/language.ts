import { LANGUAGE_CODES, type Language } from '@restow/domain'
import { create } from 'zustand'

export { LANGUAGE_CODES, type Language } from '@restow/domain'

/** The languages of the product, each by its own name. */
export const LANGUAGES: Readonly<Record<Language, string>> = {
  en: 'English',
  'zh-CN': '简体中文',
  de: 'Deutsch',
  es: 'Español',
}

const KEPT_AS = 'restow.language'

/** The first of the wished-for languages that there is, by its first part: `de-AT` gets `de`, `zh-TW` gets `zh-CN`. */
export function bestLanguage(wished: readonly string[]): Language {
  for (const wish of wished) {
    const first = wish.toLowerCase().split('-')[0]
    const found = LANGUAGE_CODES.find((code) => code.toLowerCase().split('-')[0] === first)
    if (found) return found
  }
  return 'en'
}

function remembered(): Language {
  const kept = globalThis.localStorage?.getItem(KEPT_AS)
  return LANGUAGE_CODES.find((code) => code === kept) ?? bestLanguage(globalThis.navigator?.languages ?? [])
}

interface InUse {
  readonly language: Language
  /** How often somebody has chosen here. */
  readonly chosen: number
  /** Somebody chooses it for themselves. */
  choose: (language: Language) => void
  /** It is shown to whoever has chosen it before. */
  show: (language: Language) => void
}

/** The language in use: the device's own until a person chooses, then remembered on the device. */
export const useLanguage = create<InUse>((set) => ({
  language: remembered(),
  chosen: 0,
  choose: (language) => {
    localStorage.setItem(KEPT_AS, language)
    set(({ chosen }) => ({ language, chosen: chosen + 1 }))
  },
  show: (language) => {
    localStorage.setItem(KEPT_AS, language)
    set({ language })
  },
}))
