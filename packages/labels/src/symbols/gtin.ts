/**
 * A GTIN as tills and marketplaces read it: EAN-13, UPC-A or EAN-8, as many digits as it has without leading
 * zeros. The number of an outer case, which none of these holds, is GS1-128.
 */
import { LabelProblem } from '../label-problem.ts'
import { barsOf } from './code128.ts'
import { type BarSymbol, code128Symbol } from './symbol.ts'

/** The right check digit over all digits before it. Source: GS1 General Specifications, 7.9. */
function isChecked(gtin: string): boolean {
  const sum = [...gtin].reverse().reduce((all, digit, i) => all + Number(digit) * (i % 2 === 0 ? 1 : 3), 0)
  return sum % 10 === 0
}

/** The quiet zones in modules. Source: GS1 General Specifications, 5.2.3.4. */
const RETAIL = {
  ean13: [11, 7],
  upca: [9, 9],
  ean8: [7, 7],
} as const

/** @throws LabelProblem code_not_printable for what is no GTIN */
export function gtinSymbol(gtin: string): BarSymbol {
  if (!/^(\d{8}|\d{12,14})$/.test(gtin) || !isChecked(gtin))
    throw new LabelProblem('code_not_printable', { code: gtin, why: 'gtin' })
  const short = gtin.replace(/^0+/, '')
  const of = (symbology: keyof typeof RETAIL, digits: number): BarSymbol => {
    const text = short.padStart(digits, '0')
    return { symbology, text, ...barsOf(symbology, text), quiet: RETAIL[symbology] }
  }
  if (short.length <= 8) return of('ean8', 8)
  if (short.length <= 12) return of('upca', 12)
  if (short.length === 13) return of('ean13', 13)
  return code128Symbol(`^FNC101${short}`, true)
}
