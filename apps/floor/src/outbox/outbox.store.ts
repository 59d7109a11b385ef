import type { Outcome } from '@restow/contracts'
import { create } from 'zustand'
import type { inEnvelope } from './device.ts'
import { parked } from './order.ts'
import type { Queued, QueuedPhoto } from './queued.ts'
import * as storage from './storage.ts'
import { tellOtherTabs } from './tabs.ts'
import { isTouchedSince, touch } from './touched.ts'

/** Why a person's work cannot be sent, in the server's words. */
export interface SenderProblem {
  readonly code: string
  readonly detail: string
}

interface OutboxState {
  commands: readonly Queued[]
  photos: readonly QueuedPhoto[]
  /** The last attempt came back empty-handed. */
  offline: boolean
  /** By badge. Their work waits; nothing of it is lost. */
  senders: Readonly<Record<string, SenderProblem>>
}

/** What is unsent, as the screen sees it; `storage` has it first. */
export const useOutbox = create<OutboxState>(() => ({
  commands: [],
  photos: [],
  offline: false,
  senders: {},
}))

const waiting = new Map<string, (outcome: Outcome) => void>()
const { getState: now, setState: set } = useOutbox

export type Enveloped = ReturnType<typeof inEnvelope>

function answer(commandId: string, outcome: Outcome): void {
  waiting.get(commandId)?.(outcome)
  waiting.delete(commandId)
}

/** What the server says to a command, when it does. */
export const answerTo = (commandId: string): Promise<Outcome> =>
  new Promise((resolve) => waiting.set(commandId, resolve))

let ownChanges = 0
useOutbox.subscribe(() => {
  ownChanges += 1
})

/** Takes up what is on the disk: at the start of the app, and when another tab has changed it. */
export async function loadFromDisk(): Promise<void> {
  const before = ownChanges
  const kept = await storage.loadOutbox()
  // What was kept or settled here meanwhile may be missing in what was read.
  if (ownChanges !== before) return loadFromDisk()
  set(kept)
  const left = new Map(kept.commands.map((entry) => [entry.command.commandId, entry]))
  // What another tab has sent: gone means accepted.
  for (const commandId of waiting.keys()) {
    const entry = left.get(commandId)
    if (!entry) answer(commandId, { commandId, outcome: 'accepted' })
    else if (entry.refusal) answer(commandId, entry.refusal)
  }
}

/**
 * Keeps a command for sending. When this has resolved, the work is safe; `outcome` comes when the server has spoken.
 * @param about its parcels and units, as `aboutOf` tells
 * @param kept what is to be seen and heard in the moment in which it is safe, drawn together with what is unsent
 */
export async function enqueue(
  command: Enveloped,
  by: string,
  about: Pick<Queued, 'about' | 'streams'>,
  kept: () => void = () => {},
): Promise<{ outcome: Promise<Outcome> }> {
  const { offline } = now()
  const entry: Queued = {
    ...{ command, by, ...about, queuedAt: Date.now() },
    ...{ status: 'queued', offline, sealed: false },
  }
  const outcome = answerTo(command.commandId)
  await storage.saveCommand(entry)
  touch(entry.about)
  set(({ commands }) => ({ commands: [...commands, entry].sort(storage.bySequence) }))
  tellOtherTabs()
  kept()
  return { outcome }
}

/** Keeps a photo's bytes for sending. The same photo twice is one. */
export async function enqueuePhoto(sha256: string, picture: Blob, by: string): Promise<void> {
  const photo: QueuedPhoto = { sha256, bytes: picture.size, by, queuedAt: Date.now() }
  await storage.savePhoto(photo, picture)
  set(({ photos }) => ({ photos: [...photos.filter((p) => p.sha256 !== sha256), photo] }))
  tellOtherTabs()
}

function replace(changed: ReadonlyMap<string, Queued>, gone: ReadonlySet<string> = new Set()): void {
  set(({ commands }) => ({
    commands: commands
      .filter((c) => !gone.has(c.command.commandId))
      .map((c) => changed.get(c.command.commandId) ?? c),
  }))
}

const byId = (entries: readonly Queued[]) =>
  new Map(entries.map((entry) => [entry.command.commandId, entry] as const))

/** On their way, or back in the queue; only the screen needs to know. */
export function mark(entries: readonly Queued[], status: 'queued' | 'sending'): void {
  replace(byId(entries.map((entry) => ({ ...entry, status }))))
}

/** Keeps what has changed about queued commands, before anything else happens to them. */
export async function keepChanged(entries: readonly Queued[]): Promise<void> {
  await storage.changeCommands(
    entries.map((entry) => ({ ...entry, status: 'queued' })),
    [],
  )
  replace(byId(entries))
}

/** Takes the server's word: what is accepted is done with, what is refused waits to be seen. */
export async function settle(outcomes: readonly Outcome[]): Promise<void> {
  const entries = byId(now().commands)
  const refused: Queued[] = []
  const gone = new Set<string>()
  for (const outcome of outcomes) {
    const entry = entries.get(outcome.commandId ?? '')
    if (!entry) continue
    if (outcome.outcome === 'accepted') gone.add(entry.command.commandId)
    else refused.push({ ...entry, status: 'rejected', refusal: outcome })
  }
  await storage.changeCommands(refused, [...gone])
  for (const { commandId } of outcomes) touch(entries.get(commandId ?? '')?.about ?? [])
  replace(byId(refused), gone)
  tellOtherTabs()
  for (const outcome of outcomes) answer(outcome.commandId ?? '', outcome)
}

/** Puts commands in the place of others, all in one go. @param instead by the id of what each takes the place of */
export async function exchange(instead: ReadonlyMap<string, Queued>): Promise<void> {
  const entries = [...instead.values()]
  const kept = new Set(entries.map(({ command }) => command.commandId))
  await storage.changeCommands(
    entries,
    [...instead.keys()].filter((commandId) => !kept.has(commandId)),
  )
  for (const [before, { command }] of instead) {
    const answered = waiting.get(before)
    waiting.delete(before)
    if (answered) waiting.set(command.commandId, answered)
  }
  set(({ commands }) => ({
    commands: [...commands.filter((c) => !instead.has(c.command.commandId)), ...entries].sort(
      storage.bySequence,
    ),
  }))
  tellOtherTabs()
}

/** Takes a refused command off the list, when a person has settled what is to become of it. */
export async function forget(commandId: string): Promise<void> {
  await storage.changeCommands([], [commandId])
  replace(new Map(), new Set([commandId]))
  tellOtherTabs()
}

export async function photoArrived(sha256: string): Promise<void> {
  await storage.forgetPhoto(sha256)
  set(({ photos }) => ({ photos: photos.filter((p) => p.sha256 !== sha256) }))
  tellOtherTabs()
}

export async function photoRefused(photo: QueuedPhoto, refusal: string): Promise<void> {
  const refused = { ...photo, refusal }
  await storage.changePhoto(refused)
  set(({ photos }) => ({ photos: photos.map((p) => (p.sha256 === photo.sha256 ? refused : p)) }))
  tellOtherTabs()
}

export const setOffline = (offline: boolean): void => {
  if (now().offline !== offline) set({ offline })
}

/** Notes why a person's work cannot be sent, or that it can again. */
export function noteSender(badge: string, problem: SenderProblem | null): void {
  const { [badge]: _, ...others } = now().senders
  set({ senders: problem ? { ...others, [badge]: problem } : others })
}

/** How many things are unsent, refused ones apart, and since when the oldest waits. */
export function unsent({ commands, photos }: Pick<OutboxState, 'commands' | 'photos'>): {
  count: number
  since: number
} {
  const open = [...commands.filter((c) => c.status !== 'rejected'), ...photos.filter((p) => !p.refusal)]
  return { count: open.length, since: Math.min(...open.map((one) => one.queuedAt)) }
}

export function refusedCount({ commands, photos }: Pick<OutboxState, 'commands' | 'photos'>): number {
  return commands.filter((c) => c.status === 'rejected').length + photos.filter((p) => p.refusal).length
}

/**
 * Is anything about this parcel or unit still unsent? Then the server's copy is behind ours. What waits for a refused one
 * is not: what it built on did not happen.
 */
export function isUnsentAbout(key: string): boolean {
  const { commands } = now()
  const waits = parked(commands)
  return commands.some(
    (c) => c.status !== 'rejected' && c.about.includes(key) && !waits.has(c.command.commandId),
  )
}

/** Is what the screen shows of this newer than an answer to what was asked at that moment, be it the server's or the disk's? */
export const isNewerHere = (key: string, asked: number): boolean =>
  isUnsentAbout(key) || isTouchedSince(key, asked)
