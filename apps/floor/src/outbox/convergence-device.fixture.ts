import type { Outcome, WireCommand } from '@restow/contracts'
import type { Command } from '@restow/domain'
import { MemoryLedger } from '../../../../packages/testkit/src/given.ts'
import { aboutOf } from './about.ts'
import { nextBatch, sealedAt } from './batch.ts'
import { type Copied, judge, type Page, WORLD } from './convergence-server.fixture.ts'
import { parked } from './order.ts'
import type { Queued } from './queued.ts'
import { renamed } from './rename.ts'
import { bySequence } from './storage.ts'

/** A handheld in small: what it has on its disk, what it only remembers, and what it has told its worker. */

interface Disk {
  commands: Map<string, Queued>
  sequence: number
  copy: Map<string, Copied>
  cursor: number
}

const STUCK_MS = 60_000

export class ModelDevice {
  readonly id: string
  readonly disk: Disk = { commands: new Map(), sequence: 0, copy: new Map(), cursor: 0 }
  /** What a worker was told is saved, whatever becomes of this device. */
  readonly said = new Set<string>()
  /** Refused ones that a person has seen and settled, with what was sent instead. */
  readonly settledByHand = new Map<string, string | null>()
  readonly refused: Outcome[] = []
  /** Sent although a person had to settle first what they build on. */
  readonly sentTooSoon: string[] = []
  commands: Queued[] = []
  sequence = 0
  offline = false
  blocked = new Set<string>()
  #ids = 0

  constructor(id: string) {
    this.id = id
  }

  /** The page begins anew: all that is left is on the disk. */
  restart(): void {
    this.commands = [...this.disk.commands.values()].sort(bySequence)
    this.sequence = Math.max(this.disk.sequence, 0, ...this.commands.map((c) => c.command.deviceSeq))
    this.offline = false
    this.blocked.clear()
  }

  /** The copy, and on top of it what is unsent. @param isThere whether the copy is known to hold a command already */
  view(isThere: (commandId: string) => boolean = () => false): MemoryLedger {
    const view = new MemoryLedger(WORLD)
    for (const { kind, state } of this.disk.copy.values())
      if (kind === 'unit') view.units.set(state.id, state)
      else view.parcels.set(state.id, state)
    const waits = parked(this.commands)
    for (const { command, by, status } of this.commands) {
      const { commandId, scannedAt } = command
      if (status !== 'rejected' && !waits.has(commandId) && !isThere(commandId))
        judge(view, command, by, scannedAt)
    }
    return view
  }

  /** A worker does something. @returns whether it was said to be saved */
  does(command: Command, by: string, now: number, view = this.view()): boolean {
    this.sequence += 1
    const envelope = { commandId: this.#newId(), deviceId: this.id, deviceSeq: this.sequence }
    const wire = { ...envelope, scannedAt: new Date(now).toISOString(), ...command } as WireCommand
    const situation = view.situation(command)
    const verdict = judge(view, wire, by, wire.scannedAt)
    if ('rejected' in verdict) return false
    this.#enqueue(wire, by, aboutOf(command, situation, verdict.events, wire.scannedAt), now)
    return true
  }

  #newId(): string {
    this.#ids += 1
    return `${this.id}-${String(this.#ids).padStart(4, '0')}`
  }

  #enqueue(command: WireCommand, by: string, about: ReturnType<typeof aboutOf>, now: number): void {
    const { offline } = this
    const entry: Queued = { command, by, ...about, queuedAt: now, status: 'queued', offline, sealed: false }
    this.disk.commands.set(command.commandId, entry)
    this.disk.sequence = Math.max(this.disk.sequence, command.deviceSeq)
    this.commands = [...this.commands, entry].sort(bySequence)
    this.said.add(command.commandId)
  }

  #keep(entries: readonly Queued[]): void {
    for (const entry of entries)
      this.disk.commands.set(entry.command.commandId, { ...entry, status: 'queued' })
    this.mark(entries)
  }

  /** What has changed about entries in memory. */
  mark(entries: readonly Queued[]): void {
    const changed = new Map(entries.map((entry) => [entry.command.commandId, entry]))
    this.commands = this.commands.map((c) => changed.get(c.command.commandId) ?? c)
  }

  /** The next request, sealed on the disk before it is sent. */
  take(now: number): Queued[] {
    const batch = nextBatch(this.commands, now, (badge) => this.blocked.has(badge)).map((c) =>
      sealedAt(c, now),
    )
    const waits = parked(this.commands)
    const ids = batch.map((entry) => entry.command.commandId)
    this.sentTooSoon.push(...ids.filter((id) => waits.has(id)))
    this.#keep(batch)
    this.mark(batch.map((entry) => ({ ...entry, status: 'sending' })))
    return batch
  }

  silence(batch: readonly Queued[]): void {
    this.mark(batch.map((entry) => ({ ...entry, status: 'queued' })))
  }

  stuck(entry: Queued, now: number): void {
    this.#keep([{ ...entry, notBefore: now + STUCK_MS }])
  }

  settle(outcomes: readonly Outcome[]): void {
    const view = this.view()
    for (const outcome of outcomes) {
      const entry = this.commands.find((c) => c.command.commandId === outcome.commandId)
      if (!entry) continue
      const { commandId } = entry.command
      if (outcome.outcome === 'accepted') {
        this.#forget(commandId)
        this.#keepOwn(outcome, view)
        continue
      }
      const refused: Queued = { ...entry, status: 'rejected', refusal: outcome }
      this.disk.commands.set(commandId, refused)
      this.mark([refused])
      this.refused.push(outcome)
    }
  }

  #forget(commandId: string): void {
    this.disk.commands.delete(commandId)
    this.commands = this.commands.filter((c) => c.command.commandId !== commandId)
  }

  /** What was accepted, as it looks from here, at the version that the server gave it. */
  #keepOwn({ events = [] }: Outcome, view: MemoryLedger): void {
    for (const { stream, version } of events) {
      const unit = stream.kind === 'unit' ? view.units.get(stream.id) : undefined
      const parcel = stream.kind === 'parcel' ? view.parcels.get(stream.id) : undefined
      // Where the server has told it already, its word stays.
      if ((this.disk.copy.get(stream.kind + stream.id)?.version ?? 0) >= version) continue
      if (unit) this.#put({ kind: 'unit', version, state: unit })
      if (parcel) this.#put({ kind: 'parcel', version, state: parcel })
    }
  }

  #put(item: Copied): void {
    this.disk.copy.set(item.kind + item.state.id, item)
  }

  /** What the server tells, unless the copy is ahead of it. */
  keepPage({ cursor, items }: Page): void {
    for (const item of items) {
      const kept = this.disk.copy.get(item.kind + item.state.id)
      if (!kept || kept.version <= item.version) this.#put(item)
    }
    this.disk.cursor = cursor
  }

  drop({ command }: Queued): void {
    this.settledByHand.set(command.commandId, null)
    this.#forget(command.commandId)
  }

  /** As `sendAgain` does it: in the old place, and what takes it back names it as it is called now. */
  again({ command, by, about, streams }: Queued, now: number): void {
    const { commandId: before } = command
    const commandId = this.#newId()
    const again = { ...command, commandId, performed: 'earlier' } as WireCommand
    const follow = renamed(this.commands, before, commandId, () => this.#newId())
    this.#forget(before)
    this.settledByHand.set(before, commandId)
    this.said.add(commandId)
    const queued: Queued = {
      ...{ command: again, by, about, streams, queuedAt: now },
      ...{ status: 'queued', offline: true, sealed: false },
    }
    this.disk.commands.set(commandId, queued)
    for (const [id, entry] of follow) this.#rename(id, entry)
    this.commands = [...this.disk.commands.values()].sort(bySequence)
  }

  #rename(before: string, entry: Queued): void {
    const { commandId } = entry.command
    this.disk.commands.delete(before)
    this.disk.commands.set(commandId, entry)
    if (commandId !== before) this.settledByHand.set(before, commandId)
    this.said.add(commandId)
  }
}
