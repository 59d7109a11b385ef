import type { Disposition } from '@restow/domain'
import type { Colour } from '@restow/labels/paper'

/** The colours of the screens on white paper. */

export const INK: Colour = [20, 24, 31]
export const INK_2: Colour = [74, 83, 97]
export const LINE: Colour = [226, 230, 236]
export const GROUND: Colour = [245, 247, 250]
export const ACCENT: Colour = [11, 110, 110]
export const WHITE: Colour = [255, 255, 255]

export const COLOURS: Readonly<Record<Disposition, Colour>> = {
  resell: [20, 117, 79],
  refurbish: [138, 90, 0],
  scrap: [179, 38, 30],
}
/** Colour is never alone: each decision has its letter. */
export const LETTERS: Readonly<Record<Disposition, string>> = { resell: 'S', refurbish: 'F', scrap: 'X' }
