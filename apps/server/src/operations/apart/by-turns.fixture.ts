import { chanceFrom } from '../../../../../packages/testkit/src/chance.ts'
import type { Node, Warehouse } from '../../../../../packages/testkit/src/server.ts'
import { type Belongings, OURS, type Owner, THEIRS } from './belongings.fixture.ts'
import { CALLS } from './calls.fixture.ts'
import { type Ask, asPerson, callsOf, foundOf, type Method, saidBy } from './seen.fixture.ts'
import type { Said } from './staff-calls.fixture.ts'

/** Two sellers who ask by turns, side by side, through two connections: what each hears of the other. */

export interface Verdict {
  readonly asked: number
  /** Answers that held something of whoever asked, so that something of another's could have been seen. */
  readonly own: number
  /** Questions that ended in an error on the very connections. */
  readonly failed: number
  readonly leaked: readonly string[]
}

interface Side {
  readonly owner: Owner
  readonly other: Owner
  readonly others: Belongings
  readonly mine: Belongings
  readonly ask: Ask
  readonly calls: readonly { method: Method; said: Said }[]
}

const AT_ONCE = 12
/** Numbers that no parcel has are counted, and whoever tries many has to wait; the description names example sellers. */
const NOT_ASKED = ['GET /api/unclaimed/found', 'GET /api/openapi.json']

function sideOf(owner: Owner, other: Owner, mine: Belongings, others: Belongings, ask: Ask): Side {
  const reading = Object.keys(CALLS).filter((route) => /^GET \/api/.test(route) && !NOT_ASKED.includes(route))
  const calls = reading.flatMap((route) => [...callsOf(route, mine, mine), ...callsOf(route, others, mine)])
  return { owner, other, others, mine, ask, calls }
}

/** @param turns how many requests, of both together */
export async function askByTurns(
  warehouse: Warehouse,
  { ours, theirs }: { ours: Belongings; theirs: Belongings },
  turns: number,
): Promise<Verdict> {
  const node = await warehouse.addNode({ connections: 2 })
  const sides = [
    sideOf(OURS, THEIRS, ours, theirs, asPerson(await node.as(OURS.email))),
    sideOf(THEIRS, OURS, theirs, ours, asPerson(await node.as(THEIRS.email))),
  ]
  const next = chanceFrom('two sellers by turns')
  let [left, own, failed] = [turns, 0, 0]
  const leaked: string[] = []
  const turn = async (): Promise<void> => {
    const side = sides[left % 2] as Side
    const call = side.calls[Math.floor(next() * side.calls.length)]
    if (next() < 0.05) failed += await breakOff(node, side.owner)
    if (!call) return
    const text = saidBy(await side.ask(call.method, call.said))
    if (foundOf(side.owner, side.mine, text, call.said).length > 0) own += 1
    for (const found of foundOf(side.other, side.others, text, call.said))
      leaked.push(`${side.owner.code} at ${call.said.url}: ${found}`)
  }
  const takeTurns = async (): Promise<void> => {
    while (left-- > 0) await turn()
  }
  await Promise.all(Array.from({ length: AT_ONCE }, takeTurns))
  return { asked: turns, own, failed, leaked }
}

/** A question that fails in the middle leaves nothing of whoever asked on its connection. */
const breakOff = (node: Node, { code }: Owner): Promise<number> =>
  node.db
    .asSeller(code, (_, on) => on.query({ text: 'select 1 / 0' }))
    .then(
      () => 0,
      () => 1,
    )
