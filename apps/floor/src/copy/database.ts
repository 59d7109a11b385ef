import type { CopiedReturn } from '@restow/contracts'
import type { Bin, Checklist, Parcel, Product, Seller, Unit } from '@restow/domain'
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb'
import type { Bundle } from './bundle.ts'

/** A state and the version of its stream that it stands at. */
export type At<State> = State & { readonly version: number }

/** The working copy on the disk. All of it can be fetched again: losing it costs time, never work. */
export interface Copied extends DBSchema {
  sellers: { key: string; value: Seller }
  checklists: { key: string; value: Checklist }
  bins: { key: string; value: Bin; indexes: { zone: string } }
  products: { key: number; value: Bundle<Product>; indexes: { codes: number } }
  expected: { key: number; value: Bundle<CopiedReturn>; indexes: { codes: number } }
  parcels: { key: string; value: At<Parcel>; indexes: { trackingNumber: string; aliases: string } }
  units: {
    key: string
    value: At<Unit>
    indexes: { lpn: string; formerLpns: string; parcel: string; bin: string }
  }
  facts: { key: string; value: unknown }
}
export type CopyDatabase = IDBPDatabase<Copied>

let opened: Promise<CopyDatabase> | undefined

export function copyDatabase(): Promise<CopyDatabase> {
  opened ??= openDB<Copied>('restow-copy', 5, {
    upgrade(db) {
      // Another shape than this one's begins anew: all of it can be fetched again.
      for (const name of [...db.objectStoreNames]) db.deleteObjectStore(name)
      db.createObjectStore('sellers', { keyPath: 'code' })
      db.createObjectStore('checklists', { keyPath: 'category' })
      db.createObjectStore('bins', { keyPath: 'code' }).createIndex('zone', 'zone')
      for (const name of ['products', 'expected'] as const)
        db.createObjectStore(name, { keyPath: 'n', autoIncrement: true }).createIndex('codes', 'codes', {
          multiEntry: true,
        })
      const parcels = db.createObjectStore('parcels', { keyPath: 'id' })
      parcels.createIndex('trackingNumber', 'trackingNumber')
      parcels.createIndex('aliases', 'aliases', { multiEntry: true })
      const units = db.createObjectStore('units', { keyPath: 'id' })
      units.createIndex('lpn', 'lpn')
      units.createIndex('formerLpns', 'formerLpns', { multiEntry: true })
      units.createIndex('parcel', 'parcel.id')
      units.createIndex('bin', 'bin')
      db.createObjectStore('facts')
    },
    blocking: () => void closeCopy(),
    terminated: () => {
      opened = undefined
    },
  })
  opened.catch(() => {
    opened = undefined
  })
  return opened
}

async function closeCopy(): Promise<void> {
  const db = await opened
  opened = undefined
  db?.close()
}

export const COPIED_STORES = [
  'sellers',
  'checklists',
  'bins',
  'products',
  'expected',
  'parcels',
  'units',
] as const

/** A look at the copy: one transaction for all that a question needs, since each costs a slow device a way of its own. */
export type Look = IDBPTransaction<Copied, typeof COPIED_STORES, 'readonly'>

export async function lookAtCopy(): Promise<Look> {
  return (await copyDatabase()).transaction(COPIED_STORES)
}
