import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWarehouse, type Warehouse } from '../../../../../packages/testkit/src/server.ts'
import type { Queryable } from '../../db/pool.ts'
import { IMPATIENT } from '../../webhooks/receiver.fixture.ts'
import { type Belongings, furnish, OURS, THEIRS, twoSellers } from './belongings.fixture.ts'
import { askByTurns } from './by-turns.fixture.ts'
import { CALLS } from './calls.fixture.ts'
import { asPerson, callsOf, foundOf } from './seen.fixture.ts'

/** What the database keeps apart by itself: the real statements without their conditions, and every table whole. */
type Asked = Parameters<Queryable['query']>[0]
let warehouse: Warehouse
let ours: Belongings
let theirs: Belongings
const statements = new Map<string, Asked>()

beforeAll(async () => {
  warehouse = await openWarehouse({
    ...{ world: twoSellers(), webhooks: { reach: { anywhere: true }, pace: IMPATIENT } },
  })
  ours = await furnish(warehouse, OURS, false)
  theirs = await furnish(warehouse, THEIRS, false)
  await listen()
})
afterAll(() => warehouse?.close())

/** Keeps every statement that is put on a seller's connection while it asks for its own. */
async function listen(): Promise<void> {
  const node = await warehouse.addNode()
  const { db } = node
  const { asSeller } = db
  db.asSeller = (seller, ask) =>
    asSeller(seller, (tx, client) =>
      ask(tx, {
        query: (asked) => {
          statements.set(asked.text, asked)
          return client.query(asked)
        },
      }),
    )
  const lotus = asPerson(await node.as(OURS.email))
  for (const route of Object.keys(CALLS).filter((one) => /^GET \/api/.test(one)))
    for (const { method, said } of callsOf(route, ours, ours)) await lotus(method, said)
}

/** Whose it is, as statements say it of each table. */
const SELLER = /\b(?:\w+\.)?(?:seller|code)\s*=\s*(\$\d+)(?!\d)/g
const forgetful = ({ text, values = [] }: Asked): Asked => ({
  text: text
    .replace(SELLER, '($1 is not null or true)')
    .replaceAll(/\((\$\d+) is not null/g, '($1::text is not null'),
  values,
})
/** The right condition, about the wrong seller. */
const mistaken = ({ text, values = [] }: Asked): Asked => ({
  text,
  values: values.map((value) => (value === OURS.code ? THEIRS.code : value)),
})
const rows = async (on: Queryable, asked: Asked) => JSON.stringify((await on.query(asked)).rows)
const asOurs = (asked: Asked) => warehouse.node.db.asSeller(OURS.code, (_, on) => rows(on, asked))

describe('where a query forgets whose it asks for', () => {
  for (const [how, changed] of [
    ['without the condition', forgetful],
    ['about another seller', mistaken],
  ] as const)
    it(`${how}: every statement brings nothing of another seller, and to staff it does`, async () => {
      const those = [...statements.values()].filter((asked) => {
        const other = changed(asked)
        return other.text !== asked.text || JSON.stringify(other.values) !== JSON.stringify(asked.values)
      })
      const leaked: string[] = []
      let noticed = 0
      for (const asked of those) {
        if (foundOf(THEIRS, theirs, await asOurs(changed(asked))).length > 0) leaked.push(asked.text)
        if (foundOf(THEIRS, theirs, await rows(warehouse.node.db.staff, changed(asked))).length > 0)
          noticed += 1
      }
      expect(leaked).toEqual([])
      expect(noticed).toBeGreaterThan(5)
    })

  it('and where all of a table is asked for: of every table nothing of another seller, and to staff of most', async () => {
    const tables = await warehouse.sql<{ name: string }>(
      "select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace",
    )
    const noticed: string[] = []
    for (const { name } of tables) {
      const whole = { text: `select t::text from ${name} t` }
      expect([name, ...foundOf(THEIRS, theirs, await asOurs(whole))]).toEqual([name])
      if (foundOf(THEIRS, theirs, await rows(warehouse.node.db.staff, whole)).length > 0) noticed.push(name)
    }
    expect(noticed.length).toBeGreaterThan(15)
  })
})

it('two sellers who ask by turns on two connections hear nothing of each other, also after a question that failed', async () => {
  const { leaked, own, failed } = await askByTurns(warehouse, { ours, theirs }, 400)
  expect(leaked).toEqual([])
  expect(own).toBeGreaterThan(80)
  expect(failed).toBeGreaterThan(5)
})
