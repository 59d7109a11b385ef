/** Glyphs as outlines, each made once for its face. */
import type { Glyph } from 'fontkit'
import type { Curve, Outline } from './atoms.ts'
import type { GlyphSource } from './glyph-source.ts'
import type { OpenFace } from './open-face.ts'

/** PDF and SVG know cubic curves, so each quadratic one is raised to the cubic one that it is. */
function curvesOf(glyph: Glyph, em: number): Curve[] {
  let [x, y] = [0, 0]
  return glyph.path.commands.map(({ command, args }): Curve => {
    const points = args.map((value) => value / em)
    const [a = 0, b = 0, c = 0, d = 0] = points
    const [fromX, fromY] = [x, y]
    ;[x, y] = [points.at(-2) ?? x, points.at(-1) ?? y]
    if (command === 'moveTo') return { step: 'move', points }
    if (command === 'lineTo') return { step: 'line', points }
    if (command === 'bezierCurveTo') return { step: 'curve', points }
    if (command === 'closePath') return { step: 'close', points: [] }
    const toward = (from: number, to: number) => from + (2 / 3) * (to - from)
    return { step: 'curve', points: [toward(fromX, a), toward(fromY, b), toward(c, a), toward(d, b), c, d] }
  })
}

interface Kept {
  readonly number: number
  readonly outlines: Map<string, Outline>
}
const kept = new WeakMap<OpenFace, Kept>()
let faces = 0

function keptOf(face: OpenFace): Kept {
  const known = kept.get(face) ?? { number: ++faces, outlines: new Map<string, Outline>() }
  kept.set(face, known)
  return known
}

function sourceOf(face: OpenFace, glyph: number): GlyphSource {
  return {
    id: `${keptOf(face).number}.${glyph}`,
    advance: face.font.getGlyph(glyph).advanceWidth,
    data: face.glyphData(glyph),
    component: (other) => sourceOf(face, other),
  }
}

export function outlineOf(face: OpenFace, glyph: Glyph): Outline {
  const em = face.font.unitsPerEm
  const text = String.fromCodePoint(...glyph.codePoints)
  const { outlines } = keptOf(face)
  const key = `${glyph.id} ${text}`
  const known = outlines.get(key)
  if (known) return known
  const { minX, minY, maxX, maxY } = glyph.bbox
  const reach = (end: number) => (Number.isFinite(end) ? end / em : 0)
  const outline: Outline = {
    text,
    isMissing: false,
    em,
    source: sourceOf(face, glyph.id),
    advance: glyph.advanceWidth / em,
    top: reach(maxY),
    bottom: reach(minY),
    left: reach(minX),
    right: reach(maxX),
    curves: curvesOf(glyph, em),
  }
  outlines.set(key, outline)
  return outline
}

type Corner = readonly [x: number, y: number]
const EM = 1000
/** An empty box: the outer frame one way round, the inner one the other. */
const FRAMES: readonly (readonly Corner[])[] = [
  [
    [100, 0],
    [100, 720],
    [650, 720],
    [650, 0],
  ],
  [
    [160, 60],
    [590, 60],
    [590, 660],
    [160, 660],
  ],
]

/** Its glyph as TrueType has it: contours by their corners, each told from the one before. */
function frameData(): Uint8Array {
  const corners = FRAMES.flat()
  const bytes = new Uint8Array(10 + 2 * FRAMES.length + 2 + corners.length * 5)
  const put = new DataView(bytes.buffer)
  for (const [i, value] of [FRAMES.length, 100, 0, 650, 720, 3, 7, 0].entries()) put.setInt16(i * 2, value)
  const flags = 16
  bytes.fill(1, flags, flags + corners.length)
  for (const axis of [0, 1] as const)
    corners.forEach((corner, i) => {
      const delta = corner[axis] - (corners[i - 1]?.[axis] ?? 0)
      put.setInt16(flags + corners.length + (axis * corners.length + i) * 2, delta)
    })
  return bytes
}

const SOURCE: GlyphSource = { id: 'missing', advance: 750, data: frameData(), component: () => SOURCE }

/** For a character that no face holds: an empty box, so that it is seen that something is missing. */
export const MISSING: Outline = {
  text: '\ufffd',
  isMissing: true,
  em: EM,
  source: SOURCE,
  advance: 0.75,
  top: 0.72,
  bottom: 0,
  left: 0.1,
  right: 0.65,
  curves: FRAMES.flatMap((corners) => [
    ...corners.map(([x, y], i): Curve => ({ step: i === 0 ? 'move' : 'line', points: [x / EM, y / EM] })),
    { step: 'close', points: [] } as const,
  ]),
}
