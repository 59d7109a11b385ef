import { languageOfPerson } from '@restow/ui'
import { api } from '../outbox/api.ts'

/** The language goes with the badge, from one handheld to the next. */
export const languageOfBadge = languageOfPerson((language) => api.chooseLanguage(language))
