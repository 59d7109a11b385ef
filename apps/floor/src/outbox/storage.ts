import { keptDatabase, writeDown } from './database.ts'
import type { Queued, QueuedPhoto } from './queued.ts'

/** The outbox on the disk; the screen only mirrors it. */

const SEQUENCE = 'sequence'
export const bySequence = (a: Queued, b: Queued) =>
  a.command.deviceSeq - b.command.deviceSeq || (a.command.commandId < b.command.commandId ? -1 : 1)

/** All that is unsent or refused, in the order in which it was done. */
export async function loadOutbox(): Promise<{ commands: Queued[]; photos: QueuedPhoto[] }> {
  const db = await keptDatabase()
  const [commands, photos] = await Promise.all([db.getAll('commands'), db.getAll('photos')])
  return { commands: commands.sort(bySequence), photos: photos.sort((a, b) => a.queuedAt - b.queuedAt) }
}

/** The number of the device's last command, so that the next one is counted on after a restart. */
export async function lastSequence(): Promise<number> {
  const db = await keptDatabase()
  return Number((await db.get('facts', SEQUENCE)) ?? 0)
}

/** Keeps a new command. When this has resolved it survives a pulled battery. */
export const saveCommand = (entry: Queued): Promise<void> =>
  writeDown(['commands', 'facts'], async (tx) => {
    const { commandId, deviceSeq } = entry.command
    const facts = tx.objectStore('facts')
    // One that is sent once more keeps its old number, and later ones may be gone from here: no number is given twice.
    const last = Number((await facts.get(SEQUENCE)) ?? 0)
    await Promise.all([
      tx.objectStore('commands').put(entry, commandId),
      facts.put(Math.max(last, deviceSeq), SEQUENCE),
    ])
  })

/** Keeps what has become of commands, and forgets others, in one go. */
export const changeCommands = (changed: readonly Queued[], forgotten: readonly string[]): Promise<void> =>
  writeDown(['commands'], (tx) =>
    Promise.all([
      ...changed.map((entry) => tx.objectStore('commands').put(entry, entry.command.commandId)),
      ...forgotten.map((id) => tx.objectStore('commands').delete(id)),
    ]),
  )

export const savePhoto = (photo: QueuedPhoto, bytes: Blob): Promise<void> =>
  writeDown(['photos', 'bytes'], (tx) =>
    Promise.all([
      tx.objectStore('photos').put(photo, photo.sha256),
      tx.objectStore('bytes').put(bytes, photo.sha256),
    ]),
  )

export const changePhoto = (photo: QueuedPhoto): Promise<void> =>
  writeDown(['photos'], (tx) => tx.objectStore('photos').put(photo, photo.sha256))

export const forgetPhoto = (sha256: string): Promise<void> =>
  writeDown(['photos', 'bytes'], (tx) =>
    Promise.all([tx.objectStore('photos').delete(sha256), tx.objectStore('bytes').delete(sha256)]),
  )

/** The bytes of a photo that is not sent yet. */
export async function bytesOf(sha256: string): Promise<Blob | undefined> {
  return (await keptDatabase()).get('bytes', sha256)
}
