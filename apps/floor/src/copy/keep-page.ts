import type { CopiedReturn, CopyItem, CopyKind, CopyPage } from '@restow/contracts'
import type { Parcel, Product, Unit } from '@restow/domain'
import { PRODUCTS, RETURNS } from './bundle.ts'
import { COPIED_STORES, copyDatabase } from './database.ts'
import { keepBundled } from './keep-bundled.ts'

const CURSOR = 'cursor'
/** What is done with stays at hand for a while: its label is scanned once more, or it is moved. */
const KEPT_AFTER_MS = 48 * 3_600_000

type BundledKind = 'product' | 'expected'
/** What is kept each by itself; products and returns are bundled. */
const STORE_OF = {
  seller: 'sellers',
  checklist: 'checklists',
  bin: 'bins',
  parcel: 'parcels',
  unit: 'units',
} as const satisfies Record<Exclude<CopyKind, BundledKind>, (typeof COPIED_STORES)[number]>

const isRecent = (at: string | null | undefined, now: number): boolean =>
  typeof at === 'string' && now - Date.parse(at) < KEPT_AFTER_MS

const isParcelAtHand = (parcel: Parcel, now: number): boolean =>
  ['received', 'registered', 'reopened'].includes(parcel.state) || isRecent(parcel.closedAt, now)

function isUnitAtHand(unit: Unit, now: number): boolean {
  if (unit.state === 'void') return false
  if (unit.state === 'dispatched' || unit.state === 'scrapped') return isRecent(unit.leftAt, now)
  return unit.state !== 'shelved' || unit.held !== null || isRecent(unit.shelvedAt, now)
}

function isAtHand(item: CopyItem, now: number): boolean {
  if (item.k === 'parcel') return isParcelAtHand(item, now)
  return item.k !== 'unit' || isUnitAtHand(item, now)
}

/** The items' own versions may have been overtaken by what this device has put there itself. */
const isOlder = (kept: object | undefined, item: CopyItem): boolean =>
  'version' in item && kept !== undefined && 'version' in kept && Number(kept.version) > item.version

type Single = Exclude<CopyItem, { k: BundledKind }>
const isSingle = (item: CopyItem): item is Single => item.k !== 'product' && item.k !== 'expected'

function productOf(item: CopyItem): Product[] {
  if (item.k !== 'product') return []
  const { k, ...product } = item
  return [product]
}

function returnOf(item: CopyItem): CopiedReturn[] {
  if (item.k !== 'expected') return []
  const { k, ...announced } = item
  return [announced]
}

/**
 * Puts a page of the copy on the disk, with where to go on. One that was asked for from another place than the copy stands
 * at by now is left: another tab was faster.
 * @param asked the place that the page goes on from; nothing where it begins
 */
export async function keepPage(page: CopyPage, asked: CopyPlace | undefined, now: number): Promise<void> {
  const db = await copyDatabase()
  const tx = db.transaction([...COPIED_STORES, 'facts'], 'readwrite', { durability: 'relaxed' })
  const place = (await tx.objectStore('facts').get(CURSOR)) as CopyPlace | undefined
  if (place?.cursor !== asked?.cursor) return tx.done
  const begins = page.reset === true || asked === undefined
  const isFirst = begins || asked?.isFirst === true
  // What a round begins with must be true of it: no product and no return is there yet.
  const emptied = page.reset ? COPIED_STORES : begins ? (['products', 'expected'] as const) : []
  await Promise.all(emptied.map((name) => tx.objectStore(name).clear()))
  const writes = page.items.filter(isSingle).map(async (item) => {
    const { k, ...value } = item
    const store = tx.objectStore(STORE_OF[k])
    if ('removed' in value && 'code' in value) return store.delete(value.code)
    if (k !== 'parcel' && k !== 'unit') return store.put(value as never)
    const { id } = value as { id: string }
    if (!isAtHand(item, now)) return store.delete(id)
    if (!isOlder(await store.get(id), item)) await store.put(value as never)
  })
  const next: CopyPlace = { cursor: page.cursor, more: page.more, at: now, isFirst: isFirst && page.more }
  await Promise.all([
    ...writes,
    keepBundled(tx.objectStore('products'), PRODUCTS, page.items.flatMap(productOf), isFirst),
    keepBundled(tx.objectStore('expected'), RETURNS, page.items.flatMap(returnOf), isFirst),
    tx.objectStore('facts').put(next, CURSOR),
  ])
  await tx.done
}

export interface CopyPlace {
  readonly cursor: string
  /** The first round is not through: what is not found may still be to come. */
  readonly more: boolean
  /** It is the first round, begun with nothing: what it tells of is not there yet. */
  readonly isFirst?: boolean
  /** When the server was asked last, in milliseconds since 1970. */
  readonly at?: number
}

export async function copyPlace(): Promise<CopyPlace | undefined> {
  return (await copyDatabase()).get('facts', CURSOR) as Promise<CopyPlace | undefined>
}

export async function forgetPlace(): Promise<void> {
  await (await copyDatabase()).delete('facts', CURSOR)
}

/** Whose copy it is; another warehouse's is of no use. */
export async function isCopyOf(warehouse: string): Promise<boolean> {
  const db = await copyDatabase()
  if ((await db.get('facts', 'warehouse')) === warehouse) return true
  const tx = db.transaction([...COPIED_STORES, 'facts'], 'readwrite')
  await Promise.all([
    ...COPIED_STORES.map((name) => tx.objectStore(name).clear()),
    tx.objectStore('facts').clear(),
    tx.objectStore('facts').put(warehouse, 'warehouse'),
    tx.done,
  ])
  return false
}
