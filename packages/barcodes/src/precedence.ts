/**
 * Which kind comes first where a code is of several: one table, for whoever has to guess before anything is looked up. What
 * the warehouse prints itself comes before what anybody may print; what says what it is before what only looks like it; a
 * right check digit before none.
 */

import { isLink } from './digital-link.ts'
import type { Reading } from './read-scan.ts'

export type ScannedKind =
  | 'command'
  | 'printer'
  | 'plate'
  | 'badge'
  | 'bin'
  | 'routing'
  | 'pallet'
  | 'parcel'
  | 'product'
  | 'marketplace_plate'
  | 'order'
  | 'rma'
  | 'serial'
  | 'gs1'
  | 'perhaps_parcel'
  | 'link'
  | 'text'

const SHOPS = /^E/

/** Twelve to fourteen digits that check as a product's are that: on labels carriers' numbers of this length stand in longer bars. */
const isProductFirst = ({ gtin, symbology, text }: Reading): boolean =>
  gtin !== undefined && (SHOPS.test(symbology ?? '') || /^\d{8,14}$/.test(text))

/** In the order of precedence. */
const IS: readonly (readonly [ScannedKind, (reading: Reading) => boolean])[] = [
  ['command', ({ command }) => command !== undefined],
  ['printer', ({ printer }) => printer !== undefined],
  ['plate', ({ lpn }) => lpn !== undefined],
  ['badge', ({ badge }) => badge !== undefined],
  ['bin', ({ bin }) => bin !== undefined],
  ['routing', ({ routingOnly }) => routingOnly !== undefined],
  ['pallet', ({ sscc }) => sscc !== undefined],
  ['product', isProductFirst],
  ['parcel', ({ carriers }) => carriers.some((one) => one.check === 'right')],
  ['product', ({ gtin, fnsku, asin }) => (gtin ?? fnsku ?? asin) !== undefined],
  ['marketplace_plate', ({ marketplaceLpn }) => marketplaceLpn !== undefined],
  ['order', ({ order }) => order !== undefined],
  ['rma', ({ rma }) => rma !== undefined],
  ['serial', ({ serial }) => serial !== undefined],
  ['gs1', ({ gs1, gs1Uncertain }) => (gs1 ?? gs1Uncertain) !== undefined],
  ['perhaps_parcel', ({ carriers }) => carriers.some((one) => one.check === 'none')],
  ['link', ({ text }) => isLink(text)],
  ['text', () => true],
]

/** All that a reading may be, the likeliest first; never empty, since anything is a text. */
export function kindsOf(reading: Reading): ScannedKind[] {
  return [...new Set(IS.filter(([, is]) => is(reading)).map(([kind]) => kind))]
}
