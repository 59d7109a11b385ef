/**
 * Labels as ZPL, the language of label printers: they draw bars and Latin letters themselves, in dots; other
 * scripts are sent as pictures. Nothing that stands on a label can be taken for a command.
 */

import type { Area, ArrowBox, Box, CodeBox, Layout, WordsBox, WordsLine } from '../layout/boxes.ts'
import { dotsPerMm, type LabelMedia } from '../media.ts'
import { zplOfCode128 } from '../symbols/code128-values.ts'
import type { BarSymbol } from '../symbols/symbol.ts'
import { arrowCorners } from './arrow.ts'
import { Bitmap, edgesOf } from './bitmap.ts'
import { pictureField } from './zpl-picture.ts'

/** How a label lies on its paper: upright, or a quarter turn to the right. */
interface Lie {
  readonly letter: 'N' | 'R'
  /** Where the top left corner of an area comes to lie. */
  at(area: Area): string
}

function lieOf({ height }: Layout, isTurned: boolean): Lie {
  if (!isTurned) return { letter: 'N', at: ({ x, y }) => `^FO${Math.round(x)},${Math.round(y)}` }
  return {
    letter: 'R',
    at: (area) => `^FO${Math.round(height - area.y - area.height)},${Math.round(area.x)}`,
  }
}

const bytes = new TextEncoder()
const hex = (byte: number): string => `_${byte.toString(16).toUpperCase().padStart(2, '0')}`
/** Printed as they are; everything else is said by its number: what begins a command, what is beyond ASCII. */
const PLAIN = /^[ !-/0-9:;<=>?@A-Z[\]`a-z{|}]$/

/** Field data that is nothing but data. */
export const fieldData = (text: string): string =>
  `^FH_^FD${[...text].map((letter) => (PLAIN.test(letter) ? letter : [...bytes.encode(letter)].map(hex).join(''))).join('')}^FS`

const ESCAPES = ['|', '}', '{', '`', '!', '#']

/** Printers draw the outer bars longer than the height that they are told. */
const LONGER_BARS = 6

/** EAN-13; UPC-A is the same bars with a zero before it. The printer works out the check digit. */
function ean13({ area, module, text }: CodeBox, lie: Lie): string {
  const height = area.height - LONGER_BARS * module
  const at = lie.at(lie.letter === 'N' ? area : { ...area, height })
  const digits = text.padStart(13, '0').slice(0, -1)
  return `${at}^BY${module},2,${height}^BE${lie.letter},${height},N,N${fieldData(digits)}`
}

/** Bars as black boxes, for a symbology that few printers know. */
function boxes({ area, module }: CodeBox, { bars }: BarSymbol, lie: Lie): string {
  return bars
    .map(({ x, width }) => rule({ ...area, x: area.x + x * module, width: width * module }, lie))
    .join('\n')
}

function rule(area: Area, lie: Lie): string {
  const [across, along] = lie.letter === 'N' ? [area.width, area.height] : [area.height, area.width]
  return `${lie.at(area)}^GB${across},${along},${Math.min(across, along)}^FS`
}

function code(box: CodeBox, lie: Lie): string {
  const { area, module, symbology, text } = box
  const at = lie.at(area)
  if (symbology === 'datamatrix') {
    const escaping = ESCAPES.find((letter) => !text.includes(letter)) ?? '|'
    const { modules } = box
    return `${at}^BX${lie.letter},${module},200,${modules},${modules},6,${escaping}${fieldData(text)}`
  }
  if (symbology === 'ean13' || symbology === 'upca') return ean13(box, lie)
  if (symbology === 'ean8') return boxes(box, box, lie)
  const { mode, data } = zplOfCode128(box)
  return `${at}^BY${module},2,${area.height}^BC${lie.letter},${area.height},N,N,N,${mode}${fieldData(data)}`
}

const BLOCK = { left: 'L', middle: 'C', right: 'R' } as const
/** Where the printer's letters begin above their baseline, in letters of one dot. */
const ABOVE = 0.78

function letters(line: WordsLine, box: WordsBox, lie: Lie): string {
  const text = line.atoms.map(({ atom }) => atom.text).join('')
  const height = Math.round(box.size)
  const area = { ...box.area, y: line.baseline - ABOVE * box.size, height }
  const font = `^A0${lie.letter},${height},${height}`
  // A block would take a backslash for a break; it only sets the middle and the right side straight.
  const isBlock = box.align !== 'left' && !text.includes('\\')
  if (!isBlock) return `${lie.at({ ...area, x: line.x, width: line.width })}${font}${fieldData(text)}`
  return `${lie.at(area)}${font}^FB${Math.round(area.width)},1,0,${BLOCK[box.align]}${fieldData(text)}`
}

function picture(line: WordsLine, size: number, lie: Lie): string {
  const glyphs = line.atoms.flatMap(({ atom, x }) =>
    (atom.glyphs ?? []).map((glyph) => ({ ...glyph, left: x })),
  )
  const top = Math.max(0, ...glyphs.map(({ outline, y }) => outline.top + y)) * size
  const bottom = Math.min(0, ...glyphs.map(({ outline, y }) => outline.bottom + y)) * size
  const pad = Math.ceil(size * 0.2)
  const x = Math.floor(line.x) - pad
  const y = Math.floor(line.baseline - top) - 1
  const bitmap = new Bitmap(Math.ceil(line.width) + 2 * pad + 1, Math.ceil(line.baseline - bottom) + 1 - y)
  for (const { outline, left, ...at } of glyphs)
    bitmap.fill(
      edgesOf(outline.curves, (gx, gy) => [
        left + (at.x + gx) * size - x,
        line.baseline - (at.y + gy) * size - y,
      ]),
    )
  return drawn(bitmap, { x, y }, lie)
}

function drawn(bitmap: Bitmap, { x, y }: Pick<Area, 'x' | 'y'>, lie: Lie): string {
  const at = lie.at({ x, y, width: bitmap.width, height: bitmap.height })
  return `${at}${pictureField(lie.letter === 'R' ? bitmap.turned() : bitmap)}^FS`
}

function words(box: WordsBox, lie: Lie): string[] {
  return box.lines.map((line) => {
    const isStandard = line.atoms.every(({ atom }) => atom.glyphs === null)
    const field = isStandard ? letters(line, box, lie) : picture(line, box.size, lie)
    // White letters turn round the black that is beneath them.
    return box.isWhite ? field.replace(/^(\^FO\d+,\d+)/, '$1^FR') : field
  })
}

function arrow(box: ArrowBox, lie: Lie): string {
  const { x, y, width, height } = box.area
  const bitmap = new Bitmap(width, height)
  const corners = arrowCorners(box).map(([cx, cy]) => [cx - x, cy - y] as const)
  bitmap.fill(corners.map((from, i) => ({ from, to: corners[(i + 1) % corners.length] ?? from })))
  return drawn(bitmap, { x, y }, lie)
}

function field(box: Box, lie: Lie): string[] {
  if (box.box === 'code') return [code(box, lie)]
  if (box.box === 'words') return words(box, lie)
  if (box.box === 'arrow') return [arrow(box, lie)]
  return [rule(box.area, lie)]
}

/** One label, and how its paper lies in the printer. */
export interface LaidOut {
  readonly layout: Layout
  readonly isTurned: boolean
}

function head({ layout, isTurned }: LaidOut, media: LabelMedia): string[] {
  const dots = dotsPerMm(layout.dpi)
  const { width, height } = layout.face
  const [across, along] = isTurned ? [height, width] : [width, height]
  return [
    `^CI28^LH0,0^LS0^PON^FWN`,
    `^PW${Math.floor(across * dots + 1e-6)}^LL${Math.floor(along * dots + 1e-6)}`,
    ...(media.size === '62' ? ['^MNN'] : []),
    ...(media.cut === undefined ? [] : [media.cut ? '^MMC' : '^MMT']),
    ...(media.darkness === undefined ? [] : [`^MD${media.darkness}`]),
    ...(media.speed === undefined ? [] : [`^PR${media.speed}`]),
  ]
}

/** Labels as ZPL, each as often as it says, in the order given. */
export function labelZpl(labels: readonly LaidOut[], media: LabelMedia): Uint8Array {
  const texts = labels.map((label) => {
    const lie = lieOf(label.layout, label.isTurned)
    // With a cut after each, and no pause at it.
    const quantity = `^PQ${label.layout.copies}${media.cut ? ',1,0,Y' : ''}`
    const fields = label.layout.boxes.flatMap((box) => field(box, lie))
    return ['^XA', ...head(label, media), ...fields, quantity, '^XZ'].join('\n')
  })
  return bytes.encode(`${texts.join('\n')}\n`)
}
