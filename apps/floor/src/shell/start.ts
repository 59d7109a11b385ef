import { create } from 'zustand'
import { keepCopyFresh } from '../copy/pull.ts'
import { replayUnsent } from '../copy/replay-unsent.ts'
import { takeUpDevice } from '../outbox/device.ts'
import { startDraining } from '../outbox/drain.ts'
import { startHeartbeat } from '../outbox/heartbeat.ts'
import { loadFromDisk } from '../outbox/outbox.store.ts'
import { watchPrinting } from '../printing/watch.ts'
import { hearUnsent } from './ask.ts'
import { keepSessionFresh, takeUpSession, useSession } from './session.store.ts'

/** Whether this browser can keep work at all: without a disk to write on, nothing may be said to be saved. */
export const useKeeping = create<{ can: boolean | undefined }>(() => ({ can: undefined }))

/** Begins: who this device is, what is unsent, who is signed in; then everything that goes on beside the screens. */
export async function startWork(): Promise<void> {
  try {
    await takeUpDevice()
    await loadFromDisk()
    await replayUnsent()
    hearUnsent()
  } catch {
    useKeeping.setState({ can: false })
    return
  }
  useKeeping.setState({ can: true })
  keepSessionFresh()
  keepCopyFresh()
  startDraining()
  startHeartbeat(() => useSession.getState().person?.badge ?? null)
  await watchPrinting()
  await takeUpSession()
}
