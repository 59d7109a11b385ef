import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plate } from '../../../../packages/testkit/src/builders.ts'
import { command, uuidv7 } from '../../../../packages/testkit/src/commands.ts'
import { openWarehouse, type Person, type Warehouse } from '../../../../packages/testkit/src/server.ts'

const SECRET = 'NOBODY-SHOULD-READ-THIS'
let warehouse: Warehouse
let otto: Person
beforeAll(async () => {
  warehouse = await openWarehouse({ logLevel: 'trace' })
  otto = await warehouse.node.as('OP1001')
})
afterAll(() => warehouse?.close())

const receive = (tracking: string, over: object = {}) => ({
  ...command('ReceiveParcel', { tracking, condition: 'intact' }),
  ...over,
})
/** Sends commands as they are written, since some cannot be said in another way. */
async function giveText(...commands: string[]) {
  const answer = await otto.ask({
    method: 'POST',
    url: '/api/commands',
    payload: `{"commands":[${commands.join(',')}]}`,
    headers: { 'content-type': 'application/json' },
  })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<{ outcomes: { commandId: string | null; code?: string; message?: string }[] }>().outcomes
}
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`
const written = (value: object, field: string, text: string) =>
  JSON.stringify(value).replace('}', `,${JSON.stringify(field)}:${text}}`)

const MALFORMED: Readonly<Record<string, () => string>> = {
  'no object': () => '"ReceiveParcel"',
  nothing: () => 'null',
  'a list': () => '[]',
  'no type': () => JSON.stringify(receive('X', { type: undefined })),
  'an unknown type': () => JSON.stringify(receive('X', { type: 'TeleportParcel' })),
  'a type that every object has': () => JSON.stringify(receive('X', { type: 'constructor' })),
  'a type that is no text': () => JSON.stringify(receive('X', { type: { $ne: '' } })),
  'a field missing': () => JSON.stringify(receive('X', { tracking: undefined })),
  'a field too many': () => JSON.stringify(receive('X', { warehouse: 'LAX1' })),
  'a number for a text': () => JSON.stringify(receive('X', { tracking: 123 })),
  'a text for a number': () => JSON.stringify(receive('X', { deviceSeq: '1' })),
  'a prototype': () => written(receive('X'), '__proto__', '{"condition":"wet"}'),
  'a constructor': () => written(receive('X'), 'constructor', '{"prototype":{"admin":true}}'),
  'NUL in a text': () => JSON.stringify(receive('X\0Y')),
  'half a surrogate pair': () => JSON.stringify(receive('X')).replace('"X"', '"\\ud83d"'),
  'half a surrogate pair in a name': () => written(receive('X'), '\ud83d', '1'),
  '10,000 characters of tracking': () => JSON.stringify(receive('9'.repeat(10_000))),
  'a huge number': () => JSON.stringify(receive('X')).replace(/"deviceSeq":\d+/, '"deviceSeq":1e400'),
  'a number beyond what is exact': () =>
    JSON.stringify(receive('X')).replace(/"deviceSeq":\d+/, '"deviceSeq":9007199254740993'),
  'a negative version': () => JSON.stringify(receive('X', { expectedVersion: -1 })),
  'a time that is none': () => JSON.stringify(receive('X', { scannedAt: 'yesterday' })),
  'a day that no month has': () => JSON.stringify(receive('X', { scannedAt: '2026-13-45T10:00:00Z' })),
  'a time without a zone': () => JSON.stringify(receive('X', { scannedAt: '2026-11-04T10:00:00' })),
  'a device of 65 characters': () => JSON.stringify(receive('X', { deviceId: 'd'.repeat(65) })),
  'lists within lists, 20 deep': () => written(receive('X'), 'note', nested(20)),
  'lists within lists, 100,000 deep': () => written(receive('X'), 'note', nested(100_000)),
}

describe('a malformed command', () => {
  for (const [what, make] of Object.entries(MALFORMED))
    it(`(${what}) is rejected by itself, its neighbours not, and nothing of it stays`, async () => {
      const [before, after] = [uuidv7(), uuidv7()]
      const outcomes = await giveText(JSON.stringify(receive(before)), make(), JSON.stringify(receive(after)))
      expect(outcomes).toMatchObject([
        { outcome: 'accepted' },
        { outcome: 'rejected', code: 'malformed' },
        { outcome: 'accepted' },
      ])
      expect(outcomes[1]?.message).toMatch(/^This could not be read: .+\. Nothing was recorded; /)
      const kept = await warehouse.sql("select 1 from parcel where tracking_number in ('X', 'X?')")
      expect(kept).toEqual([])
    })

  it('with an id keeps its answer for good; put right, it needs another id', async () => {
    const bad = receive('KEPT-1', { condition: 'sparkling' })
    const [first] = await otto.give(bad)
    expect(first).toMatchObject({ commandId: bad.commandId, code: 'malformed' })
    expect(await otto.give(bad)).toEqual([first])
    expect(await otto.give({ ...bad, condition: 'intact' })).toMatchObject([{ code: 'command_id_reused' }])
    await otto.did({ ...bad, condition: 'intact', commandId: uuidv7() })
  })

  it('with an id keeps its answer however deep it is nested', async () => {
    const deep = written(receive('DEEP-1'), 'note', nested(50_000))
    const [first] = await giveText(deep)
    expect(first).toMatchObject({ code: 'malformed', commandId: expect.any(String) })
    expect(await giveText(deep)).toEqual([first])
    const [row] = await warehouse.sql(
      'select count(*)::int as n from command_outcome where command_id = $1',
      [first?.commandId],
    )
    expect(row).toEqual({ n: 1 })
  })

  it('without a UUIDv7 is rejected and not kept, with its id as far as it has one', async () => {
    const count = 'select count(*)::int as n from command_outcome'
    const before = await warehouse.sql(count)
    const v4 = '7c2f1f60-3c43-4a5b-9c6e-0c8f5e2b7a11'
    const ids = [undefined, null, 7, '', 'x', v4, 'a'.repeat(5000)]
    const outcomes = await otto.give(...ids.map((commandId) => receive('NO-ID', { commandId })))
    expect(outcomes.map((o) => o.commandId)).toEqual([null, null, null, null, 'x', v4, null])
    for (const outcome of outcomes) expect(outcome).toMatchObject({ outcome: 'rejected', code: 'malformed' })
    expect(await warehouse.sql(count)).toEqual(before)
  })

  it('is told what is wrong without any of it being repeated', async () => {
    const [outcome] = await otto.give(receive('X', { condition: SECRET }))
    expect(outcome?.message).toBe(
      'This could not be read: condition is none of the values that may stand there. Nothing was recorded; scan or enter it again.',
    )
  })
})

it('takes texts of any script, emoji and control characters of labels as they are', async () => {
  const note = '退货 ]C1\u001d🧺 e\u0301 \u202e'
  await otto.did(receive('SCRIPT-1'))
  await otto.did(command('ReportParcel', { parcel: 'SCRIPT-1', outcome: 'empty', note }))
  expect(await otto.read('/api/parcels/SCRIPT-1')).toMatchObject({ report: { note } })
})

it('takes no seller for one that only every object has', async () => {
  const sven = await warehouse.node.as('SV2001')
  await sven.did(receive('CLAIM-1'))
  for (const seller of ['constructor', 'toString', '__proto__', 'NOBODY'])
    expect(await sven.give(command('ClaimParcel', { parcel: 'CLAIM-1', seller }))).toMatchObject([
      { outcome: 'rejected', code: 'seller_unknown' },
    ])
})

it('logs that commands came, and nothing of what was in them', async () => {
  await otto.give(receive(SECRET), { ...receive('LOG-1'), note: SECRET }, { commandId: SECRET })
  await otto.give(command('RegisterUnit', { parcel: SECRET, lpn: plate(1), product: null, quantity: 1 }))
  const lines = warehouse.node.logged.join('')
  expect(lines).toContain('/api/commands')
  expect(lines).not.toContain(SECRET)
  expect(lines).not.toContain(otto.cookie.split('=')[1])
})
