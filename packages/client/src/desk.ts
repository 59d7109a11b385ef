import type {
  BinItem,
  BinList,
  BinsBoard,
  BinsQuery,
  DeviceItem,
  DeviceList,
  DevicesQuery,
  DispositionReport,
  DispositionsBoard,
  DroppedList,
  DroppedQuery,
  Enrolment,
  EnrolmentState,
  ExpectedReturnList,
  ExpectedReturnsQuery,
  ImportList,
  ImportQuery,
  ImportReport,
  ImportsQuery,
  ParcelList,
  ParcelsQuery,
  PeopleBoard,
  PipelineBoard,
  ProductItem,
  ProductList,
  ProductsQuery,
  PutBin,
  PutProduct,
  PutSeller,
  PutStaff,
  ReportQuery,
  SellerItem,
  SellerList,
  SellersQuery,
  StaffItem,
  StaffList,
  StaffQuery,
  UnitList,
  UnitsQuery,
  WaitingBoard,
} from '@restow/contracts'
import type { Static, TSchema } from 'typebox'
import { announcements } from './announcements.ts'
import { apiKeys } from './api-keys.ts'
import { at, type Call, type ClientOptions, jsonOf, makeCall } from './call.ts'
import { createClient } from './client.ts'
import { dayMails } from './day-mails.ts'
import type { DemoSheet } from './demo-sheet.ts'
import { firstSetUp } from './first-set-up.ts'
import { hall } from './hall.ts'
import { labelTemplates } from './label-template.ts'
import { overview } from './overview.ts'
import { printerCare } from './printing.ts'
import { productFiles } from './product-files.ts'
import { houseCare } from './set-up.ts'
import { unclaimed } from './unclaimed.ts'
import { waiting } from './waiting.ts'
import { webhooks } from './webhooks.ts'

interface Boards {
  bins: BinsBoard
  dispositions: DispositionsBoard
  pipeline: PipelineBoard
  people: PeopleBoard
  waiting: WaitingBoard
}
export type BoardName = keyof Boards
export type Board<N extends BoardName> = Boards[N]

/** A file on its way may take its time on a slow line. */
const FILE_PATIENCE_MS = 600_000

/** What one list is asked, with the signal that gives the question up. */
type Asked<Q extends TSchema> = [query: Static<Q>, signal?: AbortSignal]

function lists(call: Call) {
  const list =
    <Q extends TSchema, A>(path: string) =>
    (...[query, signal]: Asked<Q>): Promise<A> =>
      jsonOf<A>(call('GET', path, { query: query as Record<string, string>, ...(signal ? { signal } : {}) }))
  return {
    units: list<typeof UnitsQuery, UnitList>('/api/units'),
    parcels: list<typeof ParcelsQuery, ParcelList>('/api/parcels'),
    expectedReturns: list<typeof ExpectedReturnsQuery, ExpectedReturnList>('/api/expected-returns'),
    imports: list<typeof ImportsQuery, ImportList>('/api/imports'),
    bins: list<typeof BinsQuery, BinList>('/api/bins'),
    products: list<typeof ProductsQuery, ProductList>('/api/products'),
    staff: list<typeof StaffQuery, StaffList>('/api/staff'),
    sellers: list<typeof SellersQuery, SellerList>('/api/sellers'),
  }
}

function setUp(call: Call) {
  const put = <A>(path: string, json: unknown) => jsonOf<A>(call('PUT', path, { json }))
  return {
    putBin: (code: string, bin: PutBin) => put<BinItem>(`/api/bins/${at(code)}`, bin),
    putProduct: (seller: string, sku: string, product: PutProduct) =>
      put<ProductItem>(`/api/products/${at(seller)}/${at(sku)}`, product),
    putStaff: (badge: string, staff: PutStaff) => put<StaffItem>(`/api/staff/${at(badge)}`, staff),
    unlockStaff: async (badge: string): Promise<void> =>
      void (await call('POST', `/api/staff/${at(badge)}/unlock`)),
    putSeller: (code: string, seller: PutSeller) => put<SellerItem>(`/api/sellers/${at(code)}`, seller),
  }
}

function deviceCare(call: Call) {
  const device = (deviceId: string) => `/api/devices/${at(deviceId)}`
  return {
    devices: (...[query, signal]: Asked<typeof DevicesQuery>) =>
      jsonOf<DeviceList>(
        call('GET', '/api/devices', {
          query: query as Record<string, string>,
          ...(signal ? { signal } : {}),
        }),
      ),
    makeEnrolment: (name: string) =>
      jsonOf<Enrolment>(call('POST', '/api/devices/enrolments', { json: { name } })),
    enrolmentState: (id: string, signal: AbortSignal) =>
      jsonOf<EnrolmentState>(call('GET', `/api/devices/enrolments/${at(id)}`, { signal })),
    nameDevice: (deviceId: string, name: string) =>
      jsonOf<DeviceItem>(call('PUT', device(deviceId), { json: { name } })),
    revokeDevice: (deviceId: string) => jsonOf<DeviceItem>(call('POST', `${device(deviceId)}/revoke`)),
    restoreDevice: (deviceId: string) => jsonOf<DeviceItem>(call('POST', `${device(deviceId)}/restore`)),
    droppedOn: (deviceId: string, ...[query, signal]: Asked<typeof DroppedQuery>) =>
      jsonOf<DroppedList>(
        call('GET', `${device(deviceId)}/dropped`, {
          query: query as Record<string, string>,
          ...(signal ? { signal } : {}),
        }),
      ),
  }
}

function boards(call: Call) {
  return {
    /** @returns null where nothing has changed since `etag` */
    board: async <N extends BoardName>(
      name: N,
      query: { seller?: string },
      etag: string | undefined,
      signal: AbortSignal,
    ): Promise<{ board: Board<N>; etag: string | undefined } | null> => {
      const answer = await call('GET', `/api/boards/${name}`, {
        query,
        signal,
        ...(etag ? { etag } : {}),
      })
      if (answer.status === 304) return null
      return { board: (await answer.json()) as Board<N>, etag: answer.headers.get('etag') ?? undefined }
    },
    report: (query: Static<typeof ReportQuery>, signal?: AbortSignal) =>
      jsonOf<DispositionReport>(
        call('GET', '/api/reports/dispositions', {
          query: { ...query, format: 'json' },
          ...(signal ? { signal } : {}),
        }),
      ),
  }
}

function files(call: Call) {
  return {
    importReturns: (query: Static<typeof ImportQuery>, file: Blob) =>
      jsonOf<ImportReport>(
        call('POST', '/api/imports/returns', {
          query,
          body: file,
          contentType: 'application/octet-stream',
          patienceMs: FILE_PATIENCE_MS,
        }),
      ),
    importOf: (id: string) => jsonOf<ImportReport>(call('GET', `/api/imports/${at(id)}`)),
    demo: () => jsonOf<DemoSheet>(call('GET', '/api/demo')),
  }
}

/** Where a day's report is to be downloaded; for a link. */
export const reportAddress = (query: Static<typeof ReportQuery>): string =>
  `/api/reports/dispositions?${new URLSearchParams(query as Record<string, string>)}`

/** What supervisors and sellers ask, beside what the floor does. */
export function createDeskClient(options: ClientOptions = {}) {
  const call = makeCall(options)
  return {
    ...createClient(options),
    ...lists(call),
    ...setUp(call),
    ...boards(call),
    ...files(call),
    ...firstSetUp(call),
    ...deviceCare(call),
    ...houseCare(call),
    ...unclaimed(call),
    ...waiting(call),
    ...printerCare(call),
    ...labelTemplates(call),
    ...apiKeys(call),
    ...webhooks(call),
    ...dayMails(call),
    ...announcements(call),
    ...hall(call),
    ...productFiles(call),
    ...overview(call),
  }
}
export type DeskClient = ReturnType<typeof createDeskClient>
