import { LANGUAGE_CODES, type Language, useLanguage } from './language.ts'

/** A choice that its person's account does not hold yet; by nobody when it was made before signing in. */
interface Unsent {
  who: string | null
  readonly language: Language
}

const KEPT_AS = 'restow.language.unsent'
/** After so long what could not be stored is tried again, in milliseconds. */
const AGAIN_MS = 30_000

function remembered(): Unsent | null {
  try {
    const kept: Partial<Unsent> = JSON.parse(globalThis.localStorage?.getItem(KEPT_AS) ?? '{}')
    const language = LANGUAGE_CODES.find((code) => code === kept.language)
    return language ? { who: kept.who ?? null, language } : null
  } catch {
    return null
  }
}

/**
 * The language goes with the person: what is chosen is stored with whoever is signed in, and comes back wherever
 * they sign in. Without a network it stays here until it can be stored.
 * @param store keeps the language of whoever is signed in; rejects while that cannot be done
 */
export function languageOfPerson(store: (language: Language) => Promise<void>) {
  let who: string | null = null
  let unsent = remembered()
  let timer: ReturnType<typeof setTimeout> | undefined

  function keep(next: Unsent | null): void {
    unsent = next
    if (next) localStorage.setItem(KEPT_AS, JSON.stringify(next))
    else localStorage.removeItem(KEPT_AS)
  }

  async function send(): Promise<void> {
    clearTimeout(timer)
    const sending = unsent
    if (who === null || sending?.who !== who) return
    try {
      await store(sending.language)
      if (unsent === sending) keep(null)
    } catch {
      timer = setTimeout(() => void send(), AGAIN_MS)
    }
  }

  useLanguage.subscribe(({ chosen, language }, before) => {
    if (chosen === before.chosen) return
    keep({ who, language })
    void send()
  })
  globalThis.addEventListener?.('online', () => void send())

  return {
    /** Somebody has signed in. What they have chosen here and is not stored yet goes before what is stored. */
    enter(person: string, stored: Language | undefined): void {
      who = person
      if (unsent && (unsent.who === null || unsent.who === person)) {
        keep({ who: person, language: unsent.language })
        useLanguage.getState().show(unsent.language)
        void send()
      } else if (stored) useLanguage.getState().show(stored)
    },
    /** Nobody is signed in any more: what is chosen now is for whoever signs in next. */
    leave(): void {
      who = null
    },
  }
}
