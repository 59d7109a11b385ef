import type { Language } from '@restow/domain'
import { dayMail as mailDe } from './de/day-mail.ts'
import { words as wordsDe } from './de/words.ts'
import { dayMail as mailEn } from './en/day-mail.ts'
import { words as wordsEn } from './en/words.ts'
import { dayMail as mailEs } from './es/day-mail.ts'
import { words as wordsEs } from './es/words.ts'
import type { Translation } from './translation.ts'
import { dayMail as mailZh } from './zh-cn/day-mail.ts'
import { words as wordsZh } from './zh-cn/words.ts'

const english = { ...wordsEn, ...mailEn } as const
export type MailKey = keyof typeof english

/** What stands in e-mails, in every language: words alone, for whoever sends them. */
export const MAIL_TEXTS: Readonly<Record<Language, Translation<typeof english>>> = {
  en: english,
  'zh-CN': { ...wordsZh, ...mailZh },
  de: { ...wordsDe, ...mailDe },
  es: { ...wordsEs, ...mailEs },
}
