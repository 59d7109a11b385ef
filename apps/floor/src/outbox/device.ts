import type { WireCommand } from '@restow/contracts'
import type { Command } from '@restow/domain'
import { uuidV7 } from './uuid.ts'

const ID = 'restow.device'
const SEQUENCE = 'restow.device.seq'

/** This device's name, given by chance at first use and kept. */
export function deviceId(): string {
  const kept = localStorage.getItem(ID)
  if (kept) return kept
  const made = `dev-${uuidV7(Date.now()).replaceAll('-', '').slice(-16)}`
  localStorage.setItem(ID, made)
  return made
}

/** Counts what this device asks for, so that the server can tell the order in which it did. */
function nextSequence(): number {
  const next = Number(localStorage.getItem(SEQUENCE) ?? '0') + 1
  localStorage.setItem(SEQUENCE, String(next))
  return next
}

/** The command in its envelope: which, when, and with what device. */
export function inEnvelope(command: Command): WireCommand {
  const now = Date.now()
  const envelope = {
    commandId: uuidV7(now),
    deviceId: deviceId(),
    deviceSeq: nextSequence(),
    scannedAt: new Date(now).toISOString(),
  }
  return { ...envelope, ...command } as WireCommand
}
