/** Barcodes as their modules, whatever draws them. */
import { type BarRun, code128Bars, QUIET_MODULES } from './code128.ts'

export interface BarSymbol {
  readonly symbology: 'code128' | 'gs1-128' | 'ean13' | 'ean8' | 'upca'
  /** As it is scanned. */
  readonly text: string
  readonly bars: readonly BarRun[]
  /** The whole width, quiet zones not counted. */
  readonly modules: number
  /** Modules that stay white on the left and on the right. */
  readonly quiet: readonly [left: number, right: number]
}

export interface MatrixSymbol {
  readonly symbology: 'datamatrix'
  readonly text: string
  /** Black modules of each row. */
  readonly rows: readonly string[]
  readonly modules: number
  readonly quiet: readonly [left: number, right: number]
}

export type CodeSymbol = BarSymbol | MatrixSymbol

/** A text as Code 128. @param marksFnc1 `^FNC1` in it is the function character */
export function code128Symbol(text: string, marksFnc1 = false): BarSymbol {
  return {
    symbology: marksFnc1 ? 'gs1-128' : 'code128',
    text,
    ...code128Bars(text, marksFnc1),
    quiet: [QUIET_MODULES, QUIET_MODULES],
  }
}
