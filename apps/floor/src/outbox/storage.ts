import type { Outcome, WireCommand } from '@restow/contracts'

export type Status = 'queued' | 'sending' | 'rejected'

/** A command that the server has not accepted yet, and whose it is. */
export interface Queued {
  readonly command: WireCommand
  /** The badge of the person who did it: it is sent as that person's work only. */
  readonly by: string
  /** The parcels and units it is about, by tracking number and plate. */
  readonly about: readonly string[]
  readonly queuedAt: number
  readonly status: Status
  /** The server's refusal, until the worker has seen it. */
  readonly refusal?: Outcome
}

/** A photo whose bytes the server does not have yet; the command that names it goes its own way. */
export interface QueuedPhoto {
  readonly sha256: string
  readonly bytes: Blob
  readonly by: string
  readonly queuedAt: number
  readonly refusal?: string
}

/** Where the outbox keeps what is unsent. In memory for now; what comes in its place survives a pulled battery. */
export interface OutboxStorage {
  load(): Promise<{ commands: Queued[]; photos: QueuedPhoto[] }>
  saveCommand(entry: Queued): Promise<void>
  forgetCommand(commandId: string): Promise<void>
  savePhoto(photo: QueuedPhoto): Promise<void>
  forgetPhoto(sha256: string): Promise<void>
}

export function memoryStorage(): OutboxStorage {
  const commands = new Map<string, Queued>()
  const photos = new Map<string, QueuedPhoto>()
  return {
    load: async () => ({ commands: [...commands.values()], photos: [...photos.values()] }),
    saveCommand: async (entry) => void commands.set(entry.command.commandId, entry),
    forgetCommand: async (commandId) => void commands.delete(commandId),
    savePhoto: async (photo) => void photos.set(photo.sha256, photo),
    forgetPhoto: async (sha256) => void photos.delete(sha256),
  }
}
