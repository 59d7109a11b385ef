import type { AddedWebhook } from '@restow/contracts'
import { expect } from 'vitest'
import {
  classify,
  hold,
  inspect,
  plate,
  receive,
  register,
} from '../../../../packages/testkit/src/builders.ts'
import { command } from '../../../../packages/testkit/src/commands.ts'
import { openWarehouse, type Person } from '../../../../packages/testkit/src/server.ts'
import { anyFault, IMPATIENT, openReceiver, type Receiver, type Taken } from './receiver.fixture.ts'

/** Many decisions and questions told to a receiver with faults, by two servers: what came of it. */

export interface Verdict {
  readonly events: number
  readonly lost: number
  /** Units whose messages came in another order than they happened. */
  readonly disordered: readonly string[]
  readonly forged: number
  readonly faults: Readonly<Record<string, number>>
  /** Messages that came once more, as they may. */
  readonly repeated: number
}

const PARCEL = 'T6000'
/** Of each unit: decided, asked about, answered, asked about again. */
const MESSAGES_OF_A_UNIT = 3
const AT_ONCE = 100

async function work(operator: Person, units: number): Promise<void> {
  const wire = ({ type, ...facts }: { type: string }) => command(type as 'HoldUnit', facts as never)
  await operator.did(wire(receive(PARCEL)))
  for (let first = 1; first <= units; first += AT_ONCE) {
    const plates = Array.from({ length: Math.min(AT_ONCE, units - first + 1) }, (_, i) => plate(first + i))
    for (const step of [
      (lpn: string) => register(PARCEL, lpn, 'MUG'),
      (lpn: string) => inspect(lpn),
      (lpn: string) => classify(lpn, 'restock', 'other'),
      (lpn: string) => hold(lpn, 'seller'),
      (lpn: string) => ({ type: 'ReleaseUnit', lpn, answer: 'Sell it.' }),
      (lpn: string) => hold(lpn, 'seller'),
    ])
      await operator.did(...plates.map((lpn) => wire(step(lpn))))
  }
}

/** What came, of one unit after the other, each message once, as it came first. */
function byUnit(taken: readonly Taken[]): Map<string, Taken[]> {
  const seen = new Set<string>()
  const units = new Map<string, Taken[]>()
  for (const one of taken) {
    if (seen.has(one.id)) continue
    seen.add(one.id)
    const lpn = String(one.data.lpn)
    units.set(lpn, [...(units.get(lpn) ?? []), one])
  }
  return units
}

const isInOrder = (messages: readonly Taken[]): boolean =>
  messages.map(({ type }) => type).join() === 'unit.classified,decision.needed,decision.needed' &&
  messages.every(({ at }, i) => at >= (messages[i - 1]?.at ?? ''))

function judged(receiver: Receiver, units: number): Verdict {
  const came = byUnit(receiver.taken)
  const distinct = new Set(receiver.taken.map(({ id }) => id)).size
  const events = units * MESSAGES_OF_A_UNIT
  return {
    ...{ events, lost: events - distinct, forged: receiver.forged, faults: receiver.faults },
    disordered: [...came].filter(([, messages]) => !isInOrder(messages)).map(([lpn]) => lpn),
    repeated: receiver.taken.length - distinct,
  }
}

/** Tells of so many units through faults, by two servers. */
export async function tellThroughFaults(units: number): Promise<Verdict> {
  const webhooks = { reach: { anywhere: true }, pace: IMPATIENT }
  const warehouse = await openWarehouse({ webhooks })
  let secret = ''
  const receiver = await openReceiver(() => [secret], anyFault)
  try {
    await warehouse.addNode({ webhooks })
    const lotus = await warehouse.node.as('lotus@test.restow')
    const payload = { url: receiver.url, types: ['unit.classified', 'decision.needed'] }
    const added = await lotus.ask({ method: 'POST', url: '/api/sellers/LOTUS/webhooks', payload })
    secret = added.json<AddedWebhook>().secret
    await work(await warehouse.node.as('OP1001'), units)
    const left = async () => {
      const [row] = await warehouse.sql<{ left: number }>(
        `select $1::int - count(*)::int as left from webhook_message where state = 'delivered'`,
        [units * MESSAGES_OF_A_UNIT],
      )
      return row?.left
    }
    await expect.poll(left, { timeout: 600_000, interval: 50 }).toBe(0)
    return judged(receiver, units)
  } finally {
    await receiver.close()
    await warehouse.close()
  }
}
