import type { WireCommand } from '@restow/contracts'
import type { Command } from '@restow/domain'
import { keptDatabase, writeDown } from './database.ts'
import { lastSequence, loadOutbox } from './storage.ts'
import { freshId } from './uuid.ts'

/** This device: its name for the server, which it gave itself at first use, and what it was given when it was enrolled. */
interface Device {
  readonly id: string
  readonly key: string | null
  readonly name: string | null
}
const FACT = 'device'
/** Where the id was kept before there was a database; it stays the same device. */
const FORMER = 'restow.device'

let device: Device = { id: '', key: null, name: null }
let sequence = 0

const made = (): string => `dev-${freshId(Date.now()).replaceAll('-', '').slice(-16)}`

async function keep(next: Device): Promise<void> {
  device = next
  await writeDown(['facts'], (tx) => tx.objectStore('facts').put(next, FACT))
}

/** Takes up who this device is; before anything is done on it. */
export async function takeUpDevice(): Promise<void> {
  const kept = (await (await keptDatabase()).get('facts', FACT)) as Device | undefined
  const { commands } = await loadOutbox()
  sequence = Math.max(await lastSequence(), ...commands.map((entry) => entry.command.deviceSeq))
  if (kept) device = kept
  else await keep({ id: globalThis.localStorage?.getItem(FORMER) ?? made(), key: null, name: null })
}

export const deviceId = (): string => device.id
export const deviceKey = (): string | null => device.key

/** Keeps what a supervisor's code has given this device. */
export const enrolledAs = (name: string, key: string): Promise<void> => keep({ ...device, name, key })

/** The command in its envelope: which, when, and with what device, counted in the order in which it was done. */
export function inEnvelope(command: Command): WireCommand {
  const now = Date.now()
  sequence += 1
  const envelope = {
    commandId: freshId(now),
    deviceId: device.id,
    deviceSeq: sequence,
    scannedAt: new Date(now).toISOString(),
  }
  return { ...envelope, ...command } as WireCommand
}
