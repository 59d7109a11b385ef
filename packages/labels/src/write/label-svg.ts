/** A label as SVG, to be looked at on a screen before anything is printed. */
import type { Box, CodeBox, Layout, WordsBox, WordsLine } from '../layout/boxes.ts'
import type { Curve } from '../words/atoms.ts'
import { arrowCorners } from './arrow.ts'

const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)
const written = (value: number): string => String(Math.round(value * 100) / 100)

function path(
  rectangles: readonly (readonly [x: number, y: number, width: number, height: number])[],
): string {
  return `<path d="${rectangles.map(([x, y, w, h]) => `M${x} ${y}h${w}v${h}h-${w}z`).join('')}"/>`
}

function code(box: CodeBox): string {
  const { area, module } = box
  if (box.symbology !== 'datamatrix')
    return path(box.bars.map(({ x, width }) => [area.x + x * module, area.y, width * module, area.height]))
  return path(
    box.rows.flatMap((row, y) =>
      [...row.matchAll(/1+/g)].map(
        ({ index, 0: run }) =>
          [area.x + index * module, area.y + y * module, run.length * module, module] as const,
      ),
    ),
  )
}

const COMMANDS = { move: 'M', line: 'L', curve: 'C', close: 'Z' } as const
const pathOf = (curves: readonly Curve[]): string =>
  curves
    .map(({ step, points }) => COMMANDS[step] + points.map((value) => value.toFixed(3)).join(' '))
    .join('')

/** Letters that every reader has, drawn as wide as they are in print. */
function letters(text: string, x: number, width: number, baseline: number, { face, size }: WordsBox): string {
  const family = face === 'code' ? 'Courier New, Courier, monospace' : 'Helvetica, Arial, sans-serif'
  const set = `font-family="${family}" font-weight="700" font-size="${size}" xml:space="preserve"`
  return `<text x="${written(x)}" y="${written(baseline)}" textLength="${written(width)}" lengthAdjust="spacingAndGlyphs" ${set}>${escaped(text)}</text>`
}

/** In a line of another script the digits and dashes may still be letters that every reader has. */
function line({ x, baseline, width, atoms }: WordsLine, box: WordsBox): string {
  const { size } = box
  if (atoms.every(({ atom }) => atom.glyphs === null))
    return letters(atoms.map(({ atom }) => atom.text).join(''), x, width, baseline, box)
  const parts = atoms.map(({ atom, x: left }) => {
    if (atom.glyphs === null)
      return atom.isBlank ? '' : letters(atom.text, left, atom.width * size, baseline, box)
    return atom.glyphs
      .map(({ outline, ...at }) => {
        const move = `${written(left + at.x * size)} ${written(baseline - at.y * size)}`
        return `<path transform="translate(${move}) scale(${size} -${size})" d="${pathOf(outline.curves)}"/>`
      })
      .join('')
  })
  return `<g>${parts.join('')}</g>`
}

function drawn(box: Box): string {
  if (box.box === 'code') return code(box)
  if (box.box === 'words')
    return `<g fill="${box.isWhite ? '#fff' : '#000'}">${box.lines.map((one) => line(one, box)).join('')}</g>`
  const { x, y, width, height } = box.area
  if (box.box === 'rule') return path([[x, y, width, height]])
  return `<polygon points="${arrowCorners(box)
    .map((corner) => corner.map(written).join(','))
    .join(' ')}"/>`
}

/** One label as a picture of its true size, in its printer's dots. */
export function labelSvg({ face, width, height, boxes }: Layout): string {
  const size = `width="${face.width}mm" height="${face.height}mm" viewBox="0 0 ${width} ${height}"`
  const ground = `<rect width="${width}" height="${height}" fill="#fff"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${ground}${boxes.map(drawn).join('')}</svg>`
}
