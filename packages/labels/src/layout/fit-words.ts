/** Text fitted into its box: it wraps, shrinks to a floor, and then ends in an ellipsis. It never leaves its box. */
import type { Atom, Setting } from '../words/atoms.ts'
import type { Align, Area, WordsBox, WordsLine } from './boxes.ts'

export interface Wish {
  readonly area: Area
  /** Dots of the letters where there is room, and at least. */
  readonly size: number
  readonly floor: number
  /** Lines at most; 1 if left out. */
  readonly lines?: number
  readonly align?: Align
  readonly vertical?: 'top' | 'middle' | 'bottom'
  readonly isWhite?: boolean
}

const LEADING = 1.04
const widthOf = (atoms: readonly Atom[]): number => atoms.reduce((sum, atom) => sum + atom.width, 0)
const trimmed = (atoms: readonly Atom[]): Atom[] => {
  const last = atoms.findLastIndex((atom) => !atom.isBlank)
  return atoms.slice(0, last + 1)
}

/** Atoms that stay together, in the order of the text. */
function groups(atoms: readonly Atom[]): Atom[][] {
  const found: Atom[][] = []
  for (const atom of atoms) {
    const last = found.at(-1)
    if (atom.isGlued && last) last.push(atom)
    else found.push([atom])
  }
  return found
}

/** Lines no wider than the room; a word that is wider than a line is broken between its letters. */
function wrap(atoms: readonly Atom[], room: number): Atom[][] {
  const lines: Atom[][] = [[]]
  const put = (group: readonly Atom[]) => {
    const line = lines.at(-1) ?? []
    if (line.length === 0 && group.every((atom) => atom.isBlank)) return
    if (widthOf(trimmed([...line, ...group])) <= room) {
      line.push(...group)
      return
    }
    if (line.length > 0) {
      lines.push([])
      put(group)
    } else if (group.length > 1) for (const atom of group) put([atom])
    else {
      const letters = group[0]?.letters() ?? []
      if (letters.length > 1) for (const letter of letters) put([letter])
      else line.push(...group)
    }
  }
  for (const group of groups(atoms)) put(group)
  return lines.map(trimmed).filter((line) => line.length > 0)
}

/** The line with an ellipsis at its end, without as many letters as that takes. */
function shortened(line: readonly Atom[], ellipsis: Atom, room: number): Atom[] {
  let kept = trimmed(line)
  while (kept.length > 0 && widthOf([...kept, ellipsis]) > room) {
    const last = kept.at(-1)
    const letters = last?.letters() ?? []
    kept = trimmed([...kept.slice(0, -1), ...(letters.length > 1 ? letters.slice(0, -1) : [])])
  }
  return [...kept, ellipsis]
}

/** Unicode's rule L2: whatever is of a level or above turns round, from the highest to the lowest odd one. */
function inReadingOrder(atoms: readonly Atom[]): Atom[] {
  const order = [...atoms]
  const highest = Math.max(0, ...atoms.map(({ level }) => level))
  for (let level = highest; level > 0; level--)
    for (let from = 0; from < order.length; from++) {
      if ((order[from]?.level ?? 0) < level) continue
      let to = from
      while (to < order.length && (order[to]?.level ?? 0) >= level) to++
      order.splice(from, to - from, ...order.slice(from, to).reverse())
      from = to
    }
  return order
}

const SHARE = { left: 0, middle: 0.5, right: 1 } as const

function place(setting: Setting, lines: readonly Atom[][], size: number, wish: Wish): WordsBox {
  const { area, align = 'left', vertical = 'top', isWhite = false } = wish
  const step = (setting.ascent + setting.descent) * LEADING * size
  const height = step * (lines.length - 1) + (setting.ascent + setting.descent) * size
  const above = vertical === 'top' ? 0 : (area.height - height) * (vertical === 'middle' ? 0.5 : 1)
  const side = setting.isRightToLeft && align === 'left' ? 'right' : align
  const placed = lines.map((line, i): WordsLine => {
    const width = widthOf(line) * size
    let x = area.x + (area.width - width) * SHARE[side]
    const left = x
    const atoms = inReadingOrder(line).map((atom) => {
      const at = { atom, x }
      x += atom.width * size
      return at
    })
    const baseline = area.y + above + setting.ascent * size + i * step
    return { x: left, baseline, width, atoms }
  })
  return { box: 'words', area, face: setting.face, size, align: side, isWhite, lines: placed }
}

/** As much of the text as its box holds, as large as it holds it. Null where not even one line has room. */
export function fitWords(setting: Setting, wish: Wish): WordsBox | null {
  const { area, floor, lines: most = 1 } = wish
  const tall = setting.ascent + setting.descent
  const linesAt = (size: number) =>
    Math.min(most, Math.floor((area.height / size - tall) / (tall * LEADING) + 1.0001))
  for (let size = wish.size; size >= floor; size -= Math.max(1, Math.floor(size / 24))) {
    if (linesAt(size) < 1) continue
    const lines = wrap(setting.atoms, area.width / size)
    if (lines.length <= linesAt(size)) return place(setting, lines, size, wish)
  }
  const size = Math.min(wish.size, floor)
  const room = area.width / size
  const holds = linesAt(size)
  if (holds < 1 || setting.ellipsis.width > room) return null
  const lines = wrap(setting.atoms, room)
  if (lines.length <= holds) return place(setting, lines, size, wish)
  const last = shortened(lines[holds - 1] ?? [], setting.ellipsis, room)
  return place(setting, [...lines.slice(0, holds - 1), last], size, wish)
}
