import type { SessionUser } from '@restow/contracts'
import { languageOfPerson } from '@restow/ui'
import { api } from './api.ts'

const language = languageOfPerson((chosen) => api.chooseLanguage(chosen))

/** Who is at the desk, or nobody: the language goes with them. A screen goes on in that of whoever hung it. */
export function speakFor(user: SessionUser | null): void {
  if (user?.role === 'screen') return
  if (user) language.enter(user.badge ?? `${user.seller}/${user.name}`, user.language)
  else language.leave()
}
