import type { BoardBin } from '@restow/contracts'
import { shadeOf } from '../boards/ages.ts'
import type { Cell, Layout } from './lay-out.ts'
import { ageOf, fillShade, isAgeing } from './standing.ts'
import type { Tile } from './tiles.ts'

/** Draws bins. Colour never says anything alone: the number, the line of how full it is, hatching and letters go with it. */

export type ColourBy = 'fill' | 'age'

/** The page's colours, read off its style so that light and dark both fit. */
export interface Palette {
  readonly age: readonly string[]
  readonly fill: readonly string[]
  readonly ink: string
  readonly line: string
  readonly quiet: string
  readonly mark: string
}

export function paletteOf(element: Element): Palette {
  const style = getComputedStyle(element)
  const colour = (name: string) => style.getPropertyValue(name).trim() || '#888'
  const five = (name: string) => [0, 1, 2, 3, 4].map((n) => colour(`--${name}-${n}`))
  return {
    age: five('age'),
    fill: five('fill'),
    ink: colour('--bin-ink'),
    line: colour('--line'),
    quiet: colour('--ink-2'),
    mark: colour('--ink'),
  }
}

export interface Look {
  readonly by: ColourBy
  readonly palette: Palette
  /** Seconds since 1970. */
  readonly now: number
  /** By code; null where nothing is looked for. What does not match is dimmed. */
  readonly matches: ReadonlySet<string> | null
}

/** Letters in a bin's corner: something of another zone lies in it; something is on record that should not be. */
export const MARKS = { wrongZone: 'Z', open: '!' } as const

const FONT = "'JetBrains Mono Variable', 'JetBrains Mono', ui-monospace, monospace"
const ROUND = 4
const DIM = 0.2
const LEAST_FOR_NUMBER = 17

function hatch(ctx: CanvasRenderingContext2D, { x, y, w, h }: Cell, ink: string): void {
  ctx.save()
  ctx.beginPath()
  ctx.roundRect(x, y, w, h, ROUND)
  ctx.clip()
  ctx.beginPath()
  for (let at = -h; at < w; at += 6) {
    ctx.moveTo(x + at, y + h)
    ctx.lineTo(x + at + h, y)
  }
  ctx.globalAlpha *= 0.35
  ctx.strokeStyle = ink
  ctx.lineWidth = 1.5
  ctx.stroke()
  ctx.restore()
}

function paintCell(ctx: CanvasRenderingContext2D, cell: Cell, bin: BoardBin, look: Look): void {
  const { zone, x, y, w, h } = cell
  const { palette, by, now, matches } = look
  const { plates, capacity } = bin
  const isMatch = matches?.has(bin.code) ?? false
  ctx.globalAlpha = matches && !isMatch ? DIM : 1
  ctx.beginPath()
  ctx.roundRect(x, y, w, h, ROUND)
  if (plates === 0) {
    ctx.strokeStyle = palette.line
    ctx.lineWidth = 1
    ctx.stroke()
  } else {
    const shades = by === 'age' ? palette.age : palette.fill
    ctx.fillStyle = shades[by === 'age' ? shadeOf(zone, ageOf(bin, now)) : fillShade(bin)] ?? ''
    ctx.fill()
    if (plates > capacity) hatch(ctx, cell, palette.ink)
    ctx.fillStyle = palette.ink
    if (w >= LEAST_FOR_NUMBER) ctx.fillText(String(plates), x + w / 2, y + h / 2)
    paintMarks(ctx, cell, bin, look)
  }
  if (isMatch) {
    ctx.strokeStyle = palette.mark
    ctx.lineWidth = 2
    ctx.beginPath()
    ctx.roundRect(x - 1, y - 1, w + 2, h + 2, ROUND + 1)
    ctx.stroke()
  }
}

/** The line of how full it is, an edge where it is ageing, `!` of an exception, `Z` of a wrong zone. */
function paintMarks(ctx: CanvasRenderingContext2D, cell: Cell, bin: BoardBin, { palette, now }: Look): void {
  const { zone, x, y, w, h } = cell
  const alpha = ctx.globalAlpha
  ctx.globalAlpha = alpha * 0.4
  ctx.fillRect(x + 1, y + h - 3, (w - 2) * Math.min(1, bin.plates / bin.capacity), 3)
  ctx.globalAlpha = alpha
  if (isAgeing(bin, zone, now)) {
    ctx.fillStyle = palette.age[4] ?? ''
    ctx.fillRect(x, y + ROUND, 3, h - 2 * ROUND)
    ctx.fillStyle = palette.ink
  }
  if (w < LEAST_FOR_NUMBER) return
  const letters = `${(bin.misplaced ?? 0) > 0 ? MARKS.wrongZone : ''}${bin.exceptions > 0 ? MARKS.open : ''}`
  if (letters === '') return
  ctx.font = `800 9px ${FONT}`
  ctx.fillText(letters, x + w - 3 - letters.length * 2, y + 6)
  ctx.font = `600 11px ${FONT}`
}

/** What is drawn, and how: kept beside the strips, so that a change draws those few anew that it is about. */
export interface Sheet {
  readonly layout: Layout
  readonly bins: readonly BoardBin[]
  readonly look: Look
}

/** Draws one strip of the map. */
export function paintTile(canvas: HTMLCanvasElement, tile: Tile, width: number, sheet: Sheet): void {
  const ctx = canvas.getContext('2d')
  if (!ctx) return
  const { layout, bins, look } = sheet
  const { top, height } = tile
  const scale = window.devicePixelRatio || 1
  const size = { width: Math.round(width * scale), height: Math.round(height * scale) }
  if (canvas.width !== size.width || canvas.height !== size.height) Object.assign(canvas, size)
  ctx.setTransform(scale, 0, 0, scale, 0, -top * scale)
  ctx.clearRect(0, top, width, height)
  ctx.font = `600 11px ${FONT}`
  ctx.textAlign = 'right'
  ctx.textBaseline = 'middle'
  ctx.globalAlpha = 1
  ctx.fillStyle = look.palette.quiet
  for (const { text, x, y } of tile.signs) ctx.fillText(text, x, y)
  ctx.textAlign = 'center'
  for (const n of tile.cells) {
    const cell = layout.cells[n]
    const bin = cell && bins[cell.slot]
    if (cell && bin) paintCell(ctx, cell, bin, look)
  }
  ctx.globalAlpha = 1
}
