import { isProblem, type LineProblem, problem } from './announced-line.ts'
import {
  type FactColumn,
  type HouseWords,
  type ProductFacts,
  readCell,
  skuProblem,
  writtenOf,
} from './product-cells.ts'

/** What a line makes of the product that stands under its SKU, or why it does not. */

export interface ProductLine {
  readonly line: number
  /** As the file says; empty where it does not. */
  readonly seller: string
  readonly sku: string
  /** With its blanks: a SKU that has some is known by them. */
  readonly wholeSku: string
  /** What the line says of the product. Empty cells say nothing, and are left out. */
  readonly cells: readonly { readonly column: FactColumn; readonly cell: string; readonly grams: number }[]
}

/**
 * Under what the product of a line may stand: as it is written, and in the other forms of the same letters, since one system
 * writes Ü as one sign and another as two, and nobody sees which. The last one is for a product that is new.
 */
export const skusOf = ({ sku, wholeSku }: Pick<ProductLine, 'sku' | 'wholeSku'>): string[] => [
  wholeSku,
  sku,
  sku.normalize('NFD'),
  sku.normalize('NFC'),
]

/** What is known beside the lines. */
export interface Standing {
  readonly house: HouseWords
  readonly products: ReadonlyMap<string, ProductFacts>
  /** SKUs that begin with zeros, by what is left of them without. */
  readonly zeroed: ReadonlyMap<string, string>
  /** Whose a code is, as it stands: `gtin 0400…`, `fnsku X00…`. */
  readonly holders: ReadonlyMap<string, readonly string[]>
}

export interface Judged {
  readonly line: number
  readonly sku: string
  readonly fate: 'created' | 'updated' | 'unchanged'
  readonly before: ProductFacts | null
  readonly after: ProductFacts
}
export type Judgement = Judged | (LineProblem & { readonly line: number })

/** Codes by which a scan finds a product: one that two products had would find neither. */
const CODES = ['gtin', 'fnsku'] as const
export const codeKey = (kind: (typeof CODES)[number], code: string): string => `${kind} ${code}`

interface Claim {
  readonly line: number
  readonly sku: string
}

/** What the lines before have said of SKUs and codes. */
export class Claims {
  readonly #lines = new Map<string, number>()
  readonly #codes = new Map<string, Claim>()
  readonly #after = new Map<string, Pick<ProductFacts, 'gtin' | 'fnsku'>>()
  readonly #before: Claims | null

  /** @param before what stands already, and is not changed by what is claimed here */
  constructor(before: Claims | null = null) {
    this.#before = before
  }

  lineOf(sku: string): number | undefined {
    return this.#lines.get(sku) ?? this.#before?.lineOf(sku)
  }
  claimed(key: string): Claim | undefined {
    return this.#codes.get(key) ?? this.#before?.claimed(key)
  }
  afterOf(sku: string): Pick<ProductFacts, 'gtin' | 'fnsku'> | undefined {
    return this.#after.get(sku) ?? this.#before?.afterOf(sku)
  }

  add({ line, sku, after }: Judged): void {
    this.#lines.set(sku, line)
    this.#after.set(sku, { gtin: after.gtin, fnsku: after.fnsku })
    for (const kind of CODES) {
      const code = after[kind]
      if (code !== null && !this.claimed(codeKey(kind, code)))
        this.#codes.set(codeKey(kind, code), { line, sku })
    }
  }

  /** Makes what was claimed in another stand here. */
  keep(other: Claims): void {
    for (const [sku, line] of other.#lines) this.#lines.set(sku, line)
    for (const [key, claim] of other.#codes) this.#codes.set(key, claim)
    for (const [sku, codes] of other.#after) this.#after.set(sku, codes)
  }
}

const UNKNOWN: Omit<ProductFacts, 'title'> = {
  category: 'general',
  gtin: null,
  fnsku: null,
  asin: null,
  hsCode: null,
  weightGrams: null,
  flags: [],
}

/** What stands is not judged again, however it came to be: a cell that says it as it is written changes nothing. */
function factsOf(
  cells: ProductLine['cells'],
  is: ProductFacts,
  isNew: boolean,
  house: HouseWords,
): ProductFacts | LineProblem {
  let after = is
  for (const { column, cell, grams } of cells) {
    const saysItAsItIs = !isNew && (grams === 1 || column !== 'weight_g') && cell === writtenOf(is, column)
    if (saysItAsItIs) continue
    const said = readCell(column, cell, { is: after, grams, house })
    if (isProblem(said)) return said
    after = { ...after, ...said }
  }
  return after
}

const sorted = (flags: readonly string[]) => [...flags].sort().join()
const isSame = (one: ProductFacts, other: ProductFacts): boolean =>
  sorted(one.flags) === sorted(other.flags) &&
  (['title', 'category', 'gtin', 'fnsku', 'asin', 'hsCode', 'weightGrams'] as const).every(
    (name) => one[name] === other[name],
  )

function unknownSku(sku: string, { zeroed }: Standing): LineProblem | null {
  const wrong = skuProblem(sku)
  if (wrong) return wrong
  const known = /^\d+$/.test(sku) ? zeroed.get(sku) : undefined
  return known === undefined
    ? null
    : problem(
        'sku_zeros_lost',
        `There is no SKU ${sku}, but there is ${known}. A spreadsheet takes leading zeros away: format the column as text.`,
      )
}

/** Is a code that this product gets another one's, here or further up in the file? */
function taken(
  sku: string,
  is: ProductFacts | null,
  after: ProductFacts,
  { standing, claims }: { standing: Standing; claims: Claims },
): LineProblem | null {
  for (const kind of CODES) {
    const code = after[kind]
    if (code === null || code === is?.[kind]) continue
    const key = codeKey(kind, code)
    const name = kind.toUpperCase()
    const claim = claims.claimed(key)
    if (claim && claim.sku !== sku)
      return problem(
        `${kind}_taken`,
        `The ${name} stands on line ${claim.line} already, as that of ${claim.sku}. A scan would find both.`,
      )
    const hasIt = (other: string) => {
      const now = claims.afterOf(other)
      return other !== sku && (now === undefined || now[kind] === code)
    }
    const holder = standing.holders.get(key)?.find(hasIt)
    if (holder !== undefined)
      return problem(
        `${kind}_taken`,
        `The ${name} is that of ${holder} already. A scan would find both: take it away from one of them first.`,
      )
  }
  return null
}

/** @param seller whose file it is */
function judge(seller: string, line: ProductLine, standing: Standing, claims: Claims): Judged | LineProblem {
  if (line.seller !== '' && line.seller !== seller)
    return problem(
      'other_seller',
      `The line is about a product of ${line.seller.slice(0, 40)}; the file is taken in for ${seller}.`,
    )
  const skus = skusOf(line)
  const sku = skus.find((one) => standing.products.has(one)) ?? skus.at(-1) ?? line.sku
  const before = standing.products.get(sku) ?? null
  const unfit = before ? null : unknownSku(sku, standing)
  if (unfit) return unfit
  const earlier = claims.lineOf(sku)
  if (earlier !== undefined)
    return problem('sku_twice', `The SKU ${sku} stands on line ${earlier} already; that one counts.`)
  const after = factsOf(line.cells, before ?? { ...UNKNOWN, title: sku }, before === null, standing.house)
  if (isProblem(after)) return after
  const elsewhere = taken(sku, before, after, { standing, claims })
  if (elsewhere) return elsewhere
  const fate = before === null ? 'created' : isSame(before, after) ? 'unchanged' : 'updated'
  return { line: line.line, sku, fate, before, after }
}

/**
 * Judges lines in the order of the file; one that is refused touches no other.
 * @returns what was claimed by them as well, to be kept where it is done
 */
export function judgeAll(
  seller: string,
  lines: readonly (ProductLine | (LineProblem & { line: number }))[],
  standing: Standing,
  before: Claims,
): { judgements: Judgement[]; claims: Claims } {
  const claims = new Claims(before)
  const judgements = lines.map((line): Judgement => {
    if (isProblem(line)) return line
    const judged = judge(seller, line, standing, claims)
    if (!('fate' in judged)) return { ...judged, line: line.line }
    claims.add(judged)
    return judged
  })
  return { judgements, claims }
}
