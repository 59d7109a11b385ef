import type { CopyItem, CopyKind, CopyPage } from '@restow/contracts'
import type { Parcel, Unit } from '@restow/domain'
import { COPIED_STORES, copyDatabase } from './database.ts'

const CURSOR = 'cursor'
/** What is done with stays at hand for a while: its label is scanned once more, or it is moved. */
const KEPT_AFTER_MS = 48 * 3_600_000

const STORE_OF: Record<CopyKind, (typeof COPIED_STORES)[number]> = {
  seller: 'sellers',
  checklist: 'checklists',
  bin: 'bins',
  product: 'products',
  expected: 'expected',
  parcel: 'parcels',
  unit: 'units',
}

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

/** Puts a page of the copy on the disk, with where to go on. */
export async function keepPage(page: CopyPage, now: number): Promise<void> {
  const db = await copyDatabase()
  const tx = db.transaction([...COPIED_STORES, 'facts'], 'readwrite', { durability: 'relaxed' })
  if (page.reset) await Promise.all(COPIED_STORES.map((name) => tx.objectStore(name).clear()))
  const writes = page.items.map(async (item) => {
    const { k, ...value } = item
    const store = tx.objectStore(STORE_OF[k])
    if (k !== 'parcel' && k !== 'unit') return store.put(value as never)
    const { id } = value as { id: string }
    if (!isAtHand(item, now)) return store.delete(id)
    if (!isOlder(await store.get(id), item)) await store.put(value as never)
  })
  await Promise.all([
    ...writes,
    tx.objectStore('facts').put({ cursor: page.cursor, more: page.more, at: now }, CURSOR),
  ])
  await tx.done
}

export interface CopyPlace {
  readonly cursor: string
  /** The first round is not through: what is not found may still be to come. */
  readonly more: boolean
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
