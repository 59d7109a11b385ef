import { ApiProblem } from '@restow/client'
import type { SessionUser } from '@restow/contracts'
import type { StaffRole } from '@restow/domain'
import { create } from 'zustand'
import { forgetCopy } from '../copy/copy.store.ts'
import { api, whenSessionIsOver } from '../outbox/api.ts'
import { deviceId } from '../outbox/device.ts'
import { drainFor } from '../outbox/drain.ts'
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
  /** Undefined until the server has said who is signed in. */
  person: Person | null | undefined
  /** The badge that was scanned to sign in next. */
  badge: string
  /** Why the sign-in screen is shown, where it was not asked for. */
  expired: boolean
}

export const useSession = create<SessionState>(() => ({ person: undefined, badge: '', expired: false }))
const { getState: now, setState: set } = useSession

function personOf({ badge, name, role, warehouse, timeZone }: SessionUser): Person | null {
  if (role === 'seller') return null
  return { badge: badge ?? name, name, role, warehouse: warehouse ?? '', timeZone: timeZone ?? 'UTC' }
}

function enter(user: SessionUser): void {
  const person = personOf(user)
  if (person) languageOfBadge.enter(person.badge, user.language)
  set({ person, badge: '', expired: false })
  drainFor(person?.badge ?? null)
}

/** The server no longer knows the session. What is unsent stays, and goes out after the next sign-in. */
function sessionOver(): void {
  const { person } = now()
  if (!person) return
  drainFor(null)
  set({ person: null, badge: person.badge, expired: true })
}

whenSessionIsOver(sessionOver)

/** Asks the server who is signed in; at the start of the app. */
export async function takeUpSession(): Promise<void> {
  try {
    enter(await api.whoAmI())
  } catch {
    set({ person: null })
  }
}

export type Refusal = 'refused' | 'locked' | 'unreachable'

/** Signs in. @returns why not, or null */
export async function signIn(badge: string, pin: string): Promise<Refusal | null> {
  try {
    enter(await api.signIn({ badge, pin, deviceId: deviceId() }))
    return null
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.status >= 500) return 'unreachable'
    return error.status === 423 || error.status === 429 ? 'locked' : 'refused'
  }
}

/** Leaves the device to the next person, whose badge may have been scanned already. */
export async function changeHands(badge = ''): Promise<void> {
  drainFor(null)
  set({ person: null, badge, expired: false })
  forgetCopy()
  await api.signOut().catch(() => {})
}
