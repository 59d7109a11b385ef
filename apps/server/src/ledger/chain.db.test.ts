import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plate } from '../../../../packages/testkit/src/builders.ts'
import { command } from '../../../../packages/testkit/src/commands.ts'
import { BINS, openWarehouse, type Warehouse } from '../../../../packages/testkit/src/server.ts'
import { canonical } from './chain.ts'
import { verifyLedger, verifyWithin } from './verify.ts'

let warehouse: Warehouse
let admin: pg.Client
const clients: pg.Client[] = []
async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, options: '-c restow.scope=staff' })
  await client.connect()
  clients.push(client)
  return client
}

beforeAll(async () => {
  warehouse = await openWarehouse()
  admin = await connect(warehouse.urls.adminUrl)
  const otto = await warehouse.node.as('OP1001')
  const units = Array.from({ length: 10 }, (_, i) => plate(i + 1))
  await otto.did(
    command('ReceiveParcel', { tracking: 'T6000', condition: 'damaged' }),
    ...units.map((lpn) =>
      command('RegisterUnit', { parcel: 'T6000', lpn, product: { sku: 'MUG' }, quantity: 2 }),
    ),
    ...units.map((lpn) => command('MoveUnit', { lpn, bin: BINS.inspection })),
    ...units.map((lpn) =>
      command('InspectUnit', {
        lpn,
        identity: 'as_announced',
        answers: [{ check: 'intact', answer: 'worn' }],
        findings: [],
        grade: 'very_good',
        note: 'Kratzer am Henkel 划痕',
      }),
    ),
  )
})
afterAll(async () => {
  for (const client of clients) await client.end()
  await warehouse?.close()
})

/** Does something to the tables that nobody may do, looks, and leaves no trace of it. */
async function afterTampering(text: string, values: unknown[] = []) {
  await admin.query('BEGIN')
  try {
    await admin.query('SET LOCAL session_replication_role = replica')
    const { rowCount } = await admin.query(text, values)
    expect(rowCount, text).toBe(1)
    return (await verifyWithin(admin)).broken
  } finally {
    await admin.query('ROLLBACK')
  }
}

interface Row {
  stream_id: string
  version: number
  data: string
  meta: string
}
const rows = async (n: number): Promise<Row[]> =>
  (
    await admin.query<Row>(
      'select stream_id, version, data::text, meta::text from ledger_event order by md5(stream_id::text || version) limit $1',
      [n],
    )
  ).rows

const THIS = 'stream_id = $1 and version = $2'
const flipped = (column: string) => `${column} = set_byte(${column}, 17, get_byte(${column}, 17) # 1)`

/** JSON text with one character changed, so that it still is JSON and says something else. */
function* oneCharacterOff(text: string): Generator<string> {
  for (let at = 0; at < text.length; at++) {
    const by = text[at] === '7' ? '8' : /[0-9]/.test(text[at] ?? '') ? '7' : 'q'
    const other = text.slice(0, at) + by + text.slice(at + 1)
    try {
      if (canonical(JSON.parse(other)) !== canonical(JSON.parse(text))) yield other
    } catch {
      // No JSON any more, which the column does not take.
    }
  }
}

it('is whole before anybody touches it', async () => {
  const { streams, events, broken } = await verifyLedger(warehouse.node.db.staff)
  expect({ streams, broken }).toEqual({ streams: 11, broken: [] })
  expect(events).toBe(41)
})

describe('an event', () => {
  for (const [column, change] of Object.entries({
    stream_id:
      "stream_id = overlay(stream_id::text placing case right(stream_id::text, 1) when '7' then '8' else '7' end from 36)::uuid",
    version: 'version = version + 1000',
    stream_kind: "stream_kind = case stream_kind when 'unit' then 'parcel' else 'unit' end",
    type: "type = overlay(type placing 'X' from 3)",
    recorded_at: "recorded_at = recorded_at + interval '1 microsecond'",
    prev_hash: flipped('prev_hash'),
    hash: flipped('hash'),
  }))
    it(`of which one byte of ${column} is changed is found`, async () => {
      for (const { stream_id, version } of await rows(8)) {
        const broken = await afterTampering(`update ledger_event set ${change} where ${THIS}`, [
          stream_id,
          version,
        ])
        expect(broken.map((b) => b.streamId)).toContain(stream_id)
      }
    })

  for (const column of ['data', 'meta'] as const)
    it(`of which one character of ${column} is changed is found, whichever it is`, async () => {
      for (const [i, row] of (await rows(5)).entries()) {
        let n = 0
        for (const changed of oneCharacterOff(row[column])) {
          // Every eleventh place of each row, another one in each.
          if (n++ % 11 !== i) continue
          const broken = await afterTampering(`update ledger_event set ${column} = $3 where ${THIS}`, [
            row.stream_id,
            row.version,
            changed,
          ])
          expect(broken, changed).toMatchObject([{ streamId: row.stream_id, version: row.version }])
        }
        expect(n).toBeGreaterThan(20)
      }
    })

  it('that is missing is found: the first, one amid, the last', async () => {
    const [unit] = (await admin.query('select id from return_unit limit 1')).rows
    for (const [version, problem] of [
      [1, /events are missing/],
      [2, /events are missing/],
      [3, /has 2 events where its state counts 3/],
    ] as const) {
      const broken = await afterTampering(`delete from ledger_event where ${THIS}`, [unit.id, version])
      expect(broken[0]).toMatchObject({ streamId: unit.id, problem: expect.stringMatching(problem) })
    }
  })

  it('that was slipped in is found', async () => {
    const [unit] = (await admin.query('select id from return_unit limit 1')).rows
    const broken = await afterTampering(
      `insert into ledger_event select stream_id, 4, stream_kind, type, data, meta, recorded_at, hash, hash
       from ledger_event where ${THIS}`,
      [unit.id, 3],
    )
    expect(broken).toMatchObject([{ streamId: unit.id, version: 4 }])
  })
})

describe('a state', () => {
  for (const [what, change] of Object.entries({
    'that says something else': `body = jsonb_set(body, '{quantity}', '5')`,
    'that says more': `body = body || '{"owner": "me"}'`,
    'of another version': 'version = version + 1',
    'of another event': flipped('hash'),
  }))
    for (const table of ['parcel', 'return_unit'])
      it(`of a ${table === 'parcel' ? 'parcel' : 'unit'} ${what} is found`, async () => {
        const [{ id }] = (await admin.query(`select id from ${table} order by id limit 1`)).rows
        const broken = await afterTampering(`update ${table} set ${change} where id = $1`, [id])
        expect(broken).toMatchObject([{ streamId: id }])
      })

  it('that is gone is found, and one that nothing led to', async () => {
    const [{ id }] = (await admin.query('select id from return_unit order by id limit 1')).rows
    expect(await afterTampering('delete from return_unit where id = $1', [id])).toMatchObject([
      { streamId: id, problem: 'has a history and no state' },
    ])
    const made = `insert into return_unit (id, version, hash, body)
      select '00000000-0000-7000-8000-000000000001', version, hash, body || '{"lpn": "RU9999999990"}' from return_unit where id = $1`
    expect(await afterTampering(made, [id])).toMatchObject([{ problem: 'has a state and no history' }])
  })
})

describe('what was recorded', () => {
  for (const table of ['ledger_event', 'command_outcome'])
    for (const who of ['app', 'owner'] as const)
      it(`in ${table} is neither changed nor deleted by the ${who}’s role`, async () => {
        const client = await connect(warehouse.urls[`${who}Url`])
        const refusal = who === 'app' ? 'permission denied' : 'append-only'
        for (const text of [
          `update ${table} set recorded_at = now()`,
          `delete from ${table}`,
          `truncate ${table}`,
          `truncate ${table} cascade`,
        ])
          await expect(client.query(text), text).rejects.toThrow(refusal)
      })

  it('is not deleted as a state either, by the app’s role', async () => {
    const client = await connect(warehouse.urls.appUrl)
    for (const table of ['parcel', 'return_unit'])
      await expect(client.query(`delete from ${table}`)).rejects.toThrow('permission denied')
  })

  it('can be added to by the app’s role only once at each version of a stream', async () => {
    const client = await connect(warehouse.urls.appUrl)
    await expect(client.query('insert into ledger_event select * from ledger_event limit 1')).rejects.toThrow(
      'ledger_event_stream_id_version_pk',
    )
    await expect(
      client.query('insert into command_outcome select * from command_outcome limit 1'),
    ).rejects.toThrow('command_outcome_pkey')
  })
})
