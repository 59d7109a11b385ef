import { EXAMPLES } from '../examples.ts'
import type { Belongings } from './belongings.fixture.ts'

export interface Said {
  readonly url: string
  readonly payload?: object | string
  readonly headers?: Readonly<Record<string, string>>
}
/** @param of whose things are asked for @param own those of whoever asks */
export type Calls = Readonly<Record<string, (of: Belongings, own: Belongings) => readonly (string | Said)[]>>

/** Calls of what is the warehouse's own, or anybody's. A seller gets in at few of them, and then hears nothing of another. */

const BIN = 'LAX1-S-01-01'
const ID = '01936f2a-7c1e-7b3a-9d52-3f0c8e6a1b47'

/** With the documented example of its body, and in place of what the example is about this seller's. */
const as =
  (route: string, over: (b: Belongings) => object = () => ({}), url?: (b: Belongings) => string) =>
  (b: Belongings): Said[] => [
    {
      url: url?.(b) ?? route.split(' ')[1] ?? '',
      payload: { ...((EXAMPLES[route]?.body ?? {}) as object), ...over(b) },
    },
  ]
const bytes = (url: string, type: string, payload: string): Said => ({
  url,
  payload,
  headers: { 'content-type': type },
})
const plates = (b: Belongings) => [b.lpn, b.formerLpn, b.heldLpn].map((lpn) => ({ kind: 'plate', lpn }))

const labels: Calls = {
  'POST /api/labels': (b) =>
    ['pdf', 'zpl'].map((format) => ({
      url: `/api/labels?format=${format}`,
      payload: { labels: [...plates(b), { kind: 'relabel', lpn: b.lpn }, { kind: 'hold', lpn: b.heldLpn }] },
    })),
  'GET /api/labels/command-sheet': () => ['/api/labels/command-sheet'],
  'POST /api/print-jobs': as('POST /api/print-jobs', (b) => ({ id: ID, labels: plates(b) })),
  'GET /api/print-jobs': (b) => ['/api/print-jobs', `/api/print-jobs?lpn=${b.lpn}`],
  'GET /api/print-jobs/{id}': (b) => [`/api/print-jobs/${b.print}`],
  'GET /api/print-jobs/{id}/labels.pdf': (b) => [`/api/print-jobs/${b.print}/labels.pdf`],
  'POST /api/print-jobs/{id}/cancel': (b) => [{ url: `/api/print-jobs/${b.print}/cancel`, payload: {} }],
  'POST /api/print-jobs/{id}/reprint': as(
    'POST /api/print-jobs/:id/reprint',
    () => ({}),
    (b) => `/api/print-jobs/${b.print}/reprint`,
  ),
  'POST /api/print-jobs/{id}/confirm': as(
    'POST /api/print-jobs/:id/confirm',
    () => ({}),
    (b) => `/api/print-jobs/${b.print}/confirm`,
  ),
}

const printers: Calls = {
  'GET /api/printers': () => ['/api/printers'],
  'POST /api/printers': as('POST /api/printers'),
  'GET /api/printers/{code}': () => ['/api/printers/DOCK-1'],
  'PATCH /api/printers/{code}': as(
    'PATCH /api/printers/:code',
    () => ({}),
    () => '/api/printers/DOCK-1',
  ),
  'DELETE /api/printers/{code}': () => ['/api/printers/DOCK-1'],
  'POST /api/printers/{code}/test': as(
    'POST /api/printers/:code/test',
    () => ({}),
    () => '/api/printers/DOCK-1/test',
  ),
  'GET /api/print-settings': () => ['/api/print-settings'],
  'PUT /api/print-settings': as('PUT /api/print-settings'),
  'GET /api/print-agents': () => ['/api/print-agents'],
  'POST /api/print-agents': as('POST /api/print-agents'),
  'DELETE /api/print-agents/{id}': () => [`/api/print-agents/${ID}`],
  'POST /api/print-agent/next': as('POST /api/print-agent/next'),
  ...Object.fromEntries(
    ['begin', 'alive', 'result'].map((what) => [
      `POST /api/print-agent/attempts/{attempt}/${what}`,
      as(
        `POST /api/print-agent/attempts/:attempt/${what}`,
        () => ({}),
        () => `/api/print-agent/attempts/${ID}/${what}`,
      ),
    ]),
  ),
}

const devices: Calls = {
  'POST /api/devices/enrolments': as('POST /api/devices/enrolments'),
  'GET /api/devices/enrolments/{id}': () => [`/api/devices/enrolments/${ID}`],
  'POST /api/devices/enrol': as('POST /api/devices/enrol'),
  'POST /api/devices/heartbeat': as('POST /api/devices/heartbeat', () => ({ deviceId: 'test-1' })),
  'POST /api/screens': as('POST /api/screens'),
  'GET /api/screens': () => ['/api/screens'],
  'DELETE /api/screens/{id}': () => [`/api/screens/${ID}`],
  'GET /api/devices': () => ['/api/devices'],
  'PUT /api/devices/{deviceId}': as(
    'PUT /api/devices/:deviceId',
    () => ({}),
    () => '/api/devices/test-1',
  ),
  'POST /api/devices/{deviceId}/revoke': () => [{ url: '/api/devices/test-1/revoke', payload: {} }],
  'POST /api/devices/{deviceId}/restore': () => [{ url: '/api/devices/test-1/restore', payload: {} }],
  'POST /api/devices/dropped': as('POST /api/devices/dropped', () => ({ deviceId: 'test-1' })),
  'POST /api/devices/dropped/acknowledged': as('POST /api/devices/dropped/acknowledged', (b) => ({
    commandIds: [b.claim.commandId],
  })),
  'GET /api/devices/{deviceId}/dropped': () => ['/api/devices/test-1/dropped'],
  'GET /api/devices/{deviceId}/printer': () => ['/api/devices/test-1/printer'],
  'PUT /api/devices/{deviceId}/printer': as(
    'PUT /api/devices/:deviceId/printer',
    () => ({}),
    () => '/api/devices/test-1/printer',
  ),
}

const house: Calls = {
  'GET /api/warehouse': () => ['/api/warehouse'],
  'PUT /api/warehouse': as('PUT /api/warehouse'),
  'GET /api/bins': () => ['/api/bins', `/api/bins?search=${BIN}`],
  'PUT /api/bins/{code}': as(
    'PUT /api/bins/:code',
    () => ({}),
    () => `/api/bins/${BIN}`,
  ),
  'DELETE /api/bins/{code}': () => [`/api/bins/${BIN}`],
  'GET /api/bins/{code}/counts': () => [`/api/bins/${BIN}/counts`],
  'POST /api/imports/layout': () => [
    bytes('/api/imports/layout', 'text/csv', 'code,zone,capacity\nX-1,resell,4\n'),
  ],
  'GET /api/staff': () => ['/api/staff'],
  'PUT /api/staff/{badge}': as(
    'PUT /api/staff/:badge',
    () => ({}),
    () => '/api/staff/OP1001',
  ),
  'POST /api/staff/{badge}/lock': () => [{ url: '/api/staff/OP1001/lock', payload: {} }],
  'POST /api/staff/{badge}/unlock': () => [{ url: '/api/staff/OP1001/unlock', payload: {} }],
  'PUT /api/sellers/{code}': as(
    'PUT /api/sellers/:code',
    () => ({}),
    (b) => `/api/sellers/${b.seller}`,
  ),
  'PUT /api/products/{seller}/{sku}': as(
    'PUT /api/products/:seller/:sku',
    () => ({}),
    (b) => `/api/products/${b.seller}/${b.sku}`,
  ),
  'GET /api/checklists': () => ['/api/checklists'],
  'GET /api/checklists/{category}/versions/{version}': () => ['/api/checklists/general/versions/1'],
  'PUT /api/checklists/{category}': as(
    'PUT /api/checklists/:category',
    () => ({}),
    () => '/api/checklists/general',
  ),
  'GET /api/set-up/changes': (b) => [
    '/api/set-up/changes',
    `/api/set-up/changes?kind=seller&key=${b.seller}`,
  ],
  'GET /api/copy': () => ['/api/copy'],
  'POST /api/plates': as('POST /api/plates'),
  'PUT /api/photos/{sha256}': (b) => [bytes(`/api/photos/${b.photo}`, 'image/jpeg', 'no photo')],
  'GET /api/unclaimed': (b) => ['/api/unclaimed', `/api/unclaimed?search=${b.claimed}`],
  'GET /api/unclaimed/{tracking}': (b) => [`/api/unclaimed/${b.claimed}`],
  'GET /api/unclaimed/{tracking}/guesses': (b) => [`/api/unclaimed/${b.claimed}/guesses`],
  'GET /api/unclaimed/policy': () => ['/api/unclaimed/policy'],
  'PUT /api/unclaimed/policy': as('PUT /api/unclaimed/policy'),
}

export const STAFF_CALLS: Calls = {
  ...labels,
  ...printers,
  ...devices,
  ...house,
  'POST /api/sessions': (b) => [{ url: '/api/sessions', payload: { email: b.email, password: 'not-it' } }],
  'GET /api/sessions/current': () => ['/api/sessions/current'],
  'PUT /api/sessions/current/language': as('PUT /api/sessions/current/language'),
  // Signs whoever asks out; there is nothing in it of anybody.
  'DELETE /api/sessions/current': () => [],
  'GET /api/first-set-up': () => ['/api/first-set-up'],
  'POST /api/first-set-up': as('POST /api/first-set-up'),
  'GET /api/demo': () => ['/api/demo'],
  'GET /api/openapi.json': () => ['/api/openapi.json'],
  'GET /healthz': () => ['/healthz'],
  'GET /readyz': () => ['/readyz'],
  'GET /metrics': () => ['/metrics'],
}
