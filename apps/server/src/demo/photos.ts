import sharp from 'sharp'
import { CRACK, type Paint, SHAPES, TAG } from './photo-shapes.ts'
import { pick, randomFrom } from './random.ts'

const PAINTS: readonly (Paint & { readonly table: string })[] = [
  { main: '#7fa692', dark: '#4c6f5e', light: '#cfe0d5', table: '#e3e7ea' },
  { main: '#c98a5b', dark: '#8c5a35', light: '#f0d6bd', table: '#eceae4' },
]
const CARTON: Paint = { main: '#b98d5e', dark: '#9c744a', light: '#d1a878' }

/** From nearer, as people photograph a label or a damage. */
const NEAR = 'translate(-280 -216) scale(1.7)'
const MIRRORED = 'translate(800 0) scale(-1 1)'

function picture(kind: string, angle: string, paint: Paint, table: string): string {
  const boxed = kind === 'parcel' || angle === 'box' || angle === 'inside'
  const shape = (SHAPES[boxed ? 'parcel' : kind] ?? SHAPES.general)?.(boxed ? CARTON : paint) ?? ''
  const label = angle === 'label' || angle === 'serial'
  const placed = label || angle === 'damage' ? NEAR : angle === 'back' ? MIRRORED : 'translate(0 0)'
  const broken = angle === 'damage' || (kind === 'parcel' && angle === 'box')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 600" width="800" height="600">
    <defs><radialGradient id="t" cy=".4"><stop offset="0" stop-color="#fff"/><stop offset="1" stop-color="${table}"/></radialGradient></defs>
    <rect width="800" height="600" fill="url(#t)"/><g transform="${placed}">
    <ellipse cx="400" cy="500" rx="220" ry="26" fill="#000" opacity=".12"/>${shape}${label ? TAG : ''}${broken ? CRACK : ''}</g></svg>`
}

const made = new Map<string, Promise<Buffer>>()

/**
 * A small picture of goods for the demo, JPEG of 800 × 600 and some ten kilobytes: a plain shape by category, in one
 * of two colours, seen from the front, the back, or near with a tag or a crack. The same arguments give the same bytes.
 * @param kind the product's category, or `parcel` for the box that it came in
 * @param angle as in `ANGLES` of the domain
 * @param seed e.g. the SKU: chooses the colour, so that one product keeps it
 */
export function demoPhoto(kind: string, angle: string, seed: string): Promise<Buffer> {
  const paint = pick(randomFrom(seed), PAINTS)
  const svg = picture(kind, angle, paint, paint.table)
  const known = made.get(svg)
  if (known) return known
  const photo = sharp(Buffer.from(svg)).jpeg({ quality: 66 }).toBuffer()
  made.set(svg, photo)
  return photo
}
