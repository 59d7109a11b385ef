import { ApiProblem } from '@restow/client'
import type { SessionUser } from '@restow/contracts'
import { create } from 'zustand'
import { api } from './api.ts'

interface SessionState {
  /** Undefined until the server has said who is signed in. */
  user: SessionUser | null | undefined
  /** The session ended by itself. */
  expired: boolean
  /** The server does not answer, so nobody knows yet who is signed in. */
  silent: boolean
}

/** How long to wait before asking again who is signed in. */
const AGAIN_MS = 2000

export const useSession = create<SessionState>(() => ({
  user: undefined,
  expired: false,
  silent: false,
}))
const { getState: now, setState: set } = useSession

/** The server no longer knows the session. */
export function sessionOver(): void {
  if (now().user) set({ user: null, expired: true })
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
    set({ user: await withPlace(await api.whoAmI()), expired: false, silent: false })
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) return set({ user: null, silent: false })
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

/** Who is signed in; only for pages, which are shown to nobody else. */
export function useUser(): SessionUser {
  const user = useSession((s) => s.user)
  if (!user) throw new Error('A page was drawn without a session')
  return user
}

/** Times are read in the warehouse's zone, wherever the reader sits. */
export const timeZone = (): string => now().user?.timeZone ?? 'UTC'
export const warehouse = (): string => now().user?.warehouse ?? ''
