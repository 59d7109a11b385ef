import type { Language } from '@restow/domain'
import { commandSheet as de } from './de/command-sheet.ts'
import { floorWords as floorDe } from './de/floor-words.ts'
import { words as wordsDe } from './de/words.ts'
import { commandSheet as en } from './en/command-sheet.ts'
import { floorWords as floorEn } from './en/floor-words.ts'
import { words as wordsEn } from './en/words.ts'
import { commandSheet as es } from './es/command-sheet.ts'
import { floorWords as floorEs } from './es/floor-words.ts'
import { words as wordsEs } from './es/words.ts'
import { commandSheet as zh } from './zh-cn/command-sheet.ts'
import { floorWords as floorZh } from './zh-cn/floor-words.ts'
import { words as wordsZh } from './zh-cn/words.ts'

/** What is printed on the sheet of command codes, in every language: words alone, for whoever prints it. */
export const SHEET_TEXTS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: { ...wordsEn, ...floorEn, ...en },
  'zh-CN': { ...wordsZh, ...floorZh, ...zh },
  de: { ...wordsDe, ...floorDe, ...de },
  es: { ...wordsEs, ...floorEs, ...es },
}
