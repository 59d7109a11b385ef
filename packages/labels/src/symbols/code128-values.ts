/**
 * What a printer that draws Code 128 itself has to be told, so that its bars are those that were laid out. The
 * encoder gives widths alone; read back, they are the symbol's values.
 */
import type { BarSymbol } from './symbol.ts'

/** Three bars and three spaces for each value. Source: ISO/IEC 15417, table 1. */
const WIDTHS =
  '212222222122222221121223121322131222122213122312132212221213221312231212112232122132122231113222123122123221' +
  '223211221132221231213212223112312131311222321122321221312212322112322211212123212321232121111323131123131321' +
  '112313132113132311211313231113231311112133112331132131113123113321133121313121211331231131213113213311213131' +
  '311123311321331121312113312311332111314111221411431111111224111422121124121421141122141221112214112412122114' +
  '122411142112142211241211221114413111241112134111111242121142121241114212124112124211411212421112421211212141' +
  '214121412121111143111341131141114113114311411113411311113141114131311141411131211412211214211232'
const VALUES = new Map(Array.from({ length: 106 }, (_, i) => [WIDTHS.slice(i * 6, i * 6 + 6), i]))
const STARTS = { 103: 'A', 104: 'B', 105: 'C' } as const
/** How a printer is told to begin in a set, and to go to another. Source: Zebra, ^BC. */
const INVOKED = { start: { A: '>9', B: '>:', C: '>;' }, go: { A: '>7', B: '>6', C: '>5' } } as const
const FNC1 = { value: 102, invoked: '>8' } as const
type CodeSet = 'A' | 'B' | 'C'

/** The symbol's values without check and stop. */
export function valuesOf({ bars, modules }: BarSymbol): number[] {
  const widths = bars.flatMap(({ x, width }, i) => [width, (bars[i + 1]?.x ?? modules) - x - width])
  // Before the stop, which has four bars, stands the check.
  const symbols = (widths.length - 8) / 6 - 1
  return Array.from({ length: symbols }, (_, i) => {
    const value = VALUES.get(widths.slice(i * 6, i * 6 + 6).join(''))
    if (value === undefined) throw new Error('These bars are no Code 128.')
    return value
  })
}

/** Where a value leads from one set to another. */
const led = (set: CodeSet, value: number): CodeSet | undefined => {
  if (value === 101 && set !== 'A') return 'A'
  if (value === 100 && set !== 'B') return 'B'
  return value === 99 && set !== 'C' ? 'C' : undefined
}

/** One value as field data: a letter in set B, two digits in the others. */
const told = (set: CodeSet, value: number): string => {
  if (set !== 'B') return String(value).padStart(2, '0')
  const letter = String.fromCharCode(value + 32)
  return letter === '>' ? '>0' : letter
}

/** How a printer is told to draw these very bars: ^BC's mode, and its field data. */
export function zplOfCode128(symbol: BarSymbol): { mode: 'A' | 'N'; data: string } {
  const [start = 104, ...values] = valuesOf(symbol)
  let set: CodeSet = STARTS[start as keyof typeof STARTS]
  let data: string = INVOKED.start[set]
  let isSwitched = false
  for (const value of values) {
    const next = led(set, value)
    if (next) data += INVOKED.go[next]
    else data += value === FNC1.value ? FNC1.invoked : told(set, value)
    isSwitched ||= next !== undefined
    set = next ?? set
  }
  // Of its own accord a printer goes to digits by pairs just where the encoder does: from four of them on.
  const isPlain = !symbol.text.includes('>') && symbol.symbology === 'code128'
  return isSwitched && isPlain ? { mode: 'A', data: symbol.text } : { mode: 'N', data }
}
