/**
 * Words of our own faces in a PDF: one small face for each size of unit, with the glyphs that are used and what they
 * are read as, so that words can be searched for and copied.
 */
import { type PDFContext, type PDFRef, PDFString } from 'pdf-lib'
import type { Atom, Outline } from '../words/atoms.ts'
import { GlyphSet } from './true-type.ts'

const hex = (code: number): string => code.toString(16).padStart(4, '0')
const utf16 = (text: string): string =>
  Array.from({ length: text.length }, (_, i) => hex(text.charCodeAt(i))).join('')

/** What each glyph is read as. */
function toUnicode(texts: ReadonlyMap<number, string>): string {
  const lines = [...texts].map(([number, text]) => `<${hex(number)}> <${utf16(text)}>`)
  const blocks = Array.from({ length: Math.ceil(lines.length / 100) }, (_, i) =>
    lines.slice(i * 100, (i + 1) * 100),
  )
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CMapName /R def /CMapType 2 def',
    '1 begincodespacerange <0000> <ffff> endcodespacerange',
    ...blocks.map((block) => `${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`),
    'endcmap end end',
  ].join('\n')
}

interface At {
  readonly x: number
  readonly y: number
  readonly size: number
}
interface Face {
  readonly glyphs: GlyphSet
  readonly texts: Map<number, string>
}

const round = (value: number) => Math.round(value * 10) / 10

/** The faces of one document. */
export class OutlineFonts {
  /** By the units of their letters' size. */
  readonly #faces = new Map<number, Face>()

  #number({ em, source, text }: Outline): number {
    const face = this.#faces.get(em) ?? { glyphs: new GlyphSet(), texts: new Map<number, string>() }
    this.#faces.set(em, face)
    const number = face.glyphs.number(source)
    // A mark that belongs to the letter before it is read as nothing that is seen.
    face.texts.set(number, text === '' ? '\u200b' : text)
    return number
  }

  /** The operators that show an atom; where its glyphs do not tell what is read, this is said beside them. */
  show(atom: Atom, at: At): string[] {
    const shown = this.#shown(atom, at)
    const told = (atom.glyphs ?? []).map(({ outline }) => outline.text).join('')
    // Readers turn what goes from right to left round by themselves, and this with it.
    if (shown.length === 0 || told === atom.text || atom.level % 2 === 1) return shown
    return [`/Span <</ActualText <feff${utf16(atom.text)}>>> BDC`, ...shown, 'EMC']
  }

  #shown({ glyphs }: Atom, { x, y, size }: At): string[] {
    const shown: string[] = []
    let run = { em: 0, from: '', next: Number.NaN, y: 0, codes: '' }
    const end = () => {
      if (run.codes !== '') shown.push(`/O${run.em} ${size} Tf ${run.from} Tm <${run.codes}> Tj`)
    }
    for (const { outline, ...at } of glyphs ?? []) {
      const code = hex(this.#number(outline))
      const follows = outline.em === run.em && at.y === run.y && Math.abs(at.x - run.next) < 1e-6
      if (follows) run.codes += code
      else {
        end()
        const from = `1 0 0 1 ${round(x + at.x * size)} ${round(y + at.y * size)}`
        run = { em: outline.em, from, next: at.x, y: at.y, codes: code }
      }
      run.next += outline.advance
    }
    end()
    return shown
  }

  /** Puts the faces into the document. @returns their names and where they are */
  embed(context: PDFContext): [string, PDFRef][] {
    return [...this.#faces].map(([em, face]) => [`O${em}`, embedFace(context, em, face)])
  }
}

function embedFace(context: PDFContext, em: number, { glyphs, texts }: Face): PDFRef {
  const thousandths = (units: number) => Math.round((units * 1000) / em)
  // Six letters tell faces of the same name apart.
  const name = `RESTOW+Label${em}`
  const bytes = glyphs.bytes(em)
  const descriptor = context.obj({
    Type: 'FontDescriptor',
    FontName: name,
    Flags: 4,
    FontBBox: [-1000, -1000, 2000, 2000],
    ItalicAngle: 0,
    Ascent: 880,
    Descent: -240,
    CapHeight: 730,
    StemV: 120,
    FontFile2: context.register(context.flateStream(bytes, { Length1: bytes.length })),
  })
  const descendant = context.obj({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: name,
    CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 },
    FontDescriptor: context.register(descriptor),
    W: [1, glyphs.advances().map(thousandths)],
    CIDToGIDMap: 'Identity',
  })
  const font = context.obj({
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: name,
    Encoding: 'Identity-H',
    DescendantFonts: [context.register(descendant)],
    ToUnicode: context.register(context.flateStream(toUnicode(texts))),
  })
  return context.register(font)
}
