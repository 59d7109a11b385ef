import { costWords } from './cost-words.ts'
import { deskBoards } from './desk-boards.ts'
import { deskChecklists } from './desk-checklists.ts'
import { deskDevices } from './desk-devices.ts'
import { deskDropped } from './desk-dropped.ts'
import { deskFirstSetUp } from './desk-first-set-up.ts'
import { deskHouse } from './desk-house.ts'
import { deskKeys } from './desk-keys.ts'
import { deskLabels } from './desk-labels.ts'
import { deskLive } from './desk-live.ts'
import { deskPolicy } from './desk-policy.ts'
import { deskPrintLabels } from './desk-print-labels.ts'
import { deskPrinters } from './desk-printers.ts'
import { deskReport } from './desk-report.ts'
import { deskSearch } from './desk-search.ts'
import { deskSetUp } from './desk-set-up.ts'
import { deskShell } from './desk-shell.ts'
import { deskStory } from './desk-story.ts'
import { deskUnclaimed } from './desk-unclaimed.ts'
import { deskWords } from './desk-words.ts'
import { deskWork } from './desk-work.ts'
import { deskMatching, matching } from './matching.ts'
import { printWords } from './print-words.ts'
import { unclaimedWords } from './unclaimed-words.ts'
import { why } from './why.ts'
import { words } from './words.ts'

export default {
  ...words,
  ...unclaimedWords,
  ...why,
  ...deskUnclaimed,
  ...deskWords,
  ...deskShell,
  ...deskBoards,
  ...deskWork,
  ...deskReport,
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
  ...deskSearch,
  ...deskPolicy,
  ...deskHouse,
  ...deskChecklists,
  ...costWords,
  ...deskKeys,
}
