import { ApiProblem } from '@restow/client'
import type { SessionUser } from '@restow/contracts'
import { create } from 'zustand'
import { api } from './api.ts'
import { isOnWall } from './tv.store.ts'

/** Somebody at a desk; a screen on a wall is signed in as itself. */
export type Person = SessionUser & { readonly role: Exclude<SessionUser['role'], 'screen'> }
export const isPerson = (user: SessionUser): user is Person => user.role !== 'screen'

interface SessionState {
  /** Undefined until the server has said who is signed in. */
  user: SessionUser | null | undefined
  /** The session ended by itself. */
  expired: boolean
  /** The server does not answer, so nobody knows yet who is signed in. */
  silent: boolean
  /** A screen on a wall has lost its session: it keeps what it shows, and asks until somebody has signed in again. */
  lost: boolean
  /** How often it came back. */
  comings: number
}

/** How long to wait before asking again who is signed in. */
const AGAIN_MS = 2000

export const useSession = create<SessionState>(() => ({
  user: undefined,
  expired: false,
  silent: false,
  lost: false,
  comings: 0,
}))
const { getState: now, setState: set } = useSession

/** The server no longer knows the session. */
export function sessionOver(): void {
  const { user, lost } = now()
  if (!user || lost) return
  if (isOnWall()) waitForSession()
  else set({ user: null, expired: true })
}

function waitForSession(): void {
  set({ lost: true, silent: false })
  setTimeout(takeUpSession, AGAIN_MS)
}

/** Whoever takes a screen off the wall is asked to sign in where its session was lost. */
export function leaveWall(): void {
  if (now().lost) set({ user: null, expired: true, lost: false })
}

/** A seller's session names no place: its board does, and with it the time zone that days begin in. */
async function withPlace(user: SessionUser): Promise<SessionUser> {
  if (user.timeZone) return user
  const answer = await api.board('pipeline', {}, undefined, AbortSignal.timeout(5000)).catch(() => null)
  if (!answer) return user
  const { timeZone, warehouse } = answer.board
  return { ...user, timeZone, warehouse: user.warehouse ?? warehouse }
}

/** Asks the server who is signed in; at the start of the app. Only its own word means that nobody is. */
export async function takeUpSession(): Promise<void> {
  try {
    const user = await withPlace(await api.whoAmI())
    const comings = now().comings + (now().lost ? 1 : 0)
    set({ user, expired: false, silent: false, lost: false, comings })
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401)
      return isOnWall() ? waitForSession() : set({ user: null, silent: false, lost: false })
    set({ silent: true })
    setTimeout(takeUpSession, AGAIN_MS)
  }
}

export type Refusal = 'refused' | 'locked' | 'device' | 'unreachable'
export type SignInFacts = { badge: string; pin: string } | { email: string; password: string }

/** Signs in. @returns why not, or null */
export async function signIn(facts: SignInFacts): Promise<Refusal | null> {
  try {
    set({ user: await withPlace(await api.signIn(facts)), expired: false })
    return null
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.status >= 500) return 'unreachable'
    if (error.code === 'device_not_enrolled') return 'device'
    return error.status === 423 || error.status === 429 ? 'locked' : 'refused'
  }
}

export async function signOut(): Promise<void> {
  await api.signOut().catch(() => {})
  set({ user: null, expired: false })
}

/**
 * Makes this browser a screen that stays signed in as itself and shows boards alone; whoever hangs it is signed out here.
 * @throws what the server says against it
 */
export async function becomeScreen(name: string): Promise<void> {
  set({ user: await api.hangScreen(name), expired: false })
}

/** Who is signed in; only for pages, which are shown to nobody else. */
export function useUser(): Person {
  const user = useSession((s) => s.user)
  if (!user || !isPerson(user)) throw new Error('A page was drawn without a session')
  return user
}

/** Times are read in the warehouse's zone, wherever the reader sits. */
export const timeZone = (): string => now().user?.timeZone ?? 'UTC'
export const warehouse = (): string => now().user?.warehouse ?? ''
