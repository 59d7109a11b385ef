import { COMMAND_SHEET, type SheetCode, type SheetGroup, TRIGGER_TEST_FNC1 } from '@restow/barcodes'
import type { Language } from '@restow/domain'
import type { CommandSheet } from '@restow/labels'
import { SHEET_TEXTS } from '@restow/ui/sheet'

/** Which list of the trade a command's values are words of. */
const LISTS: Readonly<Record<string, string>> = {
  CONDITION: 'condition',
  OUTCOME: 'outcome',
  IDENTITY: 'identity',
  FINDING: 'finding',
  GRADE: 'grade',
  DISPOSITION: 'disposition',
  ROUTE: 'route',
  REASON: 'override',
  DISPATCH: 'dispatch',
  WAITS_FOR: 'waitsFor',
  PHOTO: 'angle',
}
/** Languages are read by their own names, whatever the sheet's language is. */
const LANGUAGE_NAMES: Readonly<Record<string, string>> = {
  en: 'English',
  zh_cn: '简体中文',
  de: 'Deutsch',
  es: 'Español',
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1)

function textOf({ command, value }: SheetCode, texts: Readonly<Record<string, string>>): string {
  if (command === 'LANGUAGE') return LANGUAGE_NAMES[value ?? ''] ?? ''
  const word = value === undefined ? undefined : (texts[`${LISTS[command]}.${value}`] ?? value)
  const own = texts[`command.${command}.${value}`]
  const frame = command === 'PHOTO' && value !== undefined ? 'command.PHOTO.angle' : `command.${command}`
  return own ?? capital(texts[frame]?.replace('{value}', word ?? '') ?? word ?? '')
}

/** What stands on the sheet of command codes in a language; last of all the code that a scanner is tried with. */
export function commandSheetOf(language: Language): CommandSheet {
  const texts = SHEET_TEXTS[language]
  const title = (group: SheetGroup | 'trigger') => texts[`command.group.${group}`] ?? group
  const groups = COMMAND_SHEET.map(({ group, codes }) => ({
    title: title(group),
    codes: codes.map((code) => ({ printed: code.printed, text: textOf(code, texts) })),
  }))
  const test = { title: title('trigger'), codes: [{ printed: TRIGGER_TEST_FNC1, text: '' }] }
  return { title: texts['command.title'] ?? '', groups: [...groups, test] }
}
