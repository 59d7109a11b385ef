import {
  ANGLES,
  CONDITIONS,
  DISPATCH_REASONS,
  DISPOSITIONS,
  FINDINGS,
  GRADES,
  IDENTITIES,
  LANGUAGE_CODES,
  OVERRIDE_REASONS,
  PARCEL_OUTCOMES,
  ROUTES,
  WAITS_FOR,
} from '@restow/domain'
import { type CommandCode, commandCode } from './command-codes.ts'

/** Everything that a tap does on the floor, in the order of the flow: what the printed sheet has, and what screens take. */

export const SHEET_GROUPS = [
  'everywhere',
  'answers',
  'numbers',
  'receive',
  'register',
  'inspect',
  'findings',
  'grade',
  'classify',
  'routes',
  'reasons',
  'putaway',
  'refurbish',
  'scrap',
  'leave',
  'steps',
  'device',
] as const
export type SheetGroup = (typeof SHEET_GROUPS)[number]

/** A code of the sheet, as screens name it: `NEXT`, `GRADE.like_new`. */
export interface SheetCode extends CommandCode {
  /** As it is scanned. */
  readonly printed: string
}

const withValues = (command: string, values: readonly (string | number)[]) =>
  values.map((value) => `${command}.${String(value).toLowerCase().replaceAll('-', '_')}`)
const upTo = (last: number) => Array.from({ length: last }, (_, i) => i + 1)

/** Another item and an empty box are answers to the question of identity, not findings of their own. */
const SEEN = FINDINGS.filter((finding) => finding !== 'wrong_item' && finding !== 'empty_box')
const STEPS = [
  ...['inspect', 'classify', 'putaway', 'refurbish', 'finish', 'approve', 'scrap'],
  ...['dispatch', 'hold', 'held', 'replace', 'split', 'lose', 'find'],
]

const NAMES: Readonly<Record<SheetGroup, readonly string[]>> = {
  everywhere: ['NEXT', 'BACK', 'CONFIRM', 'OK', 'UNDO', 'CANCEL', 'HOME', 'MENU', 'MORE', 'RETRY', 'TYPE'],
  answers: withValues('ANSWER', upTo(10)),
  numbers: [...withValues('DIGIT', [1, 2, 3, 4, 5, 6, 7, 8, 9, 0]), 'PLUS', 'MINUS', 'CLEAR', 'ALL'],
  receive: [
    ...withValues('CONDITION', CONDITIONS),
    ...withValues('OUTCOME', PARCEL_OUTCOMES),
    ...['RECEIVE', 'REOPEN', 'CLAIM', 'SAME_BOX', 'ANOTHER_PARCEL', 'PRINTED', 'SKIP'],
  ],
  register: ['REGISTER', ...withValues('LINE', upTo(9)), 'UNKNOWN', 'PRINT', 'INSPECT', 'CLOSE'],
  inspect: [...withValues('IDENTITY', IDENTITIES), 'PHOTO', ...withValues('PHOTO', ANGLES), 'FILE'],
  findings: withValues('FINDING', SEEN),
  grade: withValues('GRADE', GRADES),
  classify: [...withValues('DISPOSITION', DISPOSITIONS), 'OTHER'],
  routes: withValues('ROUTE', ROUTES),
  reasons: withValues('REASON', OVERRIDE_REASONS),
  putaway: ['COUNT', 'COUNTED', 'HOLD', 'CALL', ...withValues('WAITS_FOR', WAITS_FOR), 'RELEASE'],
  refurbish: ['START', 'FINISH'],
  scrap: ['APPROVE', 'DECLINE', 'SCRAP'],
  leave: withValues('DISPATCH', DISPATCH_REASONS),
  steps: withValues('STEP', STEPS),
  device: [
    ...['SENDING', 'SEND', 'DISMISS', 'OPEN', 'COMMANDS', 'TRIGGER', 'CAMERA', 'TORCH', 'LENS'],
    ...withValues('PLATES', [1, 10, 24]),
    ...withValues('LABELS', ['dialog', 'tab']),
    ...withValues('LANGUAGE', LANGUAGE_CODES),
    ...withValues('THEME', ['system', 'light', 'dark']),
    ...withValues('SOUND', ['on', 'off']),
    ...withValues('AWAKE', ['on', 'off']),
    ...['PRINTER.none', 'CAME_OUT', 'PRINT_AGAIN'],
    ...['UPDATE', 'SIGN_OUT'],
  ],
}

function codeOf(name: string): SheetCode {
  const [command = '', ...rest] = name.split('.')
  const value = rest.length > 0 ? rest.join('.') : undefined
  const printed = commandCode(command, value)
  if (printed === undefined) throw new Error(`${name} cannot be printed as a code.`)
  return { command, printed, ...(value === undefined ? {} : { value }) }
}

/** The sheet: each group with its codes, in the order in which they are printed. */
export const COMMAND_SHEET: readonly { readonly group: SheetGroup; readonly codes: readonly SheetCode[] }[] =
  SHEET_GROUPS.map((group) => ({ group, codes: NAMES[group].map(codeOf) }))
