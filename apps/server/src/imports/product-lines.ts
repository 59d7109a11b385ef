import type { ProductFilePreview } from '@restow/contracts'
import type { Database, Queryable } from '../db/pool.ts'
import { again } from './again.ts'
import { isProblem, type LineProblem } from './announced-line.ts'
import type { FileLines, TakenIn } from './file-lines.ts'
import { type FactColumn, writtenOf } from './product-cells.ts'
import type { Judged, Judgement } from './product-judge.ts'
import { ProductReading } from './product-reading.ts'
import { holdProductsOf, putProducts } from './products.queries.ts'
import type { BadRecord, FileRecord } from './records.ts'

/** Products by file, taken in and, before that, shown. */

const isJudged = (one: Judgement): one is Judged => 'fate' in one
const refusedOf = (all: readonly Judgement[]) =>
  all.flatMap((one) => (isProblem(one) ? [{ line: one.line, code: one.code, message: one.message }] : []))
const countOf = (all: readonly Judgement[], fate: Judged['fate']) =>
  all.filter((one) => isJudged(one) && one.fate === fate).length

interface Means {
  readonly db: Database
  readonly seller: string
  /** Whose change it is on record. */
  readonly by: string
  readonly plain: (text: string) => string
}

/** The lines of a file of products that is taken in. */
export class ProductLines implements FileLines {
  readonly #means: Means
  readonly #reading: ProductReading

  constructor(means: Means) {
    this.#means = means
    this.#reading = new ProductReading(means.seller, means.plain)
  }

  records(chunks: AsyncIterable<Buffer>): AsyncGenerator<FileRecord | BadRecord> {
    return this.#reading.records(chunks)
  }
  begin(first: FileRecord | BadRecord): LineProblem | null {
    return this.#reading.begin(first)
  }
  take(record: FileRecord | BadRecord): null {
    this.#reading.hold(record)
    return null
  }
  get held(): number {
    return this.#reading.held
  }

  async flush(): Promise<TakenIn> {
    const { db, seller, by } = this.#means
    const { judgements, claims } = await again(() =>
      db.settingUp(by, async (on) => {
        await holdProductsOf(on, seller)
        const judged = await this.#reading.judge(on)
        await putProducts(on, seller, judged.judgements.filter(isJudged))
        return judged
      }),
    )
    this.#reading.settle(claims)
    return {
      created: countOf(judgements, 'created'),
      updated: countOf(judgements, 'updated'),
      unchanged: countOf(judgements, 'unchanged'),
      matched: 0,
      rejected: refusedOf(judgements),
    }
  }
}

const BATCH = 500
const [SHOWN, REJECTED_SHOWN] = [100, 1000]
type Mutable<T> = { -readonly [K in keyof T]: T[K] }

const FACT_COLUMNS: readonly FactColumn[] = [
  ...(['title', 'category', 'gtin', 'fnsku', 'asin', 'hs_code', 'weight_g'] as const),
  ...(['battery', 'serial_required', 'flags'] as const),
]

function fieldsOf({ before, after }: Judged): ProductFilePreview['updated'][number]['fields'] {
  if (!before) return []
  return FACT_COLUMNS.flatMap((column) => {
    const [from, to] = [writtenOf(before, column), writtenOf(after, column)]
    return from === to ? [] : [{ column, from, to }]
  })
}

/** Adds what became of some lines to what is shown of all. */
function show(preview: ProductFilePreview, judgements: readonly Judgement[]): void {
  const { counts, created, updated, rejected } = preview
  for (const one of judgements) {
    if (!isJudged(one)) {
      counts.rejected++
      if (rejected.length < REJECTED_SHOWN) rejected.push(...refusedOf([one]))
      continue
    }
    const { line, sku, fate, after } = one
    counts[fate]++
    if (fate === 'created' && created.length < SHOWN) created.push({ line, sku, title: after.title })
    if (fate === 'updated' && updated.length < SHOWN) updated.push({ line, sku, fields: fieldsOf(one) })
  }
}

/** What a file would do, without doing it. */
export async function previewProducts(
  on: Queryable,
  { seller, plain }: Pick<Means, 'seller' | 'plain'>,
  chunks: AsyncIterable<Buffer>,
): Promise<ProductFilePreview> {
  const reading = new ProductReading(seller, plain)
  const preview: Mutable<ProductFilePreview> = {
    ...{ readable: false, lines: 0, counts: { created: 0, updated: 0, unchanged: 0, rejected: 0 } },
    ...{ columns: { read: [], ignored: [] }, created: [], updated: [], rejected: [] },
  }
  const flush = async () => {
    const { judgements, claims } = await reading.judge(on)
    reading.settle(claims)
    show(preview, judgements)
  }
  // Also what cannot be read is read to its end: whoever is cut off amid sending a file hears nothing of why.
  for await (const record of reading.records(chunks))
    if (reading.header) {
      preview.lines++
      reading.hold(record)
      if (reading.held >= BATCH) await flush()
    } else if (preview.rejected.length === 0) begin(reading, record, preview)
  if (reading.held > 0) await flush()
  if (!reading.header && preview.rejected.length === 0)
    show(preview, [{ line: 1, code: 'file_empty', message: 'The file holds nothing.' }])
  return preview
}

function begin(
  reading: ProductReading,
  first: FileRecord | BadRecord,
  preview: Mutable<ProductFilePreview>,
): void {
  const problem = reading.begin(first)
  if (problem) show(preview, [{ ...problem, line: first.line }])
  if (!reading.header) return
  preview.readable = true
  preview.columns = { read: [...reading.header.columns.keys()], ignored: [...reading.header.ignored] }
}
