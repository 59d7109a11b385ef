import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { plate } from '../../../../packages/testkit/src/builders.ts'
import { command } from '../../../../packages/testkit/src/commands.ts'
import { type Node, openWarehouse, type Warehouse } from '../../../../packages/testkit/src/server.ts'

/** Sellers are kept apart by PostgreSQL itself, whatever a query forgets. */
let warehouse: Warehouse
let narrow: Node
const hashOf = (seller: string) => createHash('sha256').update(seller).digest('hex')

beforeAll(async () => {
  warehouse = await openWarehouse()
  narrow = await warehouse.addNode({ connections: 2 })
  const otto = await warehouse.node.as('OP1001')
  for (const [seller, parcel, n] of [
    ['LOTUS', 'T6000', 1],
    ['NORTHSTAR', 'T2000', 2],
    [null, 'T9000', 3],
  ] as const) {
    const sha256 = hashOf(String(seller))
    await otto.did(
      command('ReceiveParcel', { tracking: parcel, condition: 'intact' }),
      command('RegisterUnit', { parcel, lpn: plate(n), product: null, quantity: 1 }),
      command('AttachPhoto', {
        subject: { lpn: plate(n) },
        sha256,
        angle: 'front',
        takenAt: '2026-11-04T10:00:00Z',
      }),
    )
    await warehouse.sql("insert into photo values ($1, 'image/jpeg', 1, 1, 1, 'OP1001')", [sha256])
    if (seller) await otto.did(command('ReplacePlate', { lpn: plate(n), newLpn: plate(n + 10) }))
    if (seller) await warehouse.sql("insert into label_template values ($1, '{}')", [seller])
    if (seller) await ownedBy(seller)
    if (seller)
      await warehouse.sql(
        "insert into import_job (id, seller, format, state, started_by) values (gen_random_uuid(), $1, 'csv', 'done', 'x')",
        [seller],
      )
  }
  await vi.waitUntil(async () => {
    const [left] = await warehouse.sql<{ n: string }>(
      'select (select count(*) from ledger_event) - (select count(*) from ledger_position) as n',
    )
    return left?.n === '0'
  }, 20_000)
  for (const text of [
    "insert into feed_checkpoint (reader, after, reached) select 'x', n, n + 1 from generate_series(1, 4) n",
    "insert into set_up_change (kind, key, warehouse, by) select 'staff', n, 'LAX1', 'AD3001' from generate_series(1, 4) n",
    "insert into device (device_id, warehouse) select n, 'LAX1' from generate_series(1, 4) n",
    "insert into dropped_command (command_id, warehouse, on_device, type, about, done_by, code, message, reason, dropped_by, dropped_at) select gen_random_uuid(), 'LAX1', n, 'MoveUnit', 'x', 'OP1001', 'x', 'x', 'mistake', 'OP1001', now() from generate_series(1, 4) n",
    "insert into bin_count select gen_random_uuid(), warehouse, code, 0, 0, '[]', '[]', '[]', '[]', 'OP1001', 'x', 'x', now() from bin limit 4",
    "insert into enrolment (token_hash, warehouse, made_by, name, expires_at) select n::text::bytea, 'LAX1', 'SV2001', 'x', now() from generate_series(1, 4) n",
    "insert into plate_lease (serial, warehouse, device_id) select n, 'LAX1', n from generate_series(900000001, 900000004) n",
    "insert into print_agent (warehouse, name, token_hash, made_by) select 'LAX1', n, n::text::bytea, 'SV2001' from generate_series(1, 4) n",
    "insert into printer (warehouse, code, name, language, dpi, way, host, port, tells, orientation) select 'LAX1', n, n, 'zpl', 203, 'tcp', 'printer', 9100, true, 'landscape' from generate_series(1, 4) n",
    "insert into print_job (id, warehouse, content, labels, total, asked_by, first_job, state) select gen_random_uuid(), 'LAX1', '', '[]', 1, 'OP1001', gen_random_uuid(), 'sent' from generate_series(1, 4)",
    "insert into screen (token_hash, warehouse, name, hung_by) select n::text::bytea, 'LAX1', n, 'SV2001' from generate_series(1, 4) n",
    "insert into seller_user (email, name, seller, password_hash) select n, n, 'LOTUS', '' from generate_series(1, 4) n",
    'insert into session (token_hash, email, expires_at) select n::text::bytea, n, now() from generate_series(1, 4) n',
    "insert into sign_in_failure (who, device_id, failures) select n, '', 1 from generate_series(1, 4) n",
    "insert into send_token (token_hash, badge, device_id, session_hash, expires_at) select n::text::bytea, 'OP1001', 'x', (select token_hash from session limit 1), now() from generate_series(1, 4) n",
  ])
    await warehouse.sql(text)
})
afterAll(() => warehouse?.close())

/** What a seller's scripts and systems go by. */
async function ownedBy(seller: string): Promise<void> {
  for (const text of [
    "insert into api_key (key, token_hash, seller, name, scopes, line, slot, made_by) values ('rk_' || $1::text, $1::text::bytea, $1, 'x', '{reports}', gen_random_uuid(), 0, 'x')",
    "insert into webhook (seller, url, types, secret, made_by) values ($1, 'https://example.com', '{day.closed}', 'x', 'x')",
    "insert into webhook_message (webhook, id, seller, type, about, position, body, at) select id, 'x', seller, 'day.closed', 'x', 1, '{}', now() from webhook where seller = $1",
    "insert into mail_recipient (seller, address, language, formats, secret, made_by) values ($1, 'a@b.example', 'en', '{}', '', 'x')",
    "insert into day_mail (recipient, warehouse, day, seller) select id, 'LAX1', '2026-11-03', seller from mail_recipient where seller = $1",
    "insert into report_day (warehouse, seller, day, counts, totals, rows, digest) values ('LAX1', $1, '2026-11-03', '{}', '{}', 1, 'x')",
    "insert into set_up_change (kind, key, by) values ('seller', $1, 'AD3001')",
    "insert into report_row (warehouse, seller, day, n, json, csv) values ('LAX1', $1, '2026-11-03', 1, '{}', '')",
  ])
    await warehouse.sql(text, [seller])
}

/** Whose an event is, by what it says. */
const EVENT_OWNER = `coalesce(e.data->>'seller', (select x->>'seller' from jsonb_path_query_first(e.data, '$.answers[0]') x),
    case when e.data->>'sha256' = '${hashOf('LOTUS')}' then 'LOTUS' when e.data->>'sha256' = '${hashOf('NORTHSTAR')}' then 'NORTHSTAR'
      when e.data->>'lpn' in ('${plate(1)}', '${plate(11)}') then 'LOTUS' when e.data->>'lpn' in ('${plate(2)}', '${plate(12)}') then 'NORTHSTAR' end)`

/** Whose rows of a table these are; every table with what belongs to a seller is here, in one way or another. */
const OWNERS: Readonly<Record<string, string>> = {
  seller: 'select code as owner from seller',
  product: 'select seller as owner from product',
  expected_return: 'select seller as owner from expected_return',
  expected_line: 'select seller as owner from expected_line',
  expected_tracking: 'select seller as owner from expected_tracking',
  import_job: 'select seller as owner from import_job',
  label_template: 'select seller as owner from label_template',
  api_key: 'select seller as owner from api_key',
  webhook: 'select seller as owner from webhook',
  webhook_message: 'select seller as owner from webhook_message',
  mail_recipient: 'select seller as owner from mail_recipient',
  day_mail: 'select seller as owner from day_mail',
  parcel: 'select seller as owner from parcel',
  parcel_number: 'select p.seller as owner from parcel_number n join parcel p on p.id = n.parcel',
  return_unit: 'select seller as owner from return_unit',
  former_plate: 'select u.seller as owner from former_plate f join return_unit u on u.id = f.unit',
  ledger_event: `select ${EVENT_OWNER} as owner from ledger_event e`,
  // A position whose event is hidden would be somebody else's.
  ledger_position: `select case when e.version is null then 'hidden' else ${EVENT_OWNER} end as owner
    from ledger_position p left join ledger_event e using (stream_id, version)`,
  photo: `select case sha256 when '${hashOf('LOTUS')}' then 'LOTUS' when '${hashOf('NORTHSTAR')}' then 'NORTHSTAR' end as owner from photo`,
  photo_subject: `select coalesce(u.seller, p.seller) as owner from photo_subject s left join return_unit u on u.id = s.subject left join parcel p on p.id = s.subject`,
  seller_user: 'select null as owner from seller_user',
  session: 'select null as owner from session',
  sign_in_failure: 'select null as owner from sign_in_failure',
  bin_count: 'select null as owner from bin_count',
  command_outcome: 'select null as owner from command_outcome',
  device: 'select null as owner from device',
  dropped_command: 'select null as owner from dropped_command',
  enrolment: 'select null as owner from enrolment',
  plate_lease: 'select null as owner from plate_lease',
  print_agent: 'select null as owner from print_agent',
  print_job: 'select null as owner from print_job',
  printer: 'select null as owner from printer',
  screen: 'select null as owner from screen',
  send_token: 'select null as owner from send_token',
  feed_checkpoint: 'select null as owner from feed_checkpoint',
  report_day: 'select seller as owner from report_day',
  report_row: 'select seller as owner from report_row',
  set_up_change: "select case kind when 'seller' then key end as owner from set_up_change",
  seller_check_version: 'select seller as owner from seller_check_version',
}
/** Of the warehouse, or of whoever signs in; nobody asks for them in a seller's scope. */
const NO_SELLERS = [
  'bin',
  'checklist',
  'checklist_version',
  'day_closing',
  'day_ending',
  'restow_migration',
  'staff',
  'warehouse',
]
/** Tables that a seller reads nothing of, not even what came of its own. */
const STAFF_ONLY = [
  'bin_count',
  'command_outcome',
  'device',
  'dropped_command',
  'enrolment',
  'feed_checkpoint',
  'plate_lease',
  'print_agent',
  'print_job',
  'printer',
  'screen',
  'seller_user',
  'send_token',
  'session',
  'sign_in_failure',
]

const owners = (rows: { owner: string | null }[]) => [...new Set(rows.map((r) => r.owner))]
const asSeller = (node: Node, seller: string, text: string) =>
  node.db.asSeller(seller, async (_, client) => {
    const { rows } = await client.query({ text })
    return rows as { owner: string | null }[]
  })

it('every table is known here: under row-level security that holds for its owner too, or nobody’s in particular', async () => {
  const tables = await warehouse.sql<{ name: string; guarded: boolean }>(
    "select relname as name, relrowsecurity and relforcerowsecurity as guarded from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1",
  )
  expect(tables.filter((t) => t.guarded).map((t) => t.name)).toEqual(Object.keys(OWNERS).sort())
  expect(tables.filter((t) => !t.guarded).map((t) => t.name)).toEqual(NO_SELLERS)
})

it('plans of staff, who see all, have nothing in them of what keeps sellers apart', async () => {
  const KEPT_APART = /Filter|InitPlan|SubPlan/
  for (const table of Object.keys(OWNERS)) {
    const text = `explain (costs off) select from ${table}`
    const { rows } = await warehouse.node.db.staff.query(text)
    expect(JSON.stringify(rows), table).not.toMatch(KEPT_APART)
    expect(JSON.stringify(await asSeller(warehouse.node, 'LOTUS', text)), table).toMatch(KEPT_APART)
  }
})

describe('rows', () => {
  for (const [table, text] of Object.entries(OWNERS)) {
    it(`of ${table} are seen by the seller they belong to, and by no other`, async () => {
      for (const seller of ['LOTUS', 'NORTHSTAR'])
        expect(owners(await asSeller(warehouse.node, seller, text))).toEqual(
          STAFF_ONLY.includes(table) ? [] : [seller],
        )
    })

    it(`of ${table} are seen by nobody who says neither staff nor seller`, async () => {
      for (const nobody of ['', 'NOBODY']) expect(await asSeller(warehouse.node, nobody, text)).toEqual([])
    })

    it(`of ${table} are all seen by staff, so that this test would notice`, async () => {
      const { rows } = await warehouse.node.db.staff.query<{ owner: string | null }>(text)
      if (STAFF_ONLY.includes(table)) expect(rows.length).toBeGreaterThan(3)
      else expect(owners(rows)).toEqual(expect.arrayContaining(['LOTUS', 'NORTHSTAR']))
    })
  }

  it('are changed by no seller, also not its own, but for its own part of its policy', async () => {
    for (const text of [
      'update return_unit set version = 1',
      'update parcel set version = 1',
      "update product set title = 'mine'",
      "update seller set policy = policy || '{\"scrapLimitMinor\": 1}' where code = 'NORTHSTAR'",
      'delete from expected_line',
      'delete from expected_tracking',
    ]) {
      const changed = await warehouse.node.db.asSeller('LOTUS', (_, client) => client.query({ text }))
      expect(changed.rowCount, text).toBe(0)
    }
    for (const text of [
      'update seller set active = false',
      "update seller set policy = jsonb_set(policy, '{costs}', '{}')",
      'update seller set policy = policy || \'{"available": []}\'',
      `update seller set targets = '{"register": 60}'`,
    ])
      await expect(
        warehouse.node.db.asSeller('LOTUS', (_, client) => client.query({ text })),
        text,
      ).rejects.toThrow('warehouse')
    const planted = "insert into product (seller, sku, title) values ('LOTUS', 'PLANTED', 'x')"
    await expect(
      warehouse.node.db.asSeller('LOTUS', (_, client) => client.query({ text: planted })),
    ).rejects.toThrow('row-level security')
  })
})

it('two sellers who ask by turns on two connections never see each other’s', async () => {
  const { return_unit: text = '' } = OWNERS
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, i) => {
      const seller = i % 2 ? 'LOTUS' : 'NORTHSTAR'
      const question = i % 7 === 0 ? 'select nonsense' : text
      return asSeller(narrow, seller, question).then(
        (rows) => ({ seller, seen: owners(rows) }),
        () => ({ seller, seen: [seller] }),
      )
    }),
  )
  for (const { seller, seen } of answers) expect(seen).toEqual([seller])
})

it('a seller whose parcel is claimed sees its whole story from then on, and before nothing of it', async () => {
  const lotus = await warehouse.node.as('lotus@test.restow')
  const sven = await warehouse.node.as('SV2001')
  expect((await lotus.get('/api/parcels/T9000')).statusCode).toBe(404)
  await sven.did(command('ClaimParcel', { parcel: 'T9000', seller: 'LOTUS' }))
  const parcel = await lotus.read<{ story: { type: string }[] }>('/api/parcels/T9000')
  expect(parcel.story.map((s) => s.type)).toEqual(['ParcelReceived', 'UnitAdded', 'ParcelClaimed'])
  expect((await lotus.get(`/api/units/${plate(3)}`)).statusCode).toBe(200)
  const northstar = await warehouse.node.as('northstar@test.restow')
  expect((await northstar.get('/api/parcels/T9000')).statusCode).toBe(404)
})
