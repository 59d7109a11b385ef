import * as contracts from '@restow/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWarehouse, type Warehouse } from '../../../../packages/testkit/src/server.ts'
import { type ClientCall, clientCalls } from './client-calls.fixture.ts'

interface Operation {
  readonly requestBody?: { content: Record<string, { schema: Schema }> }
  readonly responses: Record<string, { content?: Record<string, { schema: Schema }> }>
}
interface Schema {
  readonly properties?: Record<string, object>
  readonly required?: string[]
  /** One of several. */
  readonly anyOf?: Schema[]
}
let warehouse: Warehouse
let paths: Record<string, Record<string, Operation>>
let calls: ClientCall[]
let silent: string[]
beforeAll(async () => {
  warehouse = await openWarehouse()
  ;({ paths } = (await warehouse.node.app.inject('/api/openapi.json')).json())
  ;({ calls, silent } = await clientCalls())
})
afterAll(() => warehouse?.close())

/** The operation that a call asks for: what is said by name goes before what takes any name. */
function operationOf({ method, path }: ClientCall): Operation | undefined {
  const fits = Object.keys(paths)
    .filter((one) => new RegExp(`^${one.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path))
    .sort((a, b) => Number(a.includes('{')) - Number(b.includes('{')))
  return paths[fits[0] ?? '']?.[method.toLowerCase()]
}

/** A schema as it is told: without words beside it, a constant as a list of one, and any name as a further one. */
function told(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(told)
  if (typeof schema !== 'object' || schema === null) return schema
  const entries = Object.entries(schema).flatMap(([name, of]): [string, unknown][] => {
    if (['description', 'examples', 'example'].includes(name)) return []
    if (name === 'const') return [['enum', [of]]]
    if (name === 'patternProperties') return [['additionalProperties', told(Object.values(of)[0])]]
    return [[name, told(of)]]
  })
  return Object.fromEntries(entries.sort(([a], [b]) => a.localeCompare(b)))
}
/** Types that have another name than their contract. */
const NAMED: Readonly<Record<string, string>> = {
  ChecklistRow: 'ChecklistItemOf',
  '{ outcomes: AnnouncementOutcome[] }': 'AnnouncementOutcomes',
}
const contract = (name: string | null) =>
  told(
    JSON.parse(
      JSON.stringify((contracts as Record<string, unknown>)[NAMED[name ?? ''] ?? name ?? ''] ?? null),
    ),
  )
const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** Whose type holds more than is promised to others: the apps take it from the views of the floor, which may change. */
const WIDER = ['UnitView', 'ParcelView', 'ScanAnswer', 'CopyPage', 'DemoSheet', '{ items: StoryItem[] }']

describe('the client of both apps', () => {
  it('asks for nothing that is not described, by each of its functions', () => {
    expect(calls.length).toBeGreaterThan(80)
    expect(silent).toEqual([])
    expect(
      calls
        .filter((call) => !operationOf(call))
        .map(({ name, method, path }) => `${name}: ${method} ${path}`),
    ).toEqual([])
  })

  it('says of what comes back what the description says', () => {
    const wrong = calls.flatMap((call) => {
      if (call.gives === null || WIDER.includes(call.gives)) return []
      const schema = operationOf(call)?.responses[200]?.content?.['application/json']?.schema
      return same(contract(call.gives), told(schema)) ? [] : [`${call.name}: ${call.gives}`]
    })
    expect(wrong).toEqual([])
    expect(calls.filter(({ gives }) => gives !== null).length).toBeGreaterThan(60)
  })

  it('sends what the description asks for', () => {
    const wrong = calls.flatMap((call) => {
      const schema = operationOf(call)?.requestBody?.content['application/json']?.schema
      if (!schema) return call.body === null ? [] : [`${call.name}: a body that is not described`]
      if (call.takes.some((type) => same(contract(type), told(schema)))) return []
      const sent = Object.keys((call.body ?? {}) as object)
      const fits = ({ required = [], properties = {} }: Schema) =>
        required.every((name) => sent.includes(name)) && sent.every((name) => properties[name])
      return (schema.anyOf ?? [schema]).some(fits) ? [] : [`${call.name}: ${sent}`]
    })
    expect(wrong).toEqual([])
  })
})
