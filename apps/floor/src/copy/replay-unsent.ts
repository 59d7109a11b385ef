import type { WireCommand } from '@restow/contracts'
import { type Act, type Command, decide, type StaffRole } from '@restow/domain'
import { parked } from '../outbox/order.ts'
import { useOutbox } from '../outbox/outbox.store.ts'
import { findPerson } from '../outbox/people.ts'
import type { Queued } from '../outbox/queued.ts'
import { parcelCopy, unitCopy } from './copy.store.ts'
import { labelHere } from './label.ts'
import { loadBin, recallParcel, recallUnit } from './load.ts'
import { expectedUnder, productsUnder } from './local.ts'
import { replay } from './replay.ts'
import { situationOf, type Told } from './situation.ts'

/** What is seen is the server's last word, and on top of it what is unsent: put together again after a restart. */

function split(wire: WireCommand): { command: Command; act: Omit<Act, 'actor' | 'warehouse'> } {
  const { commandId, deviceId, deviceSeq, scannedAt, performed, expectedVersion: _, ...command } = wire
  const act = {
    commandId,
    deviceId,
    deviceSeq,
    scannedAt,
    recordedAt: scannedAt,
    performed: performed ?? 'now',
  }
  return { command: command as Command, act }
}

async function recall({ about, command }: Queued): Promise<void> {
  for (const key of about) {
    if (!unitCopy(key)) await recallUnit(key)
    if (!parcelCopy(key)) await recallParcel(key)
  }
  if ('bin' in command && command.bin) await loadBin(command.bin).catch(() => undefined)
}

const codeOf = (command: Command): string | undefined =>
  'product' in command && command.product ? Object.values(command.product)[0] : undefined

/** What the scan had told that led to it. */
async function toldFor(command: Command, about: readonly string[]): Promise<Told> {
  const code = codeOf(command)
  if (code !== undefined) return { products: await productsUnder([code]) }
  if (command.type === 'AliasParcel') return { label: await labelHere(command.tracking) }
  if (command.type !== 'ReceiveParcel') return {}
  const [trackingNumber = ''] = about
  const announced = await expectedUnder([trackingNumber])
  return {
    trackingNumber,
    parcel: parcelCopy(trackingNumber) ?? null,
    announced: announced.map(({ lines, ...one }) => ({
      ...one,
      lines: lines.map(({ registeredBy: _, ...line }) => ({ ...line, registeredElsewhere: 0 })),
    })),
  }
}

/** The server had it before the page went away, and has told of it since; only its answer was not heard. */
function isThereAlready({ about, command }: Queued): boolean {
  const states = about.flatMap((key) => [unitCopy(key), parcelCopy(key)])
  const events = states.flatMap((state) => state?.steps.flatMap((step) => step.eventIds) ?? [])
  return events.some((id) => id.startsWith(`${command.commandId}:`))
}

async function replayOne(entry: Queued): Promise<void> {
  const person = await findPerson(entry.by)
  if (!person) return
  await recall(entry)
  if (isThereAlready(entry)) return
  const { command, act } = split(entry.command)
  const whole: Act = {
    ...act,
    actor: { user: person.badge, role: person.role as StaffRole },
    warehouse: person.warehouse,
  }
  const situation = situationOf(command, await toldFor(command, entry.about))
  const decision = decide(situation, command, whole)
  if ('events' in decision) replay(decision.events, whole, situation)
}

/** Does again, before the screens alone, what was done and is not sent yet. */
export async function replayUnsent(): Promise<void> {
  const { commands } = useOutbox.getState()
  const waits = parked(commands)
  for (const entry of commands)
    if (entry.status !== 'rejected' && !waits.has(entry.command.commandId)) await replayOne(entry)
}
