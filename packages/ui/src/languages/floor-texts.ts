import { answers } from './en/answers.ts'
import { camera } from './en/camera.ts'
import { commandPage } from './en/command-sheet.ts'
import { copy } from './en/copy.ts'
import { costWords } from './en/cost-words.ts'
import { count } from './en/count.ts'
import { device } from './en/device.ts'
import { floorPrinting } from './en/floor-printing.ts'
import { floorUnclaimed } from './en/floor-unclaimed.ts'
import { floorWords } from './en/floor-words.ts'
import { holdWords } from './en/hold-words.ts'
import { dock, matching } from './en/matching.ts'
import { outbox } from './en/outbox.ts'
import { printWords } from './en/print-words.ts'
import { reasonWords } from './en/reason-words.ts'
import { sent } from './en/sent.ts'
import { settledWords } from './en/settled-words.ts'
import { shell } from './en/shell.ts'
import { steps } from './en/steps.ts'
import { trigger } from './en/trigger.ts'
import { unclaimedWords } from './en/unclaimed-words.ts'
import { why } from './en/why.ts'
import { words } from './en/words.ts'
import { textsOf } from './texts.ts'

/** The floor app's texts in English: the original that the other languages follow. */
export const english = {
  ...words,
  ...holdWords,
  ...reasonWords,
  ...unclaimedWords,
  ...floorUnclaimed,
  ...floorWords,
  ...costWords,
  ...shell,
  ...steps,
  ...why,
  ...trigger,
  ...commandPage,
  ...camera,
  ...sent,
  ...copy,
  ...count,
  ...outbox,
  ...device,
  ...matching,
  ...floorPrinting,
  ...printWords,
  ...dock,
  ...settledWords,
  ...answers,
  ...costWords,
} as const
export type FloorKey = keyof typeof english

/** Each language is a chunk of its own, since most devices only ever need one. */
export const translations = {
  'zh-CN': () => import('./zh-cn/floor.ts'),
  de: () => import('./de/floor.ts'),
  es: () => import('./es/floor.ts'),
}

const texts = textsOf(english, translations)
export const startTexts = texts.start
export const useTexts = texts.useTexts
export const tell = texts.tell
export const tellCount = texts.tellCount
export const findText = texts.find
