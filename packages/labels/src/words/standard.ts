/** Text in the faces that every PDF reader has: they cost no bytes, and hold what Windows-1252 does. */
import type { PrinterLanguage } from '@restow/contracts'
import { PDFDocument, type PDFFont, StandardFonts } from 'pdf-lib'
import { type Atom, type FaceName, pieces, type Setting } from './atoms.ts'

const FACES: Readonly<Record<FaceName, StandardFonts>> = {
  words: StandardFonts.HelveticaBold,
  code: StandardFonts.CourierBold,
}

/** Sets what the standard faces hold. */
export interface StandardWords {
  atom(text: string, face: FaceName): Atom
  set(text: string, face: FaceName): Setting
}

/** A word is as wide as its letters: the writers set them without kerning. */
function measurer(font: PDFFont, wider: Readonly<Record<string, number>>): (text: string) => number {
  const widths = new Map(Object.entries(wider))
  return (text) => {
    let sum = 0
    for (const letter of text) {
      const known = widths.get(letter) ?? font.widthOfTextAtSize(letter, 1)
      widths.set(letter, known)
      sum += known
    }
    return sum
  }
}

function atomOf(text: string, isGlued: boolean, widthOf: (text: string) => number): Atom {
  return {
    text,
    width: widthOf(text),
    level: 0,
    isBlank: text.trim() === '',
    isGlued,
    glyphs: null,
    letters: () => [...text].map((letter) => atomOf(letter, false, widthOf)),
  }
}

async function open(wider: Readonly<Record<string, number>>): Promise<StandardWords> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  const measure = {
    words: measurer(pdf.embedStandardFont(FACES.words), wider),
    code: measurer(pdf.embedStandardFont(FACES.code), wider),
  }
  const atom = (text: string, face: FaceName, isGlued = false) => atomOf(text, isGlued, measure[face])
  return {
    atom,
    set: (text, face) => ({
      text,
      face,
      atoms: pieces(text).map((piece) => atom(piece.text, face, piece.isGlued)),
      isRightToLeft: false,
      ascent: 0.76,
      descent: 0.24,
      ellipsis: atom('...', face, true),
    }),
  }
}

/** A label printer's own face is narrower, but for its hyphen. */
const PRINTERS = { '-': 0.62 }

const opened = new Map<PrinterLanguage, Promise<StandardWords>>()

/** Words as wide as their writer sets them, or less. */
export function standardWords(language: PrinterLanguage): Promise<StandardWords> {
  const words = opened.get(language) ?? open(language === 'zpl' ? PRINTERS : {})
  opened.set(language, words)
  return words
}
