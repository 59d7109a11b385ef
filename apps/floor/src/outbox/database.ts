import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb'
import type { KeptPerson, Queued, QueuedPhoto } from './queued.ts'

/** What the device keeps until the server has it, and who works on it. */
interface Kept extends DBSchema {
  commands: { key: string; value: Queued }
  photos: { key: string; value: QueuedPhoto }
  /** Apart from what is known of a photo: lists are read often, bytes once. */
  bytes: { key: string; value: Blob }
  people: { key: string; value: KeptPerson }
  facts: { key: string; value: unknown }
}
export type KeptDatabase = IDBPDatabase<Kept>
type Name = StoreNames<Kept>

let opened: Promise<KeptDatabase> | undefined

export function keptDatabase(): Promise<KeptDatabase> {
  opened ??= openDB<Kept>('restow', 1, {
    upgrade(db) {
      for (const name of ['commands', 'photos', 'bytes', 'people', 'facts'] as const)
        db.createObjectStore(name)
    },
    // A newer page in another tab needs the database for itself.
    blocking: () => void closeKept(),
    terminated: () => {
      opened = undefined
    },
  })
  opened.catch(() => {
    opened = undefined
  })
  return opened
}

export async function closeKept(): Promise<void> {
  const db = await opened
  opened = undefined
  db?.close()
}

/**
 * Writes and resolves when it is on the disk itself: a battery that is pulled the moment after takes nothing back.
 * Everything that `write` asks for happens in one transaction, or none of it.
 */
export async function writeDown<N extends Name>(
  stores: N[],
  write: (tx: IDBPTransaction<Kept, N[], 'readwrite'>) => Promise<unknown>,
): Promise<void> {
  const db = await keptDatabase()
  const tx = db.transaction(stores, 'readwrite', { durability: 'strict' })
  await Promise.all([write(tx), tx.done])
}
