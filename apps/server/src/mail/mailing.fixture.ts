import type { DayMailItem, MailRecipientItem, MailRecipientList } from '@restow/contracts'
import { expect } from 'vitest'
import {
  classify,
  hold,
  inspect,
  plate,
  receive,
  register,
} from '../../../../packages/testkit/src/builders.ts'
import { wire } from '../../../../packages/testkit/src/commands.ts'
import type { Node, Person, Response, Warehouse } from '../../../../packages/testkit/src/server.ts'
import { openLedger } from '../open-ledger.ts'
import { addDays, dayBounds } from '../reports/business-day.ts'
import { closeDays, LAX1 } from '../reports/closing.fixture.ts'

/** The first files of a day take fonts to be read, and two processors are shared by many. */
export const poll = <T>(what: () => T) => expect.poll(what, { timeout: 20_000, interval: 10 })

/** Days of a seller's, one after the other, and its recipients as it sees them. */

const sender = { user: 'OP1001', role: 'operator', warehouse: 'LAX1', timeZone: LAX1.timeZone } as const

export class Days {
  readonly #node: Node
  #day = '2026-11-01'
  #plates = 0

  constructor(warehouse: Warehouse) {
    this.#node = warehouse.node
  }

  async #did(...commands: object[]): Promise<void> {
    const clock = () => new Date(`${this.#day}T20:00:00Z`)
    const outcomes = await openLedger(this.#node.db, { clock }).submit(commands, sender)
    const refused = outcomes.find((o) => o.outcome === 'rejected')
    if (refused) throw new Error(`${refused.code}: ${refused.message}`)
  }

  /** A unit decided today. @returns its plate */
  async decide(route: 'restock' | 'recycle' = 'restock'): Promise<string> {
    this.#plates += 1
    const lpn = plate(this.#plates)
    if (this.#plates === 1) await this.#did(wire(receive('T6000')))
    await this.#did(
      wire(register('T6000', lpn, 'MUG')),
      wire(inspect(lpn)),
      wire(classify(lpn, route, 'other')),
    )
    return lpn
  }

  ask(lpn: string): Promise<void> {
    return this.#did(wire(hold(lpn, 'seller')))
  }

  /** Ends the day, and those before it. @returns which day it was */
  async close(): Promise<string> {
    const day = this.#day
    this.#day = addDays(day, 1)
    await closeDays(this.#node.db, Date.parse(dayBounds(day, LAX1.timeZone).until) + 60_000)
    return day
  }
}

/** A seller's recipients. */
export class Recipients {
  readonly #who: Person
  readonly url: string

  constructor(who: Person, seller = 'LOTUS') {
    this.#who = who
    this.url = `/api/sellers/${seller}/mail-recipients`
  }

  async add(address: string, more: object = {}): Promise<MailRecipientItem> {
    const answer = await this.try(address, more)
    if (answer.statusCode !== 200) throw new Error(answer.body)
    return answer.json<MailRecipientItem>()
  }

  try(address: string, more: object = {}): Promise<Response> {
    const payload = { address, language: 'en', formats: [], ...more }
    return this.#who.ask({ method: 'POST', url: this.url, payload })
  }

  act(id: string, way: string): Promise<Response> {
    return this.#who.ask({ method: 'POST', url: `${this.url}/${id}/${way}` })
  }

  change(id: string, payload: object): Promise<Response> {
    return this.#who.ask({ method: 'PATCH', url: `${this.url}/${id}`, payload })
  }

  remove(id: string): Promise<Response> {
    return this.#who.ask({ method: 'DELETE', url: `${this.url}/${id}` })
  }

  async all(): Promise<MailRecipientItem[]> {
    return (await this.#who.read<MailRecipientList>(this.url)).items
  }

  async one(id: string): Promise<MailRecipientItem | undefined> {
    return (await this.all()).find((item) => item.id === id)
  }

  async mails(id: string): Promise<DayMailItem[]> {
    return (await this.#who.read<{ items: DayMailItem[] }>(`${this.url}/${id}/mails`)).items
  }
}
