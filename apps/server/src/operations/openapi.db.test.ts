import { createHash } from 'node:crypto'
import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  classify,
  inspect,
  plate,
  putAway,
  receive,
  register,
} from '../../../../packages/testkit/src/builders.ts'
import { command, wire } from '../../../../packages/testkit/src/commands.ts'
import { Description } from '../../../../packages/testkit/src/described.ts'
import { BINS, openWarehouse, type Person, type Warehouse } from '../../../../packages/testkit/src/server.ts'
import { DESCRIPTIONS, isDescribed } from './descriptions.ts'
import { EXAMPLES } from './examples.ts'
import { RAISED } from './problems.described.ts'
import { routesOf } from './routes.fixture.ts'

interface Media {
  readonly schema?: object
}
interface Operation {
  readonly summary?: string
  readonly tags?: string[]
  readonly requestBody?: { content: Record<string, Media> }
  readonly responses: Record<string, { content?: Record<string, Media> }>
}
interface OpenApi {
  readonly openapi: string
  readonly paths: Record<string, Record<string, Operation>>
}

let warehouse: Warehouse
let api: OpenApi
let sven: Person
let lotus: Person
let importId: string
const PRINT_ID = '01936f2a-7c1e-7b3a-9d52-3f0c8e6a1b47'
let enrolment: string
let webhook: string
let recipient: string
const pixels = { width: 8, height: 8, channels: 3, background: '#a33' } as const
let photo: string
beforeAll(async () => {
  const from = { name: '', address: 'returns@house.example' }
  const house = { host: '127.0.0.1', port: 1, secure: false, sign: null, from, publicUrl: 'http://x.example' }
  warehouse = await openWarehouse({ mail: { house } })
  sven = await warehouse.node.as('SV2001')
  lotus = await warehouse.node.as('lotus@test.restow')
  api = await sven.read<OpenApi>('/api/openapi.json')
  const bytes = await sharp({ create: pixels }).jpeg().toBuffer()
  photo = createHash('sha256').update(bytes).digest('hex')
  await sven.ask({
    method: 'PUT',
    url: `/api/photos/${photo}`,
    payload: bytes,
    headers: { 'content-type': 'image/jpeg' },
  })
  const deeds = [
    receive('T6000'),
    register('T6000', plate(1), 'MUG'),
    inspect(plate(1)),
    classify(plate(1), 'restock'),
    putAway(plate(1), BINS.resell),
    receive('T9000', 'damaged'),
    register('T9000', plate(2), null),
  ]
  await sven.did(
    ...deeds.map(wire),
    command('AttachPhoto', {
      subject: { lpn: plate(1) },
      sha256: photo,
      angle: 'front',
      takenAt: '2026-11-21T10:00:00Z',
    }),
  )
  const hook = await lotus.ask({
    method: 'POST',
    url: '/api/sellers/LOTUS/webhooks',
    payload: { url: 'https://8.8.8.8/hook', types: ['day.closed'] },
  })
  webhook = hook.json<{ id: string }>().id
  const added = await lotus.ask({
    method: 'POST',
    url: '/api/sellers/LOTUS/mail-recipients',
    payload: { address: 'returns@lotus.example', language: 'en', formats: ['csv'] },
  })
  recipient = added.json<{ id: string }>().id
  const file = 'rma_number,order_number,tracking_number,sku,quantity\n'
  const sent = await sven.ask({
    method: 'POST',
    url: '/api/imports/returns?seller=LOTUS&format=csv',
    payload: file,
    headers: { 'content-type': 'text/csv' },
  })
  const made = await sven.ask({
    method: 'POST',
    url: '/api/devices/enrolments',
    payload: { name: 'Dock 1' },
  })
  enrolment = made.json<{ id: string }>().id
  importId = sent.json<{ id: string }>().id
  const toBrowser = { id: PRINT_ID, labels: [{ kind: 'plate', lpn: plate(1) }] }
  const printer = { code: 'DOCK-1', name: 'Dock 1', language: 'zpl', dpi: 203, host: '192.0.2.7', port: 9100 }
  for (const [url, payload] of [
    ['/api/print-jobs', toBrowser],
    ['/api/printers', printer],
  ] as const)
    await sven.ask({ method: 'POST', url, payload })
})
afterAll(() => warehouse?.close())

/** A real address for each GET pattern. */
const ADDRESSES: Readonly<Record<string, () => string[]>> = {
  // Only where the demo's data is; described all the same.
  '/api/demo': () => [],
  '/api/copy': () => ['/api/copy?limit=2000'],
  // Answers in another protocol; its own test speaks it.
  '/api/live': () => [],
  '/api/scan': () =>
    ['T6000', 'T1000', plate(1), BINS.resell, 'MUG', '04006381333931', 'OP1001', '.P.DOCK-1', 'nonsense'].map(
      (c) => `/api/scan?code=${c}`,
    ),
  '/api/search': () => ['T6000', plate(1), 'MUG', 'nonsense'].map((q) => `/api/search?q=${q}`),
  '/api/checklists/{category}/versions/{version}': () => ['/api/checklists/general/versions/1'],
  '/api/sellers/{code}/policy': () => ['/api/sellers/LOTUS/policy'],
  '/api/sellers/{code}/policy/changes': () => ['/api/sellers/LOTUS/policy/changes'],
  '/api/sellers/{code}/checks': () => ['/api/sellers/LOTUS/checks'],
  '/api/parcels/{tracking}': () => ['/api/parcels/T6000', '/api/parcels/T9000'],
  '/api/unclaimed/{tracking}': () => ['/api/unclaimed/T9000'],
  '/api/unclaimed/{tracking}/guesses': () => ['/api/unclaimed/T9000/guesses'],
  // For sellers alone: unclaimed.db.test.ts asks it.
  '/api/unclaimed/found': () => [],
  '/api/boards/bins/find': () => ['/api/boards/bins/find?search=mug'],
  '/api/bins/{code}/counts': () => [`/api/bins/${BINS.resell}/counts`],
  '/api/units/{lpn}': () => [plate(1), plate(2)].map((lpn) => `/api/units/${lpn}`),
  '/api/units/{lpn}/timeline': () => [`/api/units/${plate(1)}/timeline`],
  '/api/photos/{sha256}': () => [`/api/photos/${photo}?size=thumb`],
  '/api/photos/{sha256}/original': () => [`/api/photos/${photo}/original`],
  '/api/devices/enrolments/{id}': () => [`/api/devices/enrolments/${enrolment}`],
  '/api/print-jobs/{id}': () => [`/api/print-jobs/${PRINT_ID}`],
  '/api/print-jobs/{id}/labels.pdf': () => [`/api/print-jobs/${PRINT_ID}/labels.pdf`],
  '/api/printers/{code}': () => ['/api/printers/DOCK-1'],
  '/api/sellers/{code}/label-template': () => ['/api/sellers/LOTUS/label-template'],
  '/api/sellers/{code}/webhooks': () => ['/api/sellers/LOTUS/webhooks'],
  '/api/sellers/{code}/webhooks/{id}/messages': () => [`/api/sellers/LOTUS/webhooks/${webhook}/messages`],
  '/api/sellers/{code}/mail-recipients': () => ['/api/sellers/LOTUS/mail-recipients'],
  '/api/sellers/{code}/mail-recipients/{id}/mails': () => [
    `/api/sellers/LOTUS/mail-recipients/${recipient}/mails`,
  ],
  // A page for people, which only a link in a mail leads to: mail.db.test.ts follows one.
  '/api/unsubscribe/{token}': () => [],
  '/api/sellers/{code}/api-keys': () => ['/api/sellers/LOTUS/api-keys'],
  '/api/imports/{id}': () => [`/api/imports/${importId}`],
  '/api/imports/{id}/rejected.csv': () => [`/api/imports/${importId}/rejected.csv`],
  '/api/reports/overview': () => ['/api/reports/overview?seller=LOTUS'],
  '/api/reports/dispositions': () =>
    ['2026-01-01', '2126-01-01', new Date().toISOString().slice(0, 10)].map(
      (d) => `/api/reports/dispositions?seller=LOTUS&date=${d}`,
    ),
}
const addressesOf = (path: string) => ADDRESSES[path]?.() ?? [path]

const ajv = new Ajv2020({ strict: false, allErrors: true, formats: { binary: true, uuid: true } })
const operations = () =>
  Object.entries(api.paths).flatMap(([path, byMethod]) =>
    Object.entries(byMethod).map(([method, operation]) => ({
      path,
      method,
      operation,
      name: `${method.toUpperCase()} ${path}`,
    })),
  )

function problemsOf(schema: object, value: unknown): string {
  const validate = ajv.compile(schema)
  return validate(value) ? '' : ajv.errorsText(validate.errors)
}

describe('the description of the API', () => {
  it('is OpenAPI 3.1 and tells of every operation what it is for, where it belongs and what it answers', () => {
    expect(api.openapi).toMatch(/^3\.1\./)
    expect(operations().length).toBeGreaterThan(35)
    const bare = operations().filter(({ operation: o }) => {
      const answered = Object.keys(o.responses).filter((status) => /^[123]/.test(status))
      return !o.summary || !o.tags?.length || answered.length === 0 || !o.responses['5XX']
    })
    expect(bare.map((o) => o.name)).toEqual([])
  })

  it('holds every route of the server', () => {
    const described = new Set(operations().map((o) => o.name.replaceAll(/\{(\w+)\}/g, ':$1')))
    const routes = routesOf(warehouse.node.app.printRoutes({ commonPrefix: false }))
    expect(routes).toContain('GET /api/units/:lpn/timeline')
    expect(routes.filter((name) => isDescribed(name.split(' ')[1] ?? '') && !described.has(name))).toEqual([])
    const told = Object.keys(DESCRIPTIONS).filter((name) => isDescribed(name.split(' ')[1] ?? ''))
    expect(told.filter((name) => !described.has(name))).toEqual([])
    for (const table of [EXAMPLES, RAISED])
      expect(Object.keys(table).filter((name) => !described.has(name))).toEqual([])
  })

  it('has only examples that fit their schemas', () => {
    const wrong = operations().flatMap(({ name, operation }) => {
      const example = EXAMPLES[name.replaceAll(/\{(\w+)\}/g, ':$1')]
      const body = operation.requestBody?.content['application/json']?.schema
      const answer = operation.responses[200]?.content?.['application/json']?.schema
      const problems = [
        example?.body ? (body ? problemsOf(body, example.body) : 'no body') : '',
        example?.answer ? (answer ? problemsOf(answer, example.answer) : 'no answer') : '',
      ]
      return problems.filter((text) => text !== '').map((text) => `${name}: ${text}`)
    })
    expect(wrong).toEqual([])
  })

  it('is one that a validator of its own finds nothing wrong with', async () => {
    const { valid, errors } = await new Validator().validate(
      structuredClone(api) as object as Record<string, unknown>,
    )
    expect(errors ?? []).toEqual([])
    expect(valid).toBe(true)
  })

  // Whatever a test asks of its server is held against the description (testkit); this asks for everything that can be read.
  it('is true: what each GET really answers is as it says, for staff and for a seller', async () => {
    const wrong: string[] = []
    let answered = 0
    for (const { path } of operations().filter((o) => o.method === 'get'))
      for (const url of addressesOf(path))
        for (const who of [sven, lotus]) {
          const { statusCode } = await who.get(url)
          if (statusCode === 200) answered++
          else if (who === sven) wrong.push(`${url}: ${statusCode}`)
        }
    expect(wrong).toEqual([])
    expect(answered).toBeGreaterThan(50)
  })

  it('would not be true of an answer that is otherwise', () => {
    const description = new Description(api)
    const answer = (statusCode: number, body: object, type = 'application/json') => ({
      statusCode,
      headers: { 'content-type': type },
      body: JSON.stringify(body),
    })
    const list = { items: [], nextCursor: null }
    expect(description.problemOf('GET', '/api/bins?limit=1', answer(200, list))).toBe('')
    for (const other of [answer(200, { items: [] }), answer(201, list), answer(200, list, 'text/csv')])
      expect(description.problemOf('GET', '/api/bins?limit=1', other)).not.toBe('')
    const problem = { type: 'about:blank', title: 'x', status: 403, code: 'staff_only', detail: 'x' }
    const said = (code: string) => answer(403, { ...problem, code }, 'application/problem+json')
    expect(description.problemOf('GET', '/api/bins', said('staff_only'))).toBe('')
    expect(description.problemOf('GET', '/api/bins', said('admin_only'))).not.toBe('')
  })

  it('is to be read on a page that needs nothing from elsewhere', async () => {
    const page = await sven.get('/api/docs/')
    expect(page.statusCode).toBe(200)
    expect(page.headers['content-security-policy']).toMatch(/default-src 'self'/)
    expect(page.body).not.toMatch(/(src|href)="(https?:)?\/\//)
    expect((await sven.get('/api/docs')).statusCode).toBeLessThan(400)
    expect((await sven.get('/api/docs/static/swagger-initializer.js')).body).toContain('"validatorUrl":null')
    expect((await sven.get('/api/docs/static/swagger-ui-bundle.js')).statusCode).toBe(200)
  })
})

describe('/metrics', () => {
  it('tells how long requests took by route, how commands ended and how the process is', async () => {
    await sven.give(wire(receive('T6000')), { type: 'x'.repeat(99), commandId: 'y' })
    await sven.get('/api/units/RU0000000000?q=secret')
    const { body, headers } = await warehouse.node.app.inject('/metrics')
    expect(headers['content-type']).toContain('text/plain')
    expect(body).toMatch(
      /http_request_duration_seconds_count\{method="GET",route="\/api\/units\/:lpn",status="\d+"\} \d+/,
    )
    expect(body).toContain('restow_commands_total{type="ReceiveParcel",outcome="accepted",code=""} 2')
    expect(body).toContain(
      'restow_commands_total{type="ReceiveParcel",outcome="rejected",code="already_received"} 1',
    )
    expect(body).toContain('restow_commands_total{type="unknown",outcome="rejected",code="malformed"} 1')
    expect(body).toContain('process_resident_memory_bytes')
    expect(body).toContain('restow_database_connections{state="total"}')
    expect(body).not.toContain('secret')
  })
})

describe('/readyz', () => {
  it('says what is well', async () => {
    expect((await warehouse.node.app.inject('/readyz')).json()).toEqual({
      status: 'ready',
      checks: { database: 'ok', disk: 'ok', shutdown: 'ok' },
    })
  })

  it('turns red when the database has no room for what is to be recorded, and recovers by itself', async () => {
    const database = new URL(warehouse.urls.appUrl).pathname.slice(1)
    const full = `create function no_room() returns trigger language plpgsql as $$ begin raise exception 'no space' using errcode = '53100'; end $$;
      create trigger no_room before insert on command_outcome for each row execute function no_room();`
    await warehouse.sql(full)
    expect((await sven.post([wire(receive('T5000'))])).statusCode).toBe(503)
    await warehouse.sql('drop trigger no_room on command_outcome')
    await warehouse.sql(`revoke temporary on database ${database} from restow_app`)
    const red = await warehouse.node.app.inject('/readyz')
    expect([red.statusCode, red.json()]).toEqual([
      503,
      expect.objectContaining({ problem: 'database disk full' }),
    ])
    await warehouse.sql(`grant temporary on database ${database} to restow_app`)
    expect((await warehouse.node.app.inject('/readyz')).statusCode).toBe(200)
  })
})
