/** Codes that the warehouse prints itself: plates, bins, badges, printers. Shapes only: whether they exist is for the server to say. */

import { isLpn, LPN_PATTERN } from '@restow/domain'

/** The warehouse, which its own people leave out, then zone, aisle and place: `LAX1-S-02-01`, `S-02-01`. */
const BIN = /^(?:[A-Z]{2,5}\d{1,3}-)?[A-Z]{1,3}-\d{2,3}-\d{2,3}$/
const BADGE = /^[A-Z]{2}\d{4}$/
/** Nothing but our own codes begins with a dot, and commands with `.R.`. */
const PRINTER = /^\.P\.(?<code>[A-Z0-9][A-Z0-9-]{0,19})$/
/** A warehouse's own code: what bins' codes begin with. */
const WAREHOUSE = /^[A-Z]{2,5}\d{1,3}$/

/** A plate; `checked` is false when its check digit is wrong: a smudged label is still a plate, and is to be typed again. */
export function readLpn(code: string): { lpn: string; checked: boolean } | undefined {
  return LPN_PATTERN.test(code) ? { lpn: code, checked: isLpn(code) } : undefined
}

export function readBin(code: string): { code: string } | undefined {
  return BIN.test(code) ? { code } : undefined
}

/** A bin's whole code: people of a warehouse leave its name out (`S-02-01` is `LAX1-S-02-01` in LAX1). */
export function wholeBinCode(code: string, warehouse: string): string {
  const clean = code.trim().toUpperCase()
  return clean.startsWith(`${warehouse}-`) ? clean : `${warehouse}-${clean}`
}

/** A badge: two letters and four digits (`OP1001`). */
export function readBadge(code: string): { badge: string } | undefined {
  return BADGE.test(code) ? { badge: code } : undefined
}

/** What stands on a printer: `.P.DOCK-1`. Whoever scans it prints there from then on. */
export function readPrinter(code: string): { code: string } | undefined {
  const read = PRINTER.exec(code)?.groups?.code
  return read === undefined ? undefined : { code: read }
}

/** Would a scanner read bins that begin with this code as bins? Two to five letters, then one to three digits (`LAX1`). */
export const isWarehouseCode = (code: string): boolean =>
  WAREHOUSE.test(code) && readBin(`${code}-S-01-01`) !== undefined

/** Would a scanner read this as a badge? */
export const isBadge = (code: string): boolean => readBadge(code) !== undefined
