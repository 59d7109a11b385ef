import {
  AddPrinter,
  ChangePrinter,
  DeviceParams,
  DevicePrinter,
  PrinterItem,
  PrinterList,
  PrinterParams,
  PrintersQuery,
  PrintJob,
  PrintSettings,
  PutDevicePrinter,
  TestPrint,
} from '@restow/contracts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Static } from 'typebox'
import type { Database, Queryable } from '../db/pool.ts'
import { listed, pageOf } from '../paging.ts'
import { notFound, ProblemError } from '../problem.ts'
import { type Asker, printerUnknown } from './asking.ts'
import type { Bell } from './bell.ts'
import type { Draw } from './drawn.ts'
import { findJob } from './print-jobs.queries.ts'
import {
  addPrinter,
  agentIsThere,
  changePrinter,
  findDevicePrinter,
  findPrinter,
  findPrinters,
  findPrintSettings,
  type PrinterSettings,
  removePrinter,
  setDevicePrinter,
  setPrintSettings,
  tryPrinterNow,
} from './printers.queries.ts'
import { mayReach, mayUsePort, type PrinterReach } from './reach.ts'
import { queueTest } from './test-print.ts'

interface Options {
  readonly on: Queryable
  readonly db: Pick<Database, 'settingUp' | 'together'>
  readonly draw: Draw
  readonly reach: PrinterReach
  readonly bell: Bell
  readonly staff: (request: FastifyRequest) => Asker
  readonly supervisor: (request: FastifyRequest) => Asker
}
const tags = ['printing']
type OfPrinter = { Params: Static<typeof PrinterParams> }

const refuse = (code: string, sentence: string) => new ProblemError(422, code, sentence)

/** What a printer has where nothing is said of it. */
const USUAL = {
  place: null,
  agent: null,
  tells: true,
  sizes: {},
  orientation: 'landscape',
  darkness: null,
  speed: null,
  cut: false,
} as const

/** The printers of the warehouse, and which of them a device prints on. */
export function printerRoutes(app: FastifyInstance, options: Options): void {
  register(app, options)
  changes(app, options)
  devices(app, options)
  settings(app, options)
}

const thePrinter = async (on: Queryable, warehouse: string, code: string): Promise<PrinterItem> => {
  const found = await findPrinter(on, warehouse, code)
  if (!found) throw notFound(`printer ${code}`)
  return found
}

/** @throws 422 printer_port, printer_address, agent_unknown */
async function check({ on, reach }: Options, warehouse: string, settings: PrinterSettings): Promise<void> {
  const { host, port, agent } = settings
  if (!mayUsePort(reach, port)) {
    const ports = reach.ports.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`))
    throw refuse(
      'printer_port',
      `Port ${port} is none of a printer’s: ${ports.join(', ')}. An administrator can allow others.`,
    )
  }
  if (agent !== null) {
    if (await agentIsThere(on, warehouse, agent)) return
    throw refuse('agent_unknown', 'There is no such print agent. Look it up in the list of agents.')
  }
  // A name is looked up, and what it leads to is held against the same rule, at each connection.
  const isAddress = /^[\d.]+$|:/.test(host)
  if ((isAddress && !mayReach(reach, host)) || (!reach.loopback && /^localhost\.?$/i.test(host)))
    throw refuse('printer_address', `${host} is not reached from here. Enter the printer’s own address.`)
}

function register(app: FastifyInstance, options: Options): void {
  const { on, staff, supervisor } = options
  app.get<{ Querystring: Static<typeof PrintersQuery> }>(
    '/api/printers',
    { schema: { tags, querystring: PrintersQuery, response: { 200: PrinterList } } },
    async (request) => {
      const page = pageOf(request.query, ['text'])
      const rows = await findPrinters(on, staff(request).warehouse, page)
      return listed(
        page,
        rows,
        (row) => [row.code],
        (row) => row,
      )
    },
  )

  app.get<OfPrinter>(
    '/api/printers/:code',
    { schema: { tags, params: PrinterParams, response: { 200: PrinterItem } } },
    (request) => thePrinter(on, staff(request).warehouse, request.params.code),
  )

  app.post<{ Body: AddPrinter }>(
    '/api/printers',
    { schema: { tags, body: AddPrinter, response: { 200: PrinterItem } } },
    async (request) => {
      const { user, warehouse } = supervisor(request)
      const settings: PrinterSettings = { ...USUAL, ...request.body, name: request.body.name.trim() }
      await check(options, warehouse, settings)
      if (!(await options.db.settingUp(user, (as) => addPrinter(as, warehouse, settings))))
        throw new ProblemError(409, 'printer_exists', `There is a printer ${settings.code} already.`)
      return thePrinter(on, warehouse, settings.code)
    },
  )
}

function changes(app: FastifyInstance, options: Options): void {
  const { on, db, bell, supervisor } = options
  app.patch<OfPrinter & { Body: ChangePrinter }>(
    '/api/printers/:code',
    { schema: { tags, params: PrinterParams, body: ChangePrinter, response: { 200: PrinterItem } } },
    async (request) => {
      const { user, warehouse } = supervisor(request)
      const { code } = request.params
      const settings: PrinterSettings = { ...(await thePrinter(on, warehouse, code)), ...request.body, code }
      await check(options, warehouse, settings)
      if (!(await db.settingUp(user, (as) => changePrinter(as, warehouse, settings))))
        throw notFound(`printer ${code}`)
      bell.ring()
      return thePrinter(on, warehouse, code)
    },
  )

  app.delete<OfPrinter>(
    '/api/printers/:code',
    { schema: { tags, params: PrinterParams } },
    async (request, reply) => {
      const { user, warehouse } = supervisor(request)
      const { code } = request.params
      const waiting = await db.settingUp(user, (as) => removePrinter(as, warehouse, code))
      if (waiting === null) throw notFound(`printer ${code}`)
      if (waiting > 0)
        throw new ProblemError(
          409,
          'printer_has_jobs',
          `${waiting} jobs still wait for ${code}. Cancel them or let them be printed first.`,
        )
      return reply.code(204).send()
    },
  )

  app.post<OfPrinter & { Body: Static<typeof TestPrint> }>(
    '/api/printers/:code/test',
    { schema: { tags, params: PrinterParams, body: TestPrint, response: { 200: PrintJob } } },
    async (request) => {
      const asker = supervisor(request)
      const printer = await thePrinter(on, asker.warehouse, request.params.code)
      await queueTest(options, asker, printer, request.body.id)
      await tryPrinterNow(on, asker.warehouse, printer.code)
      bell.ring()
      const job = await findJob(on, asker.warehouse, request.body.id)
      if (!job) throw new Error('the test print was not kept')
      return job
    },
  )
}

function devices(app: FastifyInstance, { on, staff }: Options): void {
  type OfDevice = { Params: Static<typeof DeviceParams> }
  const answer = { params: DeviceParams, response: { 200: DevicePrinter } }
  const answerOf = async (warehouse: string, deviceId: string) => ({
    printer: await findDevicePrinter(on, warehouse, deviceId),
    ...(await findPrintSettings(on, warehouse)),
  })

  app.get<OfDevice>('/api/devices/:deviceId/printer', { schema: { tags, ...answer } }, (request) =>
    answerOf(staff(request).warehouse, request.params.deviceId),
  )

  app.put<OfDevice & { Body: Static<typeof PutDevicePrinter> }>(
    '/api/devices/:deviceId/printer',
    { schema: { tags, ...answer, body: PutDevicePrinter } },
    async (request) => {
      const { warehouse } = staff(request)
      const { deviceId } = request.params
      const code = request.body.printer?.replace(/^\.P\./, '') ?? null
      if (code !== null && !(await findPrinter(on, warehouse, code))) throw printerUnknown(code, warehouse)
      if (!(await setDevicePrinter(on, warehouse, deviceId, code))) throw notFound(`device ${deviceId}`)
      return answerOf(warehouse, deviceId)
    },
  )
}

function settings(app: FastifyInstance, { on, db, staff, supervisor }: Options): void {
  const answer = { response: { 200: PrintSettings } }
  app.get('/api/print-settings', { schema: { tags, ...answer } }, (request) =>
    findPrintSettings(on, staff(request).warehouse),
  )

  app.put<{ Body: PrintSettings }>(
    '/api/print-settings',
    { schema: { tags, body: PrintSettings, ...answer } },
    async (request) => {
      const { user, warehouse } = supervisor(request)
      await db.settingUp(user, (as) => setPrintSettings(as, warehouse, request.body))
      return findPrintSettings(on, warehouse)
    },
  )
}
