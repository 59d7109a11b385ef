import { type Cell, neutralised } from '../csv.ts'
import type { WallClock } from './wall-clock.ts'

/** Sheets of a workbook as their XML, a row at a time (ECMA-376, part 1, 18.3). */

/** Styles of cells by their place in the workbook's list. */
export const STYLES = { plain: 0, head: 1, moment: 2, money: 3, title: 4 } as const
type Style = keyof typeof STYLES

/** What a sheet's cell may hold, beyond what XML can. */
const MOST_SIGNS = 32_767
/** What XML 1.0 has no sign for, and what would be read as one of Office's own escapes. */
const UNWRITABLE = /(?![\t\n])\p{Cc}|[\ufffe\uffff]|_(?=x[0-9a-fA-F]{4}_)/gu
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

const officeEscape = (sign: string) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`

/** A text as XML has it, with the escapes that Office reads for what XML cannot say. */
export const xmlText = (text: string): string =>
  text
    .slice(0, MOST_SIGNS)
    .replaceAll(/\p{Surrogate}/gu, '\ufffd')
    .replaceAll(UNWRITABLE, officeEscape)
    .replaceAll(/[&<>]/g, (sign) => ESCAPES[sign] ?? sign)

/** What a cell is called: A1 is the first. */
const LETTERS = Array.from({ length: 26 * 27 }, (_, i) => {
  const second = String.fromCharCode(65 + (i % 26))
  return i < 26 ? second : String.fromCharCode(64 + Math.floor(i / 26)) + second
})

function textCell(at: string, text: string, style: Style): string {
  const styled = style === 'plain' ? '' : ` s="${STYLES[style]}"`
  return `<c r="${at}"${styled} t="inlineStr"><is><t xml:space="preserve">${xmlText(neutralised(text))}</t></is></c>`
}

/** Numbers and moments of their own kinds; text never is a formula. */
function cellXml(at: string, value: Cell, clock: WallClock, style: Style): string {
  if (value === null || value === '') return ''
  if (typeof value === 'string') return textCell(at, value, style)
  if (typeof value === 'boolean') return `<c r="${at}" t="b"><v>${value ? 1 : 0}</v></c>`
  if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`
  if ('digits' in value) return `<c r="${at}" s="${STYLES.money}"><v>${value.digits}</v></c>`
  return `<c r="${at}" s="${STYLES.moment}"><v>${clock.serial(value.instant)}</v></c>`
}

/** @param n the row's number, from 1 on */
export const rowXml = (n: number, cells: readonly Cell[], clock: WallClock, style: Style = 'plain'): string =>
  `<row r="${n}">${cells.map((cell, i) => cellXml(`${LETTERS[i]}${n}`, cell, clock, style)).join('')}</row>`

/** @param widths of its columns, in signs @param frozen rows that stay when one scrolls */
export function sheetBegin(widths: readonly number[], frozen: number): string {
  const columns = widths.map(
    (width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  )
  const pane =
    frozen === 0
      ? ''
      : `<pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/>`
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>`
  )
}

export const SHEET_END = '</sheetData></worksheet>'
