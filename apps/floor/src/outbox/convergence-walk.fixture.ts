import type { Outcome, WireCommand } from '@restow/contracts'
import type { Command } from '@restow/domain'
import type { MemoryLedger, Person } from '../../../../packages/testkit/src/given.ts'
import { Dice, morning, nextDeed } from '../../../../packages/testkit/src/random-walk.ts'
import { ModelDevice } from './convergence-device.fixture.ts'
import { ModelServer, STAFF } from './convergence-server.fixture.ts'
import type { Queued } from './queued.ts'

/** Some handhelds, a server, and a network that loses, doubles and holds back what it is given. */

/** What may happen to a request. */
export const SENDS = [
  ...(['arrives', 'arrives', 'arrives', 'is answered late', 'is lost', 'loses its answer'] as const),
  ...(['is doubled', 'is held back', 'dies before it', 'dies after it', 'trips the server'] as const),
  'is under a name that is out',
] as const
type Send = (typeof SENDS)[number]

interface Flight {
  readonly batch: readonly Queued[]
  readonly outcomes: readonly Outcome[]
}
/** Only the server can judge it, or it names no unit that it is kept in order with. */
const NOT_HERE: ReadonlySet<string> = new Set(['ClaimParcel', 'CountBin'])
const BEGIN = Date.parse('2026-03-02T16:00:00.000Z')
const LONG = 61_000
const PAUSES = [200, 2000, 2000, 30_000, LONG] as const

/** Screens name a unit by the plate that it has, whichever was scanned. */
function isByFormerPlate(command: Command, view: MemoryLedger): boolean {
  const { lpn } = (command.type === 'AttachPhoto' ? command.subject : command) as { lpn?: string }
  return lpn !== undefined && (view.unit(lpn)?.lpn ?? lpn) !== lpn
}

export class Walk {
  readonly server = new ModelServer()
  readonly devices: readonly ModelDevice[]
  /** What was met on the way. */
  readonly met = new Set<string>()
  now = BEGIN
  readonly #dice: Dice
  readonly #online = new Set<ModelDevice>()
  readonly #worker = new Map<ModelDevice, Person>()
  readonly #flights = new Map<ModelDevice, Flight>()
  readonly #pulls = new Map<ModelDevice, ReturnType<ModelServer['page']>>()
  readonly #heldBack: { commands: readonly WireCommand[]; by: string }[] = []

  constructor(bytes: Uint8Array, devices: number) {
    this.#dice = new Dice(bytes)
    this.devices = Array.from({ length: devices }, (_, n) => new ModelDevice(`dev-${n + 1}`))
    const first = this.devices[0] as ModelDevice
    for (const command of morning(this.#dice)) first.does(command, STAFF[0].user, this.now)
    this.flush(first)
    for (const device of this.devices) {
      device.keepPage(this.server.page(0))
      this.#online.add(device)
    }
  }

  walk(): void {
    while (!this.#dice.spent) {
      this.now += this.#dice.of(PAUSES)
      const device = this.devices[this.#dice.below(this.devices.length)] as ModelDevice
      const isRefused = device.commands.some((c) => c.status === 'rejected')
      this.#step(device, this.#dice.below(isRefused ? 24 : 19))
    }
  }

  #step(device: ModelDevice, kind: number): void {
    if (kind < 6) this.#work(device)
    else if (kind < 13) this.#send(device, this.#dice.of(SENDS))
    else if (kind < 15) this.#pull(device)
    else if (kind === 15) this.#land(device)
    else if (kind === 16) this.#turnOnOrOff(device)
    else if (kind === 17) this.#crash(device)
    else if (kind === 18) this.#deliver()
    else this.#settleByHand(device)
  }

  #work(device: ModelDevice): void {
    if (!this.#worker.has(device) || this.#dice.oneIn(6)) this.#worker.set(device, this.#dice.of(STAFF))
    const by = this.#worker.get(device) ?? STAFF[0]
    // Alone at work, a device is told how things stand: what is refused then is refused for its order.
    const isAlone = this.devices.length === 1
    if (isAlone) device.keepPage(this.server.page(device.disk.cursor))
    const view = device.view((id) => isAlone && this.server.outcomes.has(id))
    const { command } = nextDeed(this.#dice, view)
    if (NOT_HERE.has(command.type) || isByFormerPlate(command, view)) return
    if (device.does(command, by.user, this.now, view)) this.met.add(command.type)
  }

  #send(device: ModelDevice, send: Send): void {
    if (this.#flights.has(device)) return
    const batch = device.take(this.now)
    const [first] = batch
    if (!first) return
    if (!this.#online.has(device)) {
      this.#silence(device, batch)
      return
    }
    this.met.add(`a request ${send}`)
    const commands = batch.map((entry) => entry.command)
    const isHeard = [
      'arrives',
      'is answered late',
      'loses its answer',
      'is doubled',
      'dies after it',
    ].includes(send)
    const outcomes = isHeard ? this.server.answer(commands, first.by, this.now) : []
    if (send === 'arrives') this.#answered(device, outcomes)
    else if (send === 'is answered late') this.#flights.set(device, { batch, outcomes })
    else if (send === 'is doubled') this.#answered(device, this.server.answer(commands, first.by, this.now))
    else if (send === 'trips the server') this.#trip(device, batch)
    else if (send === 'is under a name that is out') {
      device.blocked.add(first.by)
      device.silence(batch)
    } else if (send === 'dies before it' || send === 'dies after it') this.#crash(device)
    else {
      if (send === 'is held back') this.#heldBack.push({ commands, by: first.by })
      this.#silence(device, batch)
    }
  }

  #silence(device: ModelDevice, batch: readonly Queued[]): void {
    device.silence(batch)
    device.offline = true
  }

  #answered(device: ModelDevice, outcomes: readonly Outcome[]): void {
    device.offline = false
    device.settle(outcomes)
  }

  /** The server falls over one of them; sent apart, those before it come through, and the rest is queued anew. */
  #trip(device: ModelDevice, batch: readonly Queued[]): void {
    const at = this.#dice.below(batch.length)
    for (const one of batch.slice(0, at))
      this.#answered(device, this.server.answer([one.command], one.by, this.now))
    device.stuck(batch[at] as Queued, this.now)
    device.silence(batch.slice(at + 1))
  }

  #land(device: ModelDevice): void {
    const flight = this.#flights.get(device)
    if (!flight) return
    this.#flights.delete(device)
    this.#answered(device, flight.outcomes)
  }

  /** A page that was asked for is kept; else the next one is asked for. */
  #pull(device: ModelDevice): void {
    const asked = this.#pulls.get(device)
    this.#pulls.delete(device)
    if (asked) device.keepPage(asked)
    else if (this.#online.has(device)) this.#pulls.set(device, this.server.page(device.disk.cursor))
  }

  #turnOnOrOff(device: ModelDevice): void {
    if (this.#dice.oneIn(3) && this.#online.delete(device)) device.offline = true
    else {
      this.#online.add(device)
      device.offline = false
      device.blocked.clear()
    }
  }

  #crash(device: ModelDevice): void {
    this.#flights.delete(device)
    this.#pulls.delete(device)
    device.restart()
    this.met.add('a crash')
  }

  #settleByHand(device: ModelDevice): void {
    const refused = device.commands.filter((c) => c.status === 'rejected')
    const one = refused[this.#dice.below(Math.max(1, refused.length))]
    if (!one) return
    if (this.#dice.oneIn(2)) {
      device.drop(one)
      return
    }
    this.met.add('sent once more')
    const crashes = this.#dice.oneIn(4)
    device.again(one, this.now)
    if (crashes) this.#crash(device)
  }

  #deliver(): void {
    const [late] = this.#heldBack.splice(this.#dice.below(Math.max(1, this.#heldBack.length)), 1)
    if (late) this.server.answer(late.commands, late.by, this.now)
  }

  /** This device is online, and sends until there is nothing more that it can send. */
  flush(device: ModelDevice): void {
    for (;;) {
      const batch = device.take(this.now)
      const [first] = batch
      if (!first) return
      const commands = batch.map((entry) => entry.command)
      device.settle(this.server.answer(commands, first.by, this.now))
    }
  }

  /** Everybody is online, everything arrives, and somebody has seen what was refused. @returns what is left */
  comeTogether(): number {
    while (this.#heldBack.length > 0) this.#deliver()
    for (const device of this.devices) {
      this.#land(device)
      device.blocked.clear()
    }
    for (let round = 0; round < 200 && this.devices.some((d) => d.commands.length > 0); round++) {
      this.now += LONG
      for (const device of this.devices) {
        this.flush(device)
        const refused = device.commands.find((c) => c.status === 'rejected')
        if (refused) device.drop(refused)
      }
    }
    for (const device of this.devices) {
      const asked = this.#pulls.get(device)
      if (asked) device.keepPage(asked)
      device.keepPage(this.server.page(device.disk.cursor))
    }
    return this.devices.reduce((sum, device) => sum + device.commands.length, 0)
  }
}
