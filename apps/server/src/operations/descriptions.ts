import { CopyAnswer } from '@restow/contracts'
import type { TSchema } from 'typebox'
import { ANNOUNCEMENT_DESCRIPTIONS } from './announcements.described.ts'
import {
  Alive,
  Commands,
  ParcelAnswer,
  PhotoKept,
  Ready,
  ScanAnswerShape,
  Timeline,
  UnitAnswer,
} from './answers.ts'
import { DEVICE_DESCRIPTIONS } from './devices.described.ts'
import { DROPPED_DESCRIPTIONS } from './dropped.described.ts'
import { HALL_DESCRIPTIONS } from './hall.described.ts'
import { LABEL_DESCRIPTIONS } from './labels.described.ts'
import { LIVE_DESCRIPTIONS } from './live.described.ts'
import { MAIL_DESCRIPTIONS } from './mail.described.ts'
import { OVERVIEW_DESCRIPTIONS } from './overview.described.ts'
import { PEOPLE_DESCRIPTIONS } from './people.described.ts'
import { PRINTING_DESCRIPTIONS } from './printing.described.ts'
import { PRODUCT_FILE_DESCRIPTIONS } from './products.described.ts'
import { REPORT_DESCRIPTIONS } from './reports.described.ts'
import { SELLER_DESCRIPTIONS } from './sellers.described.ts'
import { SELLERS_POLICY_DESCRIPTIONS } from './sellers-policy.described.ts'
import { SET_UP_DESCRIPTIONS } from './set-up.described.ts'
import { UNCLAIMED_DESCRIPTIONS } from './unclaimed.described.ts'
import { WEBHOOK_DESCRIPTIONS } from './webhooks.described.ts'

/** What is told of a route beside its own schema. */
interface Description {
  readonly summary?: string
  readonly tags?: readonly string[]
  readonly description?: string
  readonly body?: TSchema | object
  readonly response?: Readonly<Record<number, object>>
  readonly consumes?: readonly string[]
}

export const TAGS = [
  { name: 'sessions', description: 'Signing in and out' },
  {
    name: 'floor',
    description: 'What the floor does and asks: scans, commands, parcels, units, photos, plates',
  },
  { name: 'boards', description: 'Snapshots to look at, each second if wanted' },
  { name: 'lists', description: 'What came in and what was announced' },
  { name: 'reports', description: 'What was decided' },
  { name: 'imports', description: 'Files of announced returns, of products, of the layout' },
  { name: 'set-up', description: 'Bins, products, staff, sellers and the warehouse' },
  { name: 'sellers', description: 'What a seller keeps for itself: the keys of its scripts' },
  { name: 'webhooks', description: 'What a seller’s systems are told as it happens' },
  { name: 'mail', description: 'Who gets a seller’s closed days by e-mail' },
  { name: 'devices', description: 'Handhelds: enrolled, seen, named, taken out of use' },
  { name: 'printing', description: 'Printers, what waits for them, every print, and print agents' },
  { name: 'operations', description: 'Is it alive, is it ready, how is it doing' },
]

/** Pages and their files are no part of the API, nor is the page that shows it. */
export const isDescribed = (url: string): boolean =>
  (url.startsWith('/api/') && !url.startsWith('/api/docs')) ||
  ['/healthz', '/readyz', '/metrics'].includes(url)

/** Routes of print agents, which bring a token of their own. */
export const isForAgents = (url: string): boolean => url.startsWith('/api/print-agent/')

/** What nobody needs to be signed in for. */
export const OPEN_TO_ALL: ReadonlySet<string> = new Set([
  'POST /api/sessions',
  'GET /api/demo',
  'GET /api/first-set-up',
  'POST /api/first-set-up',
  'POST /api/devices/enrol',
  'DELETE /api/sessions/current',
  'GET /api/unsubscribe/:token',
  'POST /api/unsubscribe/:token',
  'GET /api/openapi.json',
  'GET /healthz',
  'GET /readyz',
  'GET /metrics',
])

const file = (...types: string[]) => ({
  content: Object.fromEntries(types.map((type) => [type, { schema: { type: 'string', format: 'binary' } }])),
})
const answer = (description: string, schema: object) => ({ 200: { description, ...schema } })
const bytes = { type: 'string', format: 'binary' }
const done = { 204: { description: 'Done', type: 'null' } }

/** By method and pattern. Routes that describe themselves need stand here only for an example. */
export const DESCRIPTIONS: Readonly<Record<string, Description>> = {
  'POST /api/sessions': {
    summary: 'Signs in, by badge and PIN or by e-mail address and password',
    tags: ['sessions'],
    description:
      'Sets the cookie `restow_session`. Five wrong PINs lock a badge on a device until a supervisor unlocks it. Staff who say on which device they are also get a `sendToken`: for sending what that device keeps as that person, until 14 days after sign-out, and for nothing else.',
  },
  'GET /api/sessions/current': { summary: 'Who is signed in', tags: ['sessions'] },
  'PUT /api/sessions/current/language': {
    summary: 'Remembers the language of whoever is signed in',
    tags: ['sessions'],
    response: done,
  },
  'DELETE /api/sessions/current': { summary: 'Signs out', tags: ['sessions'], response: done },
  'GET /api/first-set-up': { summary: 'Is there no warehouse yet?', tags: ['set-up'] },
  'POST /api/first-set-up': {
    summary: 'Makes the first warehouse and its admin, on a server that has none',
    tags: ['set-up'],
    description:
      'Takes the set-up code that the server tells on its console when it starts without a warehouse. After ten wrong codes it has to be restarted. Signs nobody in; answers `already_set_up` ever after.',
  },
  'POST /api/commands': {
    summary: 'Does things: up to 500 commands, an outcome for each, in order',
    tags: ['floor'],
    description:
      'Status 200 whatever the outcomes. The same `commandId` with the same content gets its first answer again, so sending again is safe. Under a send token, what was done on another device than the token’s is rejected as `wrong_device`.',
    body: Commands,
  },
  'GET /api/scan': {
    summary: 'What a scanned code is, and what to do next',
    tags: ['floor'],
    response: answer('What it is', ScanAnswerShape),
  },
  'GET /api/parcels/:tracking': {
    summary: 'A parcel: the open one of that number, else the latest',
    tags: ['floor'],
    response: answer('The parcel', ParcelAnswer),
  },
  'GET /api/units/:lpn': {
    summary: 'A unit by its plate',
    tags: ['floor'],
    response: answer('The unit', UnitAnswer),
  },
  'GET /api/units/:lpn/timeline': {
    summary: 'What happened to a unit, in order',
    tags: ['floor'],
    response: answer('Its story', Timeline),
  },
  'GET /api/copy': {
    summary: 'What a handheld takes with it, all of it once and then what has changed',
    tags: ['floor'],
    description:
      'Begin without a cursor and go on with each answer’s `cursor` while there is `more`. Later the last cursor brings only what has changed since; nothing is missed, however late it was committed, and some things may come twice. An item is what stands now: it replaces what the device has under the same key. Parcels and units that are done with come once more, to be dropped. `reset` says that the cursor leads nowhere here, and that everything is told anew. A seller’s user gets 403.',
    response: answer('A page of it', CopyAnswer),
  },
  'POST /api/plates': { summary: 'Leases fresh plates', tags: ['floor'] },
  'GET /api/labels/command-sheet': {
    summary: 'The sheet of command codes, on A4',
    tags: ['floor'],
    response: answer('The sheet', file('application/pdf')),
  },
  'PUT /api/photos/:sha256': {
    summary: 'Keeps a photo under the SHA-256 of its bytes',
    tags: ['floor'],
    consumes: ['image/jpeg', 'image/png', 'image/webp'],
    body: bytes,
    response: {
      200: { description: 'It was here already', ...PhotoKept },
      201: { description: 'It is kept', ...PhotoKept },
    },
  },
  'GET /api/photos/:sha256': {
    summary: 'A photo as it is shown: small, and without what its camera wrote into it',
    tags: ['floor'],
    response: answer('The photo', file('image/jpeg')),
  },
  'GET /api/photos/:sha256/original': {
    summary: 'A photo as it was taken, for its seller and for supervisors',
    tags: ['floor'],
    response: answer('The photo', file('image/jpeg', 'image/png', 'image/webp')),
  },
  'POST /api/imports/returns': {
    summary: 'Announces returns by a file',
    tags: ['imports'],
    description:
      'The file is the body, of any content type. The same file again leaves all unchanged. Past 2,000 lines it goes on in the background.',
    consumes: ['text/tab-separated-values', 'text/csv', 'application/octet-stream'],
    body: bytes,
  },
  'GET /api/imports/:id': { summary: 'How an import stands', tags: ['imports'] },
  'GET /api/imports/:id/rejected.csv': { response: answer('The lines', file('text/csv')) },
  ...DEVICE_DESCRIPTIONS,
  ...PEOPLE_DESCRIPTIONS,
  ...HALL_DESCRIPTIONS,
  ...PRODUCT_FILE_DESCRIPTIONS,
  ...PRINTING_DESCRIPTIONS,
  ...UNCLAIMED_DESCRIPTIONS,
  ...ANNOUNCEMENT_DESCRIPTIONS,
  ...SELLER_DESCRIPTIONS,
  ...SELLERS_POLICY_DESCRIPTIONS,
  ...WEBHOOK_DESCRIPTIONS,
  ...MAIL_DESCRIPTIONS,
  ...LIVE_DESCRIPTIONS,
  ...DROPPED_DESCRIPTIONS,
  ...LABEL_DESCRIPTIONS,
  ...REPORT_DESCRIPTIONS,
  ...OVERVIEW_DESCRIPTIONS,
  ...SET_UP_DESCRIPTIONS,
  'GET /api/openapi.json': {
    summary: 'This description',
    tags: ['operations'],
    response: answer('OpenAPI 3.1', { type: 'object', additionalProperties: true }),
  },
  'GET /healthz': {
    summary: 'Is the process alive?',
    tags: ['operations'],
    response: answer('It is', Alive),
  },
  'GET /readyz': {
    summary: 'Can it do its work?',
    tags: ['operations'],
    response: { 200: { description: 'It can', ...Ready }, 503: { description: 'Not just now', ...Ready } },
  },
  'GET /metrics': {
    summary: 'Figures for Prometheus',
    tags: ['operations'],
    response: answer('In its text format', { content: { 'text/plain': { schema: { type: 'string' } } } }),
  },
}
