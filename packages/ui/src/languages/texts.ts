import { create } from 'zustand'
import { type Facts, fill, type Places } from './fill.ts'
import { numberFormat, pluralRules } from './formats.ts'
import { type Language, useLanguage } from './language.ts'
import type { Translation } from './translation.ts'

export type { Translation } from './translation.ts'

type Arguments<Text extends string> = [Places<Text>] extends [never]
  ? []
  : [facts: Readonly<Record<Places<Text>, string | number>>]
/** A text by its key; a key that is not there, or a place left unfilled, is a type error. */
export type Tell<T extends Record<string, string>> = <K extends keyof T & string>(
  key: K,
  ...facts: Arguments<T[K]>
) => string
type Others<T extends Record<string, string>> = Record<
  Exclude<Language, 'en'>,
  () => Promise<{ default: Translation<T> }>
>

/** Keys that end in `.one` and `.other`: a text with a number in it. */
type Counted<T> = { [K in keyof T]: K extends `${infer Stem}.one` ? Stem : never }[keyof T]

/**
 * The texts of one app. English is there at once and stands in until another language has been loaded.
 * @param english is the original: keys and places of the others follow it
 */
export function textsOf<const T extends Record<string, string>>(english: T, others: Others<T>) {
  type State = { language: Language; messages: Translation<T> }
  const useMessages = create<State>(() => ({ language: 'en', messages: english }))

  async function load(language: Language): Promise<void> {
    const loaded = language === 'en' ? { default: english } : await others[language]().catch(() => null)
    if (!loaded) return loadWhenOnline(language)
    const messages: Translation<T> = loaded.default
    if (useLanguage.getState().language !== language) return
    useMessages.setState({ language, messages })
    if (globalThis.document) document.documentElement.lang = language
  }

  /** A language that was never here needs the network once; until then the one before stands. */
  function loadWhenOnline(language: Language): void {
    globalThis.addEventListener?.('online', () => void load(language), { once: true })
  }

  const tellIn =
    (messages: Translation<T>): Tell<T> =>
    (key, ...facts) =>
      fill(messages[key], facts[0] as Facts | undefined)

  const tell: Tell<T> = (key, ...facts) => tellIn(useMessages.getState().messages)(key, ...facts)

  /** A text with a number, in the form that the language has for that number. */
  function tellCount(stem: Counted<T>, count: number): string {
    const { language, messages } = useMessages.getState()
    const form = pluralRules(language).select(count) === 'one' ? 'one' : 'other'
    return fill(messages[`${stem}.${form}` as keyof T] ?? '', {
      count: numberFormat(language).format(count),
    })
  }

  return {
    /** Loads the language in use, and again whenever another is chosen. */
    start: async (): Promise<void> => {
      useLanguage.subscribe(({ language }) => void load(language))
      await load(useLanguage.getState().language)
    },
    /** The texts inside a component, which is drawn anew when the language changes. */
    useTexts: (): { t: Tell<T>; tn: typeof tellCount; language: Language } => {
      const { language, messages } = useMessages()
      return { t: tellIn(messages), tn: tellCount, language }
    },
    tell,
    tellCount,
    /** A text whose key is only known at run time; undefined where there is none. */
    find: (key: string): string | undefined => useMessages.getState().messages[key as keyof T],
  }
}
