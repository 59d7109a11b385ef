import { categoryWords } from './category-words.ts'
import { costWords } from './cost-words.ts'
import { deskAnnounce } from './desk-announce.ts'
import { deskBoards } from './desk-boards.ts'
import { deskCharts } from './desk-charts.ts'
import { deskChecklists } from './desk-checklists.ts'
import { deskDecisions } from './desk-decisions.ts'
import { deskDevices } from './desk-devices.ts'
import { deskDispositions } from './desk-dispositions.ts'
import { deskDropped } from './desk-dropped.ts'
import { deskFirstSetUp } from './desk-first-set-up.ts'
import { deskFlow } from './desk-flow.ts'
import { deskHall } from './desk-hall.ts'
import { deskHouse } from './desk-house.ts'
import { deskKeys } from './desk-keys.ts'
import { deskLabels } from './desk-labels.ts'
import { deskLive } from './desk-live.ts'
import { deskMails } from './desk-mails.ts'
import { deskOverview } from './desk-overview.ts'
import { deskOwnPolicy } from './desk-own-policy.ts'
import { deskPeople } from './desk-people.ts'
import { deskPolicy } from './desk-policy.ts'
import { deskPrintLabels } from './desk-print-labels.ts'
import { deskPrinters } from './desk-printers.ts'
import { deskProductFile } from './desk-product-file.ts'
import { deskReport } from './desk-report.ts'
import { deskReportFiles } from './desk-report-files.ts'
import { deskScreens } from './desk-screens.ts'
import { deskSearch } from './desk-search.ts'
import { deskSetUp } from './desk-set-up.ts'
import { deskShell } from './desk-shell.ts'
import { deskStory } from './desk-story.ts'
import { deskTv } from './desk-tv.ts'
import { deskUnclaimed } from './desk-unclaimed.ts'
import { deskWaiting } from './desk-waiting.ts'
import { deskWebhooks } from './desk-webhooks.ts'
import { deskWords } from './desk-words.ts'
import { deskWork } from './desk-work.ts'
import { holdWords } from './hold-words.ts'
import { deskMatching, matching } from './matching.ts'
import { printWords } from './print-words.ts'
import { reasonDetails, reasonWords } from './reason-words.ts'
import { settledWords } from './settled-words.ts'
import { unclaimedWords } from './unclaimed-words.ts'
import { why } from './why.ts'
import { words } from './words.ts'

export default {
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
}
