import { ApiProblem } from '@restow/client'
import { api } from './api.ts'
import { deviceId } from './device.ts'
import { tellDropped } from './dropped.ts'
import { refusedCount, unsent, useOutbox } from './outbox.store.ts'
import { findPerson } from './people.ts'

/** The device tells of itself, so that a supervisor sees work that lies on a handheld in a drawer. */

const EVERY_MS = 60_000

interface Battery {
  readonly level: number
  readonly charging: boolean
}

/** Only some browsers tell of their battery. */
async function battery(): Promise<{ battery?: number; charging?: boolean }> {
  const { getBattery } = navigator as Navigator & { getBattery?: () => Promise<Battery> }
  const told = await getBattery?.call(navigator).catch(() => undefined)
  return told ? { battery: Math.round(told.level * 100), charging: told.charging } : {}
}

async function beat(badge: string): Promise<void> {
  const outbox = useOutbox.getState()
  const { count, since } = unsent(outbox)
  const sendToken = (await findPerson(badge))?.sendToken
  if (!sendToken) return
  const told = {
    ...{ deviceId: deviceId(), appVersion: __APP_VERSION__, unsent: count, refused: refusedCount(outbox) },
    ...(count > 0 ? { oldestUnsentAt: new Date(since).toISOString() } : {}),
    ...(await battery()),
  }
  // Silence is noticed elsewhere; what the server refuses here stops nobody's work.
  await api.heartbeat(told, { sendToken }).catch((error: unknown) => {
    if (!(error instanceof ApiProblem)) return
  })
}

/** @param who is signed in, or null. @returns ends it */
export function startHeartbeat(who: () => string | null): () => void {
  const tell = () => {
    const badge = who()
    if (badge !== null) void beat(badge)
    void tellDropped().catch(() => {})
  }
  const timer = setInterval(tell, EVERY_MS)
  tell()
  return () => clearInterval(timer)
}
