import { hasRightNumber, readScan } from '@restow/barcodes'
import type { Ended, Where } from './wedge.ts'

/** As long as a PIN may be typed fast by a number pad; longer digits in a PIN field are a scan gone astray. */
const PIN = /^\d{1,8}$/

/**
 * A whole code, as far as a text can tell: of what the house prints, or a number whose check digit is right. Of GS1's
 * elements another may follow, and behind a routing code the number.
 */
export function isCode(text: string): boolean {
  const reading = readScan(text)
  const { command, badge, printer, bin, lpn, gs1, routingOnly } = reading
  const isOurs = [command, badge, printer, bin].some(Boolean) || lpn?.checked === true
  return isOurs || (!gs1 && !routingOnly && hasRightNumber(reading))
}

/**
 * Does fast text belong to the field that has the focus? What the house prints (plates, bins, badges, printers, command
 * codes) never does; digits belong to a PIN or a quantity, and a field that keeps scans keeps the rest.
 */
export function belongsToField(text: string, where: Where, ended: Ended): boolean {
  const reading = readScan(text)
  if (reading.command || reading.badge || reading.printer) return false
  if (where === 'keep') return true
  if (reading.lpn || reading.bin) return false
  if (where === 'digits' && PIN.test(text)) return true
  if (ended === 'key') return false
  return !hasRightNumber(reading) && reading.routingOnly === undefined
}
