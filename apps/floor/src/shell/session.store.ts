import { ApiProblem } from '@restow/client'
import type { SessionBegun } from '@restow/contracts'
import type { StaffRole } from '@restow/domain'
import { create } from 'zustand'
import { forgetCopy } from '../copy/copy.store.ts'
import { replayUnsent } from '../copy/replay-unsent.ts'
import { api, sessionsBegun, whenSessionIsOver } from '../outbox/api.ts'
import { deviceId, deviceKey } from '../outbox/device.ts'
import { trustAgain } from '../outbox/drain.ts'
import { useOutbox } from '../outbox/outbox.store.ts'
import {
  checkPinHere,
  findPerson,
  hashPin,
  keepPerson,
  lastSignedIn,
  noteSignedIn,
  type OfflineVerdict,
} from '../outbox/people.ts'
import type { KeptPerson } from '../outbox/queued.ts'
import { languageOfBadge } from './language-of-badge.ts'

/** Who is at this device. */
export interface Person {
  readonly badge: string
  readonly name: string
  readonly role: StaffRole
  readonly warehouse: string
  readonly timeZone: string
}
interface SessionState {
  /** Undefined until it is known who is signed in. */
  person: Person | null | undefined
  /** The badge that was scanned to sign in next. */
  badge: string
  /** Why the sign-in screen is shown, where it was not asked for. */
  expired: boolean
}

export const useSession = create<SessionState>(() => ({ person: undefined, badge: '', expired: false }))
const { getState: now, setState: set } = useSession

/** A person who waits to begin is let in by what is kept here, rather than by a network that may be dead; in milliseconds. */
const PATIENCE_MS = 6000
/** As long as a session lasts: a shift, and what comes before and after it. */
const SHIFT_MS = 14 * 3_600_000

/**
 * The PIN of somebody who has signed in here while the network was down, for signing in at the server as soon as it is
 * back. Never written down: a page that is closed asks again.
 */
let heldPin: { badge: string; pin: string } | null = null
/** Somebody has signed out while the network was down: the server is told when it is back. */
let signOutIsDue = false

const asPerson = ({ badge, name, role, warehouse, timeZone }: KeptPerson): Person => ({
  ...{ badge, name, role: role as StaffRole, warehouse, timeZone },
})

function enter(kept: KeptPerson): void {
  const person = asPerson(kept)
  languageOfBadge.enter(person.badge, kept.language)
  set({ person, badge: '', expired: false })
}

/** The server no longer knows the session. What is unsent stays, and goes on being sent as that person's work. */
function sessionOver(): void {
  const { person } = now()
  if (!person || heldPin?.badge === person.badge) return
  void noteSignedIn(null)
  set({ person: null, badge: person.badge, expired: true })
}

whenSessionIsOver(sessionOver)

/** Keeps who has signed in, for sending their work and for letting them in while the network is down. */
async function keep({ user, sendToken }: SessionBegun, pin: string): Promise<KeptPerson> {
  const { name, role, warehouse = '', timeZone = 'UTC' } = user
  const badge = user.badge ?? name
  const person: KeptPerson = {
    ...{ badge, name, role, warehouse, timeZone, sendToken: sendToken ?? null },
    ...(user.language ? { language: user.language } : {}),
    ...{ until: Date.now() + SHIFT_MS, pin: await hashPin(pin), wrongPins: 0 },
  }
  await keepPerson(person)
  await noteSignedIn(badge)
  return person
}

/** Who is signed in, at the start of the app: by what was kept here, so that no network is waited for; the server corrects it. */
export async function takeUpSession(): Promise<void> {
  const kept = await lastSignedIn().catch(() => undefined)
  const isKept = kept !== undefined && kept.until > Date.now()
  if (isKept) enter(kept)
  const begun = sessionsBegun()
  try {
    const { badge } = await api.whoAmI(PATIENCE_MS)
    if (begun !== sessionsBegun()) return
    // The cookie is another person's, or of somebody whom this device has not kept: who sends work signs in here.
    if (!isKept || kept.badge !== badge) set({ person: null, badge: badge ?? '' })
  } catch (error) {
    if (begun !== sessionsBegun()) return
    const isOver = error instanceof ApiProblem && error.status === 401
    if (!isKept) set({ person: null })
    else if (isOver) sessionOver()
  }
}

export type Refusal = 'refused' | 'locked' | 'unreachable' | 'offlineUnknown' | 'offlineWrong' | 'device'

const REFUSED_HERE: Record<Exclude<OfflineVerdict, 'right'>, Refusal> = {
  wrong: 'offlineWrong',
  locked: 'locked',
  unknown: 'offlineUnknown',
}

/** Signs in by what is kept on this device, while the server cannot be asked. */
async function signInHere(badge: string, pin: string): Promise<Refusal | null> {
  if (!globalThis.crypto?.subtle) return 'unreachable'
  const verdict = await checkPinHere(badge, pin, Date.now())
  if (verdict !== 'right') return REFUSED_HERE[verdict]
  const kept = await findPerson(badge)
  if (!kept) return 'offlineUnknown'
  heldPin = { badge, pin }
  await noteSignedIn(badge)
  enter(kept)
  return null
}

function refusalOf(error: ApiProblem): Refusal {
  if (error.code.startsWith('device_')) return 'device'
  return error.status === 423 || error.status === 429 ? 'locked' : 'refused'
}

/** @param isStill whether who signs in is still there when the server has answered */
async function signInThere(badge: string, pin: string, isStill = () => true): Promise<void> {
  const key = deviceKey()
  const facts = { badge, pin, deviceId: deviceId(), ...(key ? { deviceKey: key } : {}) }
  const session = await api.signInToWork(facts, PATIENCE_MS)
  if (!isStill()) return signOutThere()
  const person = await keep(session, pin)
  heldPin = null
  signOutIsDue = false
  enter(person)
  trustAgain(person.badge)
}

/** The server's words about why this device may not sign in, or what a supervisor's code has made of it. */
export const useDeviceRefusal = create<{ words: string; note: string }>(() => ({ words: '', note: '' }))

/** Signs in, at the server or, while it cannot be reached, by what is kept here. @returns why not, or null */
export async function signIn(badge: string, pin: string): Promise<Refusal | null> {
  try {
    await signInThere(badge, pin)
    return null
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.status >= 500) return signInHere(badge, pin)
    useDeviceRefusal.setState({ words: error.detail })
    return refusalOf(error)
  }
}

/** Leaves the device to the next person, whose badge may have been scanned already. What is unsent goes on being sent. */
export async function changeHands(badge = ''): Promise<void> {
  heldPin = null
  set({ person: null, badge, expired: false })
  forgetCopy()
  await replayUnsent()
  await noteSignedIn(null)
  await signOutThere()
}

async function signOutThere(): Promise<void> {
  try {
    await api.signOut()
    signOutIsDue = false
  } catch (error) {
    signOutIsDue = !(error instanceof ApiProblem)
  }
}

/** The network is back: whoever has signed in or out here meanwhile does so at the server too. */
async function catchUp(): Promise<void> {
  if (signOutIsDue && !now().person) return signOutThere()
  const held = heldPin
  if (!held) return
  // Hands may change while the server is asked: its answer is about who was there then.
  const isStill = () => heldPin === held
  try {
    await signInThere(held.badge, held.pin, isStill)
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.status >= 500 || !isStill()) return
    heldPin = null
    sessionOver()
  }
}

/** Looks after the session for as long as the page lives. */
export function keepSessionFresh(): () => void {
  const stop = useOutbox.subscribe((is, was) => {
    if (was.offline && !is.offline) void catchUp()
  })
  const online = () => void catchUp()
  window.addEventListener('online', online)
  // An empty outbox notices no network that comes back: somebody who waits to be let in at the server asks by themselves.
  const timer = setInterval(online, 10_000)
  return () => {
    stop()
    clearInterval(timer)
    window.removeEventListener('online', online)
  }
}
