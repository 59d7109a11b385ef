import { ApiProblem, isPassing } from '@restow/client'
import type { Outcome } from '@restow/contracts'
import { api } from './api.ts'
import { nextBatch, sealedAt } from './batch.ts'
import { watchLine } from './line.ts'
import { SendingLoop } from './loop.ts'
import {
  keepChanged,
  loadFromDisk,
  mark,
  noteSender,
  photoArrived,
  photoRefused,
  setOffline,
  settle,
  useOutbox,
} from './outbox.store.ts'
import { findPerson } from './people.ts'
import type { Queued, QueuedPhoto } from './queued.ts'
import { bytesOf } from './storage.ts'
import { whenOtherTabsTell } from './tabs.ts'

/** How long a command waits that the server fell over. */
const STUCK_MS = 60_000

const isBlocked = (badge: string): boolean => badge in useOutbox.getState().senders

/** Decides for good whether it was done now or earlier, and keeps that before it is sent for the first time. */
async function sealed(batch: readonly Queued[]): Promise<Queued[]> {
  const now = Date.now()
  const next = batch.map((entry) => sealedAt(entry, now))
  if (batch.some((entry) => !entry.sealed)) await keepChanged(next)
  return next
}

async function sendRound(): Promise<boolean> {
  const batch = await sealed(nextBatch(useOutbox.getState().commands, Date.now(), isBlocked))
  const [first] = batch
  if (!first) return false
  mark(batch, 'sending')
  const under = await keptToken(first.by)
  try {
    await sendTogether(batch, first.by)
  } catch (error) {
    mark(batch, 'queued')
    if (!(await stopSender(error, first.by, under))) throw error
  }
  setOffline(false)
  return true
}

/**
 * Is it the sender that the server will not hear? Then that person's work waits, and others' goes on.
 * @param under what was kept for sending their work when it was sent: who has signed in since is asked about anew
 */
async function stopSender(error: unknown, badge: string, under: string | null): Promise<boolean> {
  if (!(error instanceof ApiProblem) || (error.status !== 401 && error.status !== 403)) return false
  if (under === (await keptToken(badge))) noteSender(badge, { code: error.code, detail: error.detail })
  return true
}

const keptToken = async (badge: string): Promise<string | null> =>
  (await findPerson(badge))?.sendToken ?? null

/** What sends this person's work, and nobody else's: without it, it would go out under whoever is signed in. */
async function tokenOf(badge: string): Promise<{ sendToken: string }> {
  const sendToken = await keptToken(badge)
  if (sendToken) return { sendToken }
  throw new ApiProblem(401, { code: 'send_token_unknown' })
}

async function sendTogether(batch: readonly Queued[], badge: string): Promise<void> {
  try {
    const { outcomes } = await api.sendCommands(
      batch.map((c) => c.command),
      await tokenOf(badge),
    )
    const answered = new Map(outcomes.map((outcome) => [outcome.commandId, outcome]))
    // Without a word about it nothing is known of it: it stays queued, and is sent again.
    mark(
      batch.filter(({ command }) => !answered.has(command.commandId)),
      'queued',
    )
    await settle(outcomes)
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.status === 401 || error.status === 403) throw error
    const isRefusedWhole = !isPassing(error) || error.status === 500
    if (!isRefusedWhole) throw error
    await sendApart(batch, badge, error)
  }
}

/** A list that is refused whole is sent one by one, so that one poisoned command does not jam the rest. */
async function sendApart(batch: readonly Queued[], badge: string, problem: ApiProblem): Promise<void> {
  const [only, ...others] = batch
  if (!only) return
  if (others.length > 0) return sendOneByOne(batch, badge)
  const { commandId } = only.command
  // A fault of the server's passes when it is mended; till then it waits, and lets others go by.
  if (problem.status >= 500) return keepChanged([{ ...only, notBefore: Date.now() + STUCK_MS }])
  const outcome: Outcome = { commandId, outcome: 'rejected', code: problem.code, message: problem.detail }
  await settle([outcome])
}

const isStuck = ({ command }: Queued): boolean =>
  useOutbox
    .getState()
    .commands.some((c) => c.command.commandId === command.commandId && (c.notBefore ?? 0) > Date.now())

/** As soon as one gets stuck, the rest goes back into the queue: there it is seen what may overtake that one. */
async function sendOneByOne(batch: readonly Queued[], badge: string): Promise<void> {
  for (const [n, one] of batch.entries()) {
    await sendTogether([one], badge)
    if (isStuck(one)) return mark(batch.slice(n + 1), 'queued')
  }
}

const nextPhoto = (): QueuedPhoto | undefined =>
  useOutbox.getState().photos.find((p) => !p.refusal && !isBlocked(p.by))

async function sendPhoto(): Promise<boolean> {
  const photo = nextPhoto()
  if (!photo) return false
  const bytes = await bytesOf(photo.sha256)
  const under = await keptToken(photo.by)
  try {
    if (!bytes) throw new ApiProblem(422, { code: 'photo_gone', detail: 'The photo’s bytes are gone.' })
    await api.putPhoto(photo.sha256, bytes, await tokenOf(photo.by))
    await photoArrived(photo.sha256)
  } catch (error) {
    if (await stopSender(error, photo.by, under)) return true
    if (isPassing(error) || !(error instanceof ApiProblem)) throw error
    await photoRefused(photo, error.detail || error.code)
  }
  return true
}

const stuckUntil = (): number | null => {
  const times = useOutbox.getState().commands.flatMap((c) => (c.notBefore ? [c.notBefore - Date.now()] : []))
  return times.length > 0 ? Math.max(1000, Math.min(...times)) : null
}

const commands = new SendingLoop('restow.commands', sendRound, () => setOffline(true), stuckUntil)
const photos = new SendingLoop(
  'restow.photos',
  sendPhoto,
  () => {},
  () => null,
)

/** Tries at once: something new is there, or somebody has asked for it. */
export function drainNow(): void {
  commands.wake()
  photos.wake()
}

function networkIsBack(): void {
  commands.reset()
  photos.reset()
}

/** A person has signed in again: their work may go out under the new token. */
export function trustAgain(badge: string): void {
  noteSender(badge, null)
  networkIsBack()
}

/** Begins to send what is on the disk, and goes on for as long as the page lives. @returns ends it */
export function startDraining(): () => void {
  const stops = [commands.watch(), photos.watch(), watchLine(networkIsBack)]
  const seen = () => {
    if (document.visibilityState === 'visible') networkIsBack()
  }
  globalThis.addEventListener?.('online', networkIsBack)
  globalThis.document?.addEventListener('visibilitychange', seen)
  stops.push(
    whenOtherTabsTell((word) => {
      void loadFromDisk().then(word === 'send' ? drainNow : undefined)
    }),
  )
  drainNow()
  return () => {
    for (const stop of stops) stop()
    globalThis.removeEventListener?.('online', networkIsBack)
    globalThis.document?.removeEventListener('visibilitychange', seen)
  }
}
