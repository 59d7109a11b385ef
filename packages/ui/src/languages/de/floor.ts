import { answers } from './answers.ts'
import { camera } from './camera.ts'
import { commandPage } from './command-sheet.ts'
import { copy } from './copy.ts'
import { costWords } from './cost-words.ts'
import { count } from './count.ts'
import { device } from './device.ts'
import { floorPrinting } from './floor-printing.ts'
import { floorUnclaimed } from './floor-unclaimed.ts'
import { floorWords } from './floor-words.ts'
import { holdWords } from './hold-words.ts'
import { dock, matching } from './matching.ts'
import { outbox } from './outbox.ts'
import { printWords } from './print-words.ts'
import { reasonWords } from './reason-words.ts'
import { sent } from './sent.ts'
import { settledWords } from './settled-words.ts'
import { shell } from './shell.ts'
import { steps } from './steps.ts'
import { trigger } from './trigger.ts'
import { unclaimedWords } from './unclaimed-words.ts'
import { why } from './why.ts'
import { words } from './words.ts'

export default {
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
}
