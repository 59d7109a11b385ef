import type { Outcome } from '@restow/contracts'
import { type Act, type Command, decide, type RejectionCode, type RejectionFacts } from '@restow/domain'
import { unitCopy } from '../copy/copy.store.ts'
import { fetchParcel, fetchUnit, loadUnit, recallParcel, recallUnit } from '../copy/load.ts'
import { keepAccepted, suggestHere } from '../copy/own.ts'
import { replay } from '../copy/replay.ts'
import { situationOf, type Told } from '../copy/situation.ts'
import { aboutOf } from '../outbox/about.ts'
import { inEnvelope } from '../outbox/device.ts'
import { drainNow } from '../outbox/drain.ts'
import { answerTo, type Enveloped, enqueue, useOutbox } from '../outbox/outbox.store.ts'
import { beforeNextScan } from '../scanner/turn.ts'
import { feel } from './feedback.ts'
import { titleOf, whyNot } from './sentences.ts'
import { useSession } from './session.store.ts'
import { acknowledge, followScan, noteScan, say, sayNoConnection, type Verdict } from './verdict.store.ts'
import { whenPainted } from './when-painted.ts'

/** What to say when it is done. `quiet` is only heard and listed: the screen that follows says enough. `silent` is only felt. */
export type Said = Pick<Verdict, 'title' | 'code' | 'sentence' | 'facts' | 'lpn'> & {
  /** Done, and yet something is to be looked at. */
  tone?: 'look'
  quiet?: boolean
  silent?: boolean
  /** What else happens in that moment, such as going on to another screen: drawn together with the words. */
  onward?: () => void
}

type Named = Partial<Record<'lpn' | 'newLpn' | 'parcel' | 'tracking' | 'bin', string>>

const subjectOf = (command: Command): Named => (command.type === 'AttachPhoto' ? command.subject : command)
const codeOf = (command: Command): string => {
  const { bin, lpn, parcel, tracking } = subjectOf(command)
  return bin ?? lpn ?? parcel ?? tracking ?? ''
}

export function actOf({ commandId, deviceId, deviceSeq, scannedAt }: Enveloped): Act | null {
  const { person } = useSession.getState()
  if (!person) return null
  const actor = { user: person.badge, role: person.role }
  const { warehouse } = person
  return {
    commandId,
    actor,
    warehouse,
    deviceId,
    deviceSeq,
    scannedAt,
    recordedAt: scannedAt,
    performed: 'now',
  }
}

/** Says why a scan cannot be followed. */
export function sayRefused(subject: string, code: RejectionCode, facts: RejectionFacts): void {
  say({ tone: 'wrong', title: titleOf(code), code: subject, sentence: whyNot(code, facts) })
}

/** Says why something did not happen. */
export function sayRejected(command: Command, code: string, facts: RejectionFacts = {}, message = ''): void {
  const { lpn } = subjectOf(command)
  const sentence = whyNot(code, facts, message)
  say({
    tone: 'wrong',
    title: titleOf(code),
    code: codeOf(command),
    sentence,
    why: code,
    ...(lpn ? { lpn } : {}),
  })
}

/** The server's copy of what the command named, anew; without the network what it said last. */
async function refresh(about: readonly string[], command: Command): Promise<void> {
  const { lpn, newLpn } = subjectOf(command)
  const reads = about.map((key) =>
    key === lpn || key === newLpn
      ? fetchUnit(key).catch(() => recallUnit(key))
      : fetchParcel(key).catch(() => recallParcel(key)),
  )
  await Promise.allSettled(reads)
}

/** The server's word is the last: where it differs from ours, it is said. */
async function hear(outcome: Outcome, command: Command, about: readonly string[]): Promise<void> {
  if (outcome.outcome === 'accepted') await keepAccepted(outcome, about).catch(() => {})
  await refresh(about, command)
  if (outcome.outcome === 'rejected')
    sayRejected(command, outcome.code ?? 'malformed', outcome.facts, outcome.message)
}

/** What was unsent when the page began is kept, once it is accepted, as if it had been asked a moment ago. Nothing else is asked for it. */
export function hearUnsent(): void {
  for (const { command, about, status } of useOutbox.getState().commands)
    if (status !== 'rejected')
      void answerTo(command.commandId)
        .then((outcome) => (outcome.outcome === 'accepted' ? keepAccepted(outcome, about) : undefined))
        .catch(() => {})
}

/** Would the rules let this stand now? For offering only what can be done. */
export function wouldStand(command: Command): boolean {
  const act = actOf({
    ...command,
    commandId: '',
    deviceId: '',
    deviceSeq: 0,
    scannedAt: new Date().toISOString(),
  } as Enveloped)
  return act !== null && 'events' in decide(situationOf(command), command, act)
}

/** Puts before the rules what they have to look at. */
async function knowUnit(command: Command): Promise<void> {
  const { lpn, newLpn } = subjectOf(command)
  const isNew = command.type === 'RegisterUnit'
  // A plate that is about to be put on may be on something else already.
  const holder = isNew ? lpn : newLpn
  if (holder !== undefined && !unitCopy(holder)) await recallUnit(holder)
  if (lpn !== undefined && !isNew && !unitCopy(lpn)) await loadUnit(lpn)
}

/**
 * Asks for something: judged here and now by the same rules as on the server, said at once, kept in the
 * outbox, and corrected when the server sees it otherwise.
 * @returns whether it stands, as far as is known here
 */
export function ask(command: Command, said: Said, told?: Told): Promise<boolean> {
  return beforeNextScan(judge(command, said, told))
}

async function judge(command: Command, said: Said, told?: Told): Promise<boolean> {
  try {
    await knowUnit(command)
  } catch {
    sayNoConnection(codeOf(command))
    return false
  }
  const enveloped = inEnvelope(command)
  const act = actOf(enveloped)
  if (!act) return false
  const situation = situationOf(command, told)
  const decision = decide(situation, command, act)
  const { lpn } = subjectOf(command)
  const events = 'events' in decision ? decision.events : []
  const whose = aboutOf(command, situation, events, act.recordedAt)
  const { about } = whose
  if ('rejected' in decision) {
    sayRejected(command, decision.rejected, decision.facts)
    void refresh(about, command)
    return false
  }
  // Kept before it is called done: what the worker hears as right must not be lost.
  const { outcome } = await enqueue(enveloped, act.actor.user, whose, () => {
    speak(said, enveloped.commandId)
    replay(decision.events, act, situation)
    said.onward?.()
  })
  if (lpn !== undefined) whenPainted(() => void suggestHere(lpn).catch(() => {}))
  followScan(enveloped.commandId, outcome)
  void outcome.then((said) => hear(said, command, about))
  whenPainted(drainNow)
  return true
}

/** Asks for what only the server can judge, and waits for its word. */
export async function askServer(command: Command, said: Said): Promise<boolean> {
  const enveloped = inEnvelope(command)
  const act = actOf(enveloped)
  if (!act) return false
  const { lpn, parcel } = subjectOf(command)
  const about = [lpn, parcel].flatMap((key) => (key ? [key] : []))
  const { outcome } = await enqueue(enveloped, act.actor.user, { about })
  drainNow()
  const word = await outcome
  await hear(word, command, about)
  if (word.outcome !== 'accepted') return false
  speak(said, enveloped.commandId)
  followScan(enveloped.commandId, outcome)
  said.onward?.()
  return true
}

function speak({ quiet, silent, onward, ...said }: Said, commandId: string): void {
  if (silent) feel('right')
  else if (!quiet) say({ ...said, tone: said.tone ?? 'right' }, commandId)
  else speakSoftly(said, commandId)
}

function speakSoftly(said: Said, commandId: string): void {
  acknowledge()
  noteScan('right', said.code ?? '', said.title.toLocaleLowerCase(), commandId)
}
