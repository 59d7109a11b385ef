import type { Outcome } from '@restow/contracts'
import { create } from 'zustand'
import type { inEnvelope } from './device.ts'
import { memoryStorage, type OutboxStorage, type Queued, type QueuedPhoto } from './storage.ts'

interface OutboxState {
  commands: readonly Queued[]
  photos: readonly QueuedPhoto[]
  /** The last attempt came back empty-handed. */
  offline: boolean
}

/** What is unsent, as the screen sees it; `storage` has it first. */
export const useOutbox = create<OutboxState>(() => ({ commands: [], photos: [], offline: false }))

/** Has everything first; what is on the screen only mirrors it. */
const storage: OutboxStorage = memoryStorage()
const waiting = new Map<string, (outcome: Outcome) => void>()
const { getState: now, setState: set } = useOutbox

export type Enveloped = ReturnType<typeof inEnvelope>

/** Keeps a command for sending. When this has resolved, the work is safe; `outcome` comes when the server has spoken. */
export async function enqueue(
  command: Enveloped,
  by: string,
  about: readonly string[],
): Promise<{ outcome: Promise<Outcome> }> {
  const entry: Queued = { command, by, about, queuedAt: Date.now(), status: 'queued' }
  const outcome = new Promise<Outcome>((resolve) => waiting.set(command.commandId, resolve))
  await storage.saveCommand(entry)
  set(({ commands }) => ({ commands: [...commands, entry] }))
  return { outcome }
}

/** Keeps a photo's bytes for sending. The same photo twice is one. */
export async function enqueuePhoto(sha256: string, bytes: Blob, by: string): Promise<void> {
  const photo: QueuedPhoto = { sha256, bytes, by, queuedAt: Date.now() }
  await storage.savePhoto(photo)
  set(({ photos }) => ({ photos: [...photos.filter((p) => p.sha256 !== sha256), photo] }))
}

export function mark(ids: ReadonlySet<string>, status: Queued['status']): void {
  set(({ commands }) => ({
    commands: commands.map((c) => (ids.has(c.command.commandId) ? { ...c, status } : c)),
  }))
}

/** Takes the server's word about a command: an accepted one is done with, a refused one waits to be seen. */
export async function settle(commandId: string, outcome: Outcome): Promise<void> {
  const entry = now().commands.find((c) => c.command.commandId === commandId)
  if (!entry) return
  if (outcome.outcome === 'accepted') await forget(commandId)
  else {
    const refused: Queued = { ...entry, status: 'rejected', refusal: outcome }
    await storage.saveCommand(refused)
    set(({ commands }) => ({
      commands: commands.map((c) => (c.command.commandId === commandId ? refused : c)),
    }))
  }
  waiting.get(commandId)?.(outcome)
  waiting.delete(commandId)
}

/** Takes a command off the list: accepted, or refused and seen. */
export async function forget(commandId: string): Promise<void> {
  await storage.forgetCommand(commandId)
  set(({ commands }) => ({ commands: commands.filter((c) => c.command.commandId !== commandId) }))
}

export async function photoArrived(sha256: string): Promise<void> {
  await storage.forgetPhoto(sha256)
  set(({ photos }) => ({ photos: photos.filter((p) => p.sha256 !== sha256) }))
}

export async function photoRefused(sha256: string, refusal: string): Promise<void> {
  set(({ photos }) => ({ photos: photos.map((p) => (p.sha256 === sha256 ? { ...p, refusal } : p)) }))
}

export const setOffline = (offline: boolean): void => {
  if (now().offline !== offline) set({ offline })
}

/** How many things are unsent, refused ones apart, and since when the oldest waits. */
export function unsent({ commands, photos }: OutboxState): { count: number; since: number } {
  const open = [...commands.filter((c) => c.status !== 'rejected'), ...photos.filter((p) => !p.refusal)]
  return { count: open.length, since: Math.min(...open.map((one) => one.queuedAt)) }
}

export function refusedCount({ commands, photos }: OutboxState): number {
  return commands.filter((c) => c.status === 'rejected').length + photos.filter((p) => p.refusal).length
}

/** Is anything about this parcel or unit still unsent? Then the server's copy is behind ours. */
export function isUnsentAbout(key: string): boolean {
  return now().commands.some((c) => c.status !== 'rejected' && c.about.includes(key))
}
