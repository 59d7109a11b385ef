import type { Language } from '@restow/domain'
import { holdWords as holdDe } from './de/hold-words.ts'
import { labels as labelsDe } from './de/labels.ts'
import { words as wordsDe } from './de/words.ts'
import { holdWords as holdEn } from './en/hold-words.ts'
import { labels as labelsEn } from './en/labels.ts'
import { words as wordsEn } from './en/words.ts'
import { holdWords as holdEs } from './es/hold-words.ts'
import { labels as labelsEs } from './es/labels.ts'
import { words as wordsEs } from './es/words.ts'
import { holdWords as holdZh } from './zh-cn/hold-words.ts'
import { labels as labelsZh } from './zh-cn/labels.ts'
import { words as wordsZh } from './zh-cn/words.ts'

export { questionInWords } from '../in-words/code-in-words.ts'
export { fill } from './fill.ts'

/** What is printed on labels, in every language: words alone, for whoever prints them. */
export const LABEL_TEXTS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: { ...wordsEn, ...holdEn, ...labelsEn },
  'zh-CN': { ...wordsZh, ...holdZh, ...labelsZh },
  de: { ...wordsDe, ...holdDe, ...labelsDe },
  es: { ...wordsEs, ...holdEs, ...labelsEs },
}
