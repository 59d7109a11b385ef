import { categoryWords } from './en/category-words.ts'
import { costWords } from './en/cost-words.ts'
import { deskAnnounce } from './en/desk-announce.ts'
import { deskBoards } from './en/desk-boards.ts'
import { deskCharts } from './en/desk-charts.ts'
import { deskChecklists } from './en/desk-checklists.ts'
import { deskDecisions } from './en/desk-decisions.ts'
import { deskDevices } from './en/desk-devices.ts'
import { deskDispositions } from './en/desk-dispositions.ts'
import { deskDropped } from './en/desk-dropped.ts'
import { deskFirstSetUp } from './en/desk-first-set-up.ts'
import { deskFlow } from './en/desk-flow.ts'
import { deskHall } from './en/desk-hall.ts'
import { deskHouse } from './en/desk-house.ts'
import { deskKeys } from './en/desk-keys.ts'
import { deskLabels } from './en/desk-labels.ts'
import { deskLive } from './en/desk-live.ts'
import { deskMails } from './en/desk-mails.ts'
import { deskOverview } from './en/desk-overview.ts'
import { deskOwnPolicy } from './en/desk-own-policy.ts'
import { deskPeople } from './en/desk-people.ts'
import { deskPolicy } from './en/desk-policy.ts'
import { deskPrintLabels } from './en/desk-print-labels.ts'
import { deskPrinters } from './en/desk-printers.ts'
import { deskProductFile } from './en/desk-product-file.ts'
import { deskReport } from './en/desk-report.ts'
import { deskReportFiles } from './en/desk-report-files.ts'
import { deskScreens } from './en/desk-screens.ts'
import { deskSearch } from './en/desk-search.ts'
import { deskSetUp } from './en/desk-set-up.ts'
import { deskShell } from './en/desk-shell.ts'
import { deskStory } from './en/desk-story.ts'
import { deskTv } from './en/desk-tv.ts'
import { deskUnclaimed } from './en/desk-unclaimed.ts'
import { deskWaiting } from './en/desk-waiting.ts'
import { deskWebhooks } from './en/desk-webhooks.ts'
import { deskWords } from './en/desk-words.ts'
import { deskWork } from './en/desk-work.ts'
import { holdWords } from './en/hold-words.ts'
import { deskMatching, matching } from './en/matching.ts'
import { printWords } from './en/print-words.ts'
import { reasonDetails, reasonWords } from './en/reason-words.ts'
import { settledWords } from './en/settled-words.ts'
import { unclaimedWords } from './en/unclaimed-words.ts'
import { why } from './en/why.ts'
import { words } from './en/words.ts'
import { textsOf } from './texts.ts'

/** The desk app's texts in English: the original that the other languages follow. */
export const english = {
  ...words,
  ...holdWords,
  ...reasonDetails,
  ...reasonWords,
  ...categoryWords,
  ...unclaimedWords,
  ...why,
  ...deskUnclaimed,
  ...deskWords,
  ...deskShell,
  ...deskBoards,
  ...deskWork,
  ...deskReport,
  ...deskReportFiles,
  ...deskSetUp,
  ...deskFirstSetUp,
  ...deskStory,
  ...deskDevices,
  ...matching,
  ...deskMatching,
  ...deskPrinters,
  ...deskPrintLabels,
  ...deskLabels,
  ...printWords,
  ...deskLive,
  ...deskDropped,
  ...deskCharts,
  ...deskFlow,
  ...deskPeople,
  ...deskScreens,
  ...deskTv,
  ...settledWords,
  ...costWords,
  ...deskWaiting,
  ...deskDispositions,
  ...deskSearch,
  ...deskPolicy,
  ...deskOwnPolicy,
  ...deskHouse,
  ...deskChecklists,
  ...deskKeys,
  ...deskWebhooks,
  ...deskMails,
  ...deskAnnounce,
  ...deskHall,
  ...deskDecisions,
  ...deskOverview,
  ...deskProductFile,
} as const
export type DeskKey = keyof typeof english

/** Each language is a chunk of its own, since most readers only ever need one. */
export const translations = {
  'zh-CN': () => import('./zh-cn/desk.ts'),
  de: () => import('./de/desk.ts'),
  es: () => import('./es/desk.ts'),
}

const texts = textsOf(english, translations)
export const startTexts = texts.start
export const useTexts = texts.useTexts
export const tell = texts.tell
export const tellCount = texts.tellCount
export const findText = texts.find
