import bwip from 'bwip-js/generic'

/** One bar of a symbol: where it begins and how wide it is, in modules. */
export interface BarRun {
  readonly x: number
  readonly width: number
}

/** The bars of a symbol and its whole width in modules, quiet zones not counted. */
export interface Bars {
  readonly bars: readonly BarRun[]
  readonly modules: number
}

/** The modules that must stay white on either side of a Code 128 symbol. Source: ISO/IEC 15417, 4.4.1. */
export const QUIET_MODULES = 10

/** The bars of a symbol of one row. @throws whatever the encoder says about a text that it cannot hold */
export function barsOf(symbology: string, text: string, options: object = {}): Bars {
  const [symbol] = bwip.raw({ bcid: symbology, text, ...options })
  if (!symbol || !('sbs' in symbol)) throw new Error(`${symbology} of ${text} has no bars.`)
  const bars: BarRun[] = []
  let modules = 0
  symbol.sbs.forEach((width, i) => {
    if (i % 2 === 0) bars.push({ x: modules, width })
    modules += width
  })
  return { bars, modules }
}

/**
 * The bars of a text as Code 128, in whole modules, so that a printer's dots can be counted out for them.
 * @param marksFnc1 `^FNC1` in the text is the function character, of which GS1 codes are made
 */
export const code128Bars = (text: string, marksFnc1 = false): Bars =>
  barsOf('code128', text, marksFnc1 ? { parsefnc: true } : {})
