import type { Grade, Language } from './words.ts'

/**
 * What is printed, and on what. Sizes are called as their boxes call them, width across the printer first; `62` is
 * a roll without gaps, cut where the label ends; `card` is a bank card's size.
 */
export const LABEL_KINDS = [
  'plate',
  'relabel',
  'shelf',
  'parcel',
  'refurbish',
  'scrap',
  'hold',
  'badge',
  'commands',
] as const
export type LabelKind = (typeof LABEL_KINDS)[number]

export const LABEL_SIZES = ['50x25', '57x32', '62', '100x50', '100x150', '4x6', 'card', 'a4'] as const
export type LabelSize = (typeof LABEL_SIZES)[number]

/** As it is read: landscape has the longer side across, portrait the shorter. */
export const LABEL_ORIENTATIONS = ['landscape', 'portrait'] as const
export type LabelOrientation = (typeof LABEL_ORIENTATIONS)[number]

export const PRINTER_LANGUAGES = ['pdf', 'zpl'] as const
export type PrinterLanguage = (typeof PRINTER_LANGUAGES)[number]

/** Dots in an inch of the label printers there are. */
export const PRINTER_DPIS = [203, 300] as const
export type PrinterDpi = (typeof PRINTER_DPIS)[number]

/** By which of its numbers a seller's goods are scanned further on. */
export const PRODUCT_CODES = ['fnsku', 'sku', 'gtin'] as const
export type ProductCode = (typeof PRODUCT_CODES)[number]

/** Why a label cannot be printed so that it can be scanned and read. */
export const LABEL_PROBLEMS = [
  'size_too_small',
  'code_too_long',
  'code_not_printable',
  'code_missing',
  'language_unfit',
  'nothing_to_print',
] as const
export type LabelProblemCode = (typeof LABEL_PROBLEMS)[number]

/** What may stand on a resold unit's label beside its code, as its seller chooses. */
export const RELABEL_LINES = ['title', 'condition', 'sku', 'fnsku', 'gtin', 'asin', 'note'] as const
export type RelabelLineName = (typeof RELABEL_LINES)[number]

/** What a template is looked at with before a product of the seller's own is: one that fits, and two that strain it. */
export const LABEL_SAMPLES = ['usual', 'long', 'chinese'] as const
export type LabelSample = (typeof LABEL_SAMPLES)[number]

/** What stands on a seller's relabels where it has not said otherwise: what marketplaces ask for. */
export const USUAL_TEMPLATE: {
  code: ProductCode
  mayBeMatrix: boolean
  language: Language
  lines: RelabelLineName[]
  conditions: Partial<Record<Grade, string>>
  note: string
  plate: boolean
} = {
  code: 'fnsku',
  mayBeMatrix: false,
  language: 'en',
  lines: ['title', 'condition'],
  conditions: {},
  note: '',
  plate: true,
}
