import type { PDFPage } from 'pdf-lib'
import { DOT, drawLine, type Faces } from './sheet.ts'

/** Words in any script: by the standard faces where these hold them, else as outlines. */

/** A name as it can be set on one line: composed letters, and nothing that is no letter to be seen. */
export const plainName = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/[\s\p{C}]+/gu, ' ')
    .trim()

/** Do the standard faces hold this name? */
export const isLatin1 = (name: string): boolean => /^[ -~\u00a0-\u00ff]*$/.test(name)

interface Place {
  readonly x: number
  readonly baseline: number
  readonly size: number
  readonly room: number
}

/** Sets words on one line, smaller where they would not fit. @returns whether any face here holds them */
export function drawWords(page: PDFPage, words: string, place: Place, faces: Faces): boolean {
  const { x, baseline, size, room } = place
  const outline = faces.names.get(words)
  if (outline) {
    const fitting = Math.min(size, room / outline.width)
    page.pushOperators(...outline.at(x * DOT, baseline * DOT, fitting * DOT))
    return true
  }
  if (!isLatin1(words)) return false
  drawLine(page, words, { ...place, font: faces.words })
  return true
}
