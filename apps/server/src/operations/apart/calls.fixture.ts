import { plate } from '../../../../../packages/testkit/src/builders.ts'
import { command, uuidv7 } from '../../../../../packages/testkit/src/commands.ts'
import { EXAMPLES } from '../examples.ts'
import { type Belongings, KEPT_DAY } from './belongings.fixture.ts'
import { type Calls, type Said, STAFF_CALLS } from './staff-calls.fixture.ts'

/** How every route is called about somebody's things: all that names one is said, in path, question and body. */

const q = encodeURIComponent
const said = (url: string, payload: object | string = {}): Said => ({ url, payload })
/** The documented example of a body. */
export const example = (route: string): object => (EXAMPLES[route]?.body ?? {}) as object

const FORMATS = ['json', 'csv', 'xlsx', 'pdf', 'amazon']
const BOARDS = ['pipeline', 'dispositions', 'bins', 'waiting', 'people']
const numbersOf = (b: Belongings) => [
  ...[b.tracking, b.claimed, b.given, b.rma, b.order, b.sku, b.gtin, b.serial, b.lpn, b.formerLpn],
  ...[b.sku.slice(0, 6), b.sku.toLowerCase()],
]

const csvOf = (b: Belongings) =>
  `rma,order,tracking,sku,quantity\n${b.rma},${b.order},${b.tracking},${b.sku},1\n`
const announcement = (seller: string, b: Belongings) => ({
  ...{ seller, rmaNumber: b.rma, orderNumber: b.order, trackingNumbers: [b.tracking, b.claimed, b.given] },
  lines: [{ sku: b.sku, quantity: 1 }],
})

const announcing: Calls = {
  'GET /api/expected-returns': (b) => [
    ...['', `?seller=${b.seller}`].map((query) => `/api/expected-returns${query}`),
    ...numbersOf(b).map((number) => `/api/expected-returns?search=${q(number)}`),
  ],
  'POST /api/expected-returns': (b, own) => [
    said('/api/expected-returns', announcement(b.seller, b)),
    said('/api/expected-returns', { returns: [announcement(b.seller, b), announcement(own.seller, b)] }),
  ],
  'PATCH /api/expected-returns/{seller}/{rma}': (b) => [
    said(`/api/expected-returns/${b.seller}/${b.rma}`, { trackingNumbers: [b.tracking] }),
  ],
  'DELETE /api/expected-returns/{seller}/{rma}': (b) => [`/api/expected-returns/${b.seller}/${b.rma}`],
  'POST /api/imports/returns': (b, own) =>
    [b.seller, own.seller].map((seller) => ({
      ...said(`/api/imports/returns?seller=${seller}&format=csv`, csvOf(b)),
      headers: { 'content-type': 'text/csv' },
    })),
  ...Object.fromEntries(
    ['', '/preview'].map((to) => [
      `POST /api/imports/products${to}`,
      (b: Belongings, own: Belongings) =>
        [b.seller, own.seller].map((seller) => ({
          ...said(`/api/imports/products${to}?seller=${seller}&format=csv`, `sku,gtin\n${b.sku},${b.gtin}\n`),
          headers: { 'content-type': 'text/csv' },
        })),
    ]),
  ),
  'GET /api/imports': (b) => ['/api/imports', `/api/imports?seller=${b.seller}`],
  'GET /api/imports/{id}': (b) => [`/api/imports/${b.importId}`],
  'GET /api/imports/{id}/rejected.csv': (b) => [`/api/imports/${b.importId}/rejected.csv`],
}

const looking: Calls = {
  'GET /api/parcels/{tracking}': (b) => numbersOf(b).map((number) => `/api/parcels/${q(number)}`),
  'GET /api/units/{lpn}': (b) =>
    [b.lpn, b.formerLpn, b.heldLpn, b.mixedLpn].map((lpn) => `/api/units/${lpn}`),
  'GET /api/units/{lpn}/timeline': (b) =>
    [b.lpn, b.formerLpn, b.heldLpn, b.mixedLpn].map((lpn) => `/api/units/${lpn}/timeline`),
  'POST /api/units/{lpn}/answer': (b) => [
    // To the letter what its seller has sent, and then another.
    said(`/api/units/${b.heldLpn}/answer`, b.answer),
    said(`/api/units/${b.heldLpn}/answer`, { ...b.answer, commandId: uuidv7() }),
  ],
  'POST /api/units/{lpn}/scrap-answer': (b) =>
    [b.heldLpn, b.lpn].map((lpn) =>
      said(`/api/units/${lpn}/scrap-answer`, { commandId: uuidv7(), agreed: false, note: 'Not so.' }),
    ),
  'GET /api/scan': (b) =>
    [...numbersOf(b), b.mixedLpn, 'LAX1-S-01-01', 'OP1001', '.P.DOCK-1'].map(
      (code) => `/api/scan?code=${q(code)}`,
    ),
  'GET /api/search': (b) => numbersOf(b).map((number) => `/api/search?q=${q(number)}`),
  'GET /api/units': (b) => [
    ...['', `?seller=${b.seller}`, '?held=seller', '?state=stored'].map((query) => `/api/units${query}`),
    ...numbersOf(b).map((number) => `/api/units?search=${q(number)}`),
  ],
  'GET /api/parcels': (b) => [
    ...['', `?seller=${b.seller}`, '?unclaimed=true'].map((query) => `/api/parcels${query}`),
    ...numbersOf(b).map((number) => `/api/parcels?search=${q(number)}`),
  ],
  'GET /api/products': (b) => [
    ...['', `?seller=${b.seller}`].map((query) => `/api/products${query}`),
    ...numbersOf(b).map((number) => `/api/products?search=${q(number)}`),
  ],
  'GET /api/products.csv': (b) => [
    ...['', `?seller=${b.seller}`].map((query) => `/api/products.csv${query}`),
    ...numbersOf(b).map((number) => `/api/products.csv?search=${q(number)}`),
  ],
  'GET /api/photos/{sha256}': (b) => ['thumb', 'view'].map((size) => `/api/photos/${b.photo}?size=${size}`),
  'GET /api/photos/{sha256}/original': (b) => [`/api/photos/${b.photo}/original`],
  'GET /api/unclaimed/found': (b) => numbersOf(b).map((number) => `/api/unclaimed/found?number=${q(number)}`),
  'POST /api/unclaimed/claims': (b) => [
    said('/api/unclaimed/claims', b.claim),
    ...[b.claimed, b.given, b.tracking].map((parcel) =>
      said('/api/unclaimed/claims', {
        commandId: uuidv7(),
        parcel,
        evidence: { order: b.order, sku: b.sku },
      }),
    ),
  ],
  'GET /api/reports/dispositions': (b) =>
    [`date=${KEPT_DAY}`, `from=${KEPT_DAY}&to=${today()}`].flatMap((days) =>
      FORMATS.map((format) => `/api/reports/dispositions?seller=${b.seller}&${days}&format=${format}`),
    ),
  'GET /api/reports/overview': (b) =>
    ['', `&from=${KEPT_DAY}&to=${today()}&by=week`].map(
      (more) => `/api/reports/overview?seller=${b.seller}${more}`,
    ),
  'GET /api/live': () => ['/api/live'],
  'GET /api/waiting': (b) => [
    ...['hold_seller', 'hold_supervisor', 'unclaimed'].map((kind) => `/api/waiting?kind=${kind}`),
    `/api/waiting?kind=hold_seller&seller=${b.seller}`,
  ],
  ...Object.fromEntries(
    BOARDS.map((board) => [
      `GET /api/boards/${board}`,
      (b: Belongings) => [`/api/boards/${board}`, `/api/boards/${board}?seller=${b.seller}`],
    ]),
  ),
  'GET /api/boards/bins/find': (b) => [
    ...numbersOf(b).map((number) => `/api/boards/bins/find?search=${q(number)}`),
    `/api/boards/bins/find?search=${q(b.lpn)}&seller=${b.seller}`,
  ],
}

const keeping: Calls = {
  'GET /api/sellers': () => ['/api/sellers'],
  'GET /api/sellers/{code}/policy': (b) => [`/api/sellers/${b.seller}/policy`],
  'PUT /api/sellers/{code}/policy': (b) => [
    said(`/api/sellers/${b.seller}/policy`, example('PUT /api/sellers/:code/policy')),
  ],
  'GET /api/sellers/{code}/policy/changes': (b) => [`/api/sellers/${b.seller}/policy/changes`],
  'GET /api/sellers/{code}/checks': (b) => [`/api/sellers/${b.seller}/checks`],
  'PUT /api/sellers/{code}/checks': (b) => [
    said(`/api/sellers/${b.seller}/checks`, example('PUT /api/sellers/:code/checks')),
  ],
  'GET /api/sellers/{code}/api-keys': (b) => [`/api/sellers/${b.seller}/api-keys`],
  'POST /api/sellers/{code}/api-keys': (b) => [
    said(`/api/sellers/${b.seller}/api-keys`, example('POST /api/sellers/:code/api-keys')),
  ],
  'POST /api/sellers/{code}/api-keys/{key}/replace': (b, own) =>
    [b.seller, own.seller].map((seller) => said(`/api/sellers/${seller}/api-keys/${b.key}/replace`)),
  'DELETE /api/sellers/{code}/api-keys/{key}': (b, own) =>
    [b.seller, own.seller].map((seller) => `/api/sellers/${seller}/api-keys/${b.key}`),
  'GET /api/sellers/{code}/label-template': (b) => [`/api/sellers/${b.seller}/label-template`],
  'PUT /api/sellers/{code}/label-template': (b) => [
    said(`/api/sellers/${b.seller}/label-template`, example('PUT /api/sellers/:code/label-template')),
  ],
  'POST /api/sellers/{code}/label-template/preview': (b, own) => {
    const body = example('POST /api/sellers/:code/label-template/preview')
    const preview = (seller: string, sku: string) =>
      said(`/api/sellers/${seller}/label-template/preview`, { ...body, sku })
    return [preview(b.seller, b.sku), preview(own.seller, b.sku)]
  },
  'GET /api/sellers/{code}/mail-recipients': (b) => [`/api/sellers/${b.seller}/mail-recipients`],
  'POST /api/sellers/{code}/mail-recipients': (b) => [
    said(`/api/sellers/${b.seller}/mail-recipients`, example('POST /api/sellers/:code/mail-recipients')),
  ],
  'PATCH /api/sellers/{code}/mail-recipients/{id}': (b, own) =>
    [b.seller, own.seller].map((seller) =>
      said(`/api/sellers/${seller}/mail-recipients/${b.recipient}`, { emptyDays: true }),
    ),
  'DELETE /api/sellers/{code}/mail-recipients/{id}': (b, own) =>
    [b.seller, own.seller].map((seller) => `/api/sellers/${seller}/mail-recipients/${b.recipient}`),
  'POST /api/sellers/{code}/mail-recipients/{id}/test': (b, own) =>
    [b.seller, own.seller].map((seller) =>
      said(`/api/sellers/${seller}/mail-recipients/${b.recipient}/test`),
    ),
  'GET /api/sellers/{code}/mail-recipients/{id}/mails': (b, own) =>
    [b.seller, own.seller].map((seller) => `/api/sellers/${seller}/mail-recipients/${b.recipient}/mails`),
  'POST /api/sellers/{code}/mail-recipients/{id}/mails/{warehouse}/{day}/again': (b, own) =>
    [b.seller, own.seller].map((seller) =>
      said(`/api/sellers/${seller}/mail-recipients/${b.recipient}/mails/LAX1/${KEPT_DAY}/again`),
    ),
  'GET /api/unsubscribe/{token}': (b) => [`/api/unsubscribe/${b.recipient}`],
  'POST /api/unsubscribe/{token}': (b) => [said(`/api/unsubscribe/${b.recipient}`)],
  'GET /api/sellers/{code}/webhooks': (b) => [`/api/sellers/${b.seller}/webhooks`],
  'POST /api/sellers/{code}/webhooks': (b) => [
    said(`/api/sellers/${b.seller}/webhooks`, { url: 'http://127.0.0.1:9/x', types: ['day.closed'] }),
  ],
  'PATCH /api/sellers/{code}/webhooks/{id}': (b, own) =>
    [b.seller, own.seller].map((seller) =>
      said(`/api/sellers/${seller}/webhooks/${b.webhook}`, { active: true }),
    ),
  'DELETE /api/sellers/{code}/webhooks/{id}': (b, own) =>
    [b.seller, own.seller].map((seller) => `/api/sellers/${seller}/webhooks/${b.webhook}`),
  'POST /api/sellers/{code}/webhooks/{id}/secret': (b, own) =>
    [b.seller, own.seller].map((seller) => said(`/api/sellers/${seller}/webhooks/${b.webhook}/secret`)),
  'POST /api/sellers/{code}/webhooks/{id}/test': (b, own) =>
    [b.seller, own.seller].map((seller) => said(`/api/sellers/${seller}/webhooks/${b.webhook}/test`)),
  'POST /api/sellers/{code}/webhooks/{id}/replay': (b, own) =>
    [b.seller, own.seller].map((seller) =>
      said(`/api/sellers/${seller}/webhooks/${b.webhook}/replay`, { from: KEPT_DAY }),
    ),
  'GET /api/sellers/{code}/webhooks/{id}/messages': (b, own) =>
    [b.seller, own.seller].flatMap((seller) =>
      ['', '?state=dead'].map((query) => `/api/sellers/${seller}/webhooks/${b.webhook}/messages${query}`),
    ),
  'POST /api/sellers/{code}/webhooks/{id}/messages/{message}/again': (b, own) =>
    [
      [b.seller, b.webhook],
      [own.seller, b.webhook],
      [own.seller, own.webhook],
    ].map(([seller, hook]) => said(`/api/sellers/${seller}/webhooks/${hook}/messages/${b.message}/again`)),
}

const today = () => new Date().toISOString().slice(0, 10)

/** By method and path of the description. A route that is not here makes the test fail until it is. */
export const CALLS: Calls = {
  ...announcing,
  ...looking,
  ...keeping,
  ...STAFF_CALLS,
  'POST /api/commands': (b) => [
    said('/api/commands', {
      commands: [
        command('MoveUnit', { lpn: b.lpn, bin: 'LAX1-S-01-01' }),
        command('ClaimParcel', { parcel: b.claimed, seller: b.seller }),
        command('RegisterUnit', {
          parcel: b.tracking,
          lpn: plate(900),
          product: { sku: b.sku },
          quantity: 1,
        }),
      ],
    }),
  ],
}
