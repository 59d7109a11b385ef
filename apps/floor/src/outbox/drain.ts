import { ApiProblem, isPassing } from '@restow/client'
import type { Outcome } from '@restow/contracts'
import { api } from './api.ts'
import { waitBefore } from './backoff.ts'
import { mark, photoArrived, photoRefused, setOffline, settle, useOutbox } from './outbox.store.ts'
import type { Queued } from './storage.ts'

const BATCH = 50

let draining = false
let again = false
let failures = 0
let timer: ReturnType<typeof setTimeout> | undefined
let person: string | null = null

/** Whose work may be sent: the person who is signed in. Nobody else's goes out under that name. */
export function drainFor(badge: string | null): void {
  person = badge
  drainNow()
}

/** Tries at once, whatever the back-off says: something new is there, or the network came back. */
export function drainNow(): void {
  clearTimeout(timer)
  void drain()
}

globalThis.addEventListener?.('online', () => {
  failures = 0
  drainNow()
})

/** One drainer, in order: commands first, then the bytes of photos. */
async function drain(): Promise<void> {
  if (person === null) return
  if (draining) {
    again = true
    return
  }
  draining = true
  try {
    while ((await sendBatch(person)) || (await sendPhoto(person)));
    failures = 0
    setOffline(false)
  } catch (error) {
    giveWay(error)
  } finally {
    draining = false
    // What was put in at the very end of a run would otherwise wait for the next command.
    const more = again && failures === 0
    again = false
    if (more) void drain()
  }
}

function giveWay(error: unknown): void {
  // Without a session nothing can go out; whoever signs in next starts the drainer again.
  if (error instanceof ApiProblem && error.status === 401) return
  setOffline(true)
  failures += 1
  timer = setTimeout(drain, waitBefore(failures, Math.random()))
}

const nextBatch = (badge: string): Queued[] =>
  useOutbox
    .getState()
    .commands.filter((c) => c.status === 'queued' && c.by === badge)
    .slice(0, BATCH)

/** Sends the head of the queue. @returns whether there was any */
async function sendBatch(badge: string): Promise<boolean> {
  const batch = nextBatch(badge)
  if (batch.length === 0) return false
  const ids = new Set(batch.map((c) => c.command.commandId))
  mark(ids, 'sending')
  try {
    await sendTogether(batch)
  } catch (error) {
    mark(ids, 'queued')
    throw error
  }
  return true
}

async function sendTogether(batch: readonly Queued[]): Promise<void> {
  try {
    const { outcomes } = await api.sendCommands(batch.map((c) => c.command))
    for (const { command } of batch) {
      const outcome = outcomes.find((o) => o.commandId === command.commandId)
      // Without a word about it nothing is known of it: it stays queued, and is sent again.
      if (outcome) await settle(command.commandId, outcome)
      else mark(new Set([command.commandId]), 'queued')
    }
  } catch (error) {
    if (isPassing(error) || !(error instanceof ApiProblem) || error.status === 401) throw error
    await sendApart(batch, error)
  }
}

/** A list that is refused whole is sent one by one, so that one poisoned command does not jam the rest. */
async function sendApart(batch: readonly Queued[], problem: ApiProblem): Promise<void> {
  const [only, ...others] = batch
  if (only && others.length === 0) {
    const { commandId } = only.command
    const outcome: Outcome = { commandId, outcome: 'rejected', code: problem.code, message: problem.detail }
    return settle(commandId, outcome)
  }
  for (const one of batch) await sendTogether([one])
}

/** Sends one photo. @returns whether there was any */
async function sendPhoto(badge: string): Promise<boolean> {
  const photo = useOutbox.getState().photos.find((p) => !p.refusal && p.by === badge)
  if (!photo) return false
  try {
    await api.putPhoto(photo.sha256, photo.bytes)
    await photoArrived(photo.sha256)
  } catch (error) {
    if (isPassing(error) || !(error instanceof ApiProblem) || error.status === 401) throw error
    await photoRefused(photo.sha256, problemText(error))
  }
  return true
}

const problemText = (problem: ApiProblem): string => problem.detail || problem.code
