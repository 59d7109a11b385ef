import type { AddedApiKey } from '@restow/contracts'
import { API_SCOPES } from '@restow/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWarehouse, type Person, type Warehouse } from '../../../../../packages/testkit/src/server.ts'
import { IMPATIENT } from '../../webhooks/receiver.fixture.ts'
import { type Belongings, furnish, nobodys, OURS, THEIRS, twoSellers } from './belongings.fixture.ts'
import { CALLS } from './calls.fixture.ts'
import { type Ask, answered, asPerson, asScript, callsOf, foundOf, saidBy } from './seen.fixture.ts'

/** One seller asks for all that is another's, by every route that there is. */
let warehouse: Warehouse
let lotus: Person
let ours: Belongings
let theirs: Belongings
let nobody: Belongings
let routes: string[]
const askers: [name: string, ask: Ask][] = []

beforeAll(async () => {
  warehouse = await openWarehouse({
    world: twoSellers(),
    webhooks: { reach: { anywhere: true }, pace: IMPATIENT },
  })
  ours = await furnish(warehouse, OURS)
  theirs = await furnish(warehouse, THEIRS)
  nobody = nobodys()
  lotus = await warehouse.node.as(OURS.email)
  const { paths } = await lotus.read<{ paths: Record<string, object> }>('/api/openapi.json')
  routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  askers.push(['a person', asPerson(lotus)])
  for (const scope of API_SCOPES) {
    const payload = { name: scope, scopes: [scope] }
    const made = await lotus.ask({ method: 'POST', url: '/api/sellers/LOTUS/api-keys', payload })
    askers.push([`a script for ${scope}`, asScript(lotus, made.json<AddedApiKey>().secret)])
  }
})
afterAll(() => warehouse?.close())

/** By these one says oneself what another's numbers are; all else is asked before. */
const ANNOUNCING = ['POST /api/expected-returns', 'POST /api/imports/returns', 'POST /api/imports/products']

/** Asks for theirs and for nobody's. @returns what came back of theirs, and where the two answers differ */
async function asking(ask: Ask, route: string): Promise<string[]> {
  const wrong: string[] = []
  const [about, beside] = [callsOf(route, theirs, ours), callsOf(route, nobody, ours)]
  for (const [i, { method, said }] of about.entries()) {
    const answer = await ask(method, said)
    const name = `${method} ${said.url}`
    for (const found of foundOf(THEIRS, theirs, saidBy(answer), said)) wrong.push(`${name}: ${found}`)
    const other = beside[i]?.said ?? said
    // Where the question names nothing of theirs, there is nothing to be compared.
    if (JSON.stringify(other) === JSON.stringify(said)) continue
    const [one, another] = [answered(answer, theirs), answered(await ask(method, other), nobody)]
    if (one !== another) wrong.push(`${name}:\n${one}\n${another}`)
  }
  return wrong
}

describe('of another seller', () => {
  it('every route is asked for', () => {
    expect(routes.length).toBeGreaterThan(100)
    expect(routes.filter((route) => !CALLS[route])).toEqual([])
    expect(Object.keys(CALLS).filter((route) => !routes.includes(route))).toEqual([])
  })

  it('nothing comes back to a person or a script, and of what is there no more is said than of what is not', async () => {
    for (const [name, ask] of askers) {
      // Numbers that no parcel has are counted, and so are wrong passwords.
      await warehouse.sql('delete from sign_in_failure')
      const wrong: string[] = []
      for (const route of routes.filter((one) => !ANNOUNCING.includes(one)))
        wrong.push(...(await asking(ask, route)))
      expect(wrong, name).toEqual([])
    }
  })

  it('a command’s id stands for nothing but that it is taken', async () => {
    const answer = await lotus.ask({
      ...{ method: 'POST', url: `/api/units/${ours.heldLpn}/answer`, payload: theirs.answer },
    })
    expect(answer.json()).toMatchObject({ outcome: 'rejected', code: 'command_id_reused', facts: {} })
    expect(foundOf(THEIRS, theirs, saidBy(answer), { url: '', payload: theirs.answer })).toEqual([])
  })

  it('staff and its own people see it all by the same calls, so that this test would notice', async () => {
    const northstar = asPerson(await warehouse.node.as(THEIRS.email))
    const told = new Set<string>()
    for (const ask of [northstar, asPerson(await warehouse.node.as('AD3001'))])
      for (const route of routes.filter((one) => one.startsWith('GET ')))
        for (const { method, said } of callsOf(route, theirs, theirs))
          if (foundOf(THEIRS, theirs, saidBy(await ask(method, said)), said).length > 0) told.add(route)
    expect([...told].length).toBeGreaterThan(30)
  })
})

describe('whoever announces another’s numbers as its own', () => {
  const isAnnouncing = (route: string) => ANNOUNCING.includes(route)

  it('hears nothing of what is here under them', async () => {
    const wrong: string[] = []
    for (const [, ask] of askers)
      for (const route of routes.filter(isAnnouncing)) wrong.push(...(await asking(ask, route)))
    expect(wrong).toEqual([])
  })

  it('gets nothing by it but its own words', async () => {
    await warehouse.sql('delete from sign_in_failure')
    const { rma, order, tracking, claimed, given, sku, gtin } = theirs
    const announced = {
      url: '',
      payload: { seller: THEIRS.code, rma, order, tracking, claimed, given, sku, gtin },
    }
    const [, ask] = askers[0] as [string, Ask]
    const wrong: string[] = []
    for (const route of routes.filter((one) => !isAnnouncing(one)))
      for (const { method, said } of callsOf(route, theirs, ours)) {
        const both = { url: said.url, payload: { ...announced.payload, said: said.payload } }
        for (const found of foundOf(THEIRS, theirs, saidBy(await ask(method, said)), both))
          wrong.push(`${method} ${said.url}: ${found}`)
      }
    expect(wrong).toEqual([])
  })
})
