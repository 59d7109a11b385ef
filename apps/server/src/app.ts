import cookies from '@fastify/cookie'
import { COMMAND_SCHEMAS } from '@restow/contracts'
import { leads } from '@restow/domain'
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import { boardRoutes } from './boards/boards.route.ts'
import { LatestBoards } from './boards/latest.ts'
import { type LiveBoardOptions, liveRoute } from './boards/live.route.ts'
import { undecidedOf } from './boards/undecided.ts'
import { waitingRoute } from './boards/waiting.route.ts'
import { catalogRoutes } from './catalog/catalog.route.ts'
import { askingAs, checkSeller, placeFor } from './catalog/places.ts'
import { copyRoutes } from './copy/copy.route.ts'
import type { Database } from './db/pool.ts'
import { decisionRoutes } from './decisions/decisions.route.ts'
import { HOUSE_CHECKLISTS } from './demo/checklists.ts'
import { demoSheetRoutes } from './demo/demo-sheet.route.ts'
import { deviceRoutes } from './devices/devices.route.ts'
import { droppedRoutes } from './devices/dropped.route.ts'
import type { Guessing } from './devices/enrol.ts'
import { checkOrigin, clientErrorHandler, errorAnswers, frameworkErrors, toldOf } from './errors.route.ts'
import { firstSetUpRoutes } from './first-set-up/first-set-up.route.ts'
import type { SetUpCode } from './first-set-up/set-up-code.ts'
import { healthRoutes } from './health.route.ts'
import { matchingDoor, openMatching } from './imports/match-arrived.ts'
import { incomingRoutes } from './incoming.route.ts'
import { findChecklistUsed, findOwnChecksUsed } from './inspect/inspect.queries.ts'
import { commandRoutes } from './ledger/commands.route.ts'
import { openFeed } from './ledger/open-feed.ts'
import { lookupRoutes } from './lookup/lookup.route.ts'
import type { MailOptions } from './mail/mail-queue.route.ts'
import { KNOWLEDGE, openLedger } from './open-ledger.ts'
import { measured, metricsRoutes } from './operations/metrics.route.ts'
import { Metrics } from './operations/metrics.ts'
import { openApi, openApiRoutes } from './operations/openapi.route.ts'
import { type Pages, pageRoutes } from './pages.route.ts'
import { readThumbs } from './photos/thumbs.ts'
import { labelFaces } from './printing/faces.ts'
import { printingRoutes } from './printing/printing.route.ts'
import { type PrintingOptions, printQueueRoutes } from './printing/queue.route.ts'
import { countRoutes } from './putaway/counts.route.ts'
import { suggestBin } from './putaway/putaway.queries.ts'
import { findAnnounced } from './receive/receive.queries.ts'
import { addDays, dayAt, dayBounds } from './reports/business-day.ts'
import { closeDays } from './reports/close-days.route.ts'
import { BOM, csvLine } from './reports/csv.ts'
import { overviewRoute } from './reports/overview.route.ts'
import type { OnPaper } from './reports/pdf/pdf-report.ts'
import { reportRoutes } from './reports/report.route.ts'
import { searchRoutes } from './search/search.route.ts'
import { apiKeyRoutes } from './sessions/api-keys.route.ts'
import { carriedBy } from './sessions/cookie.ts'
import {
  adminOf,
  isSame,
  looking,
  mayActFor,
  mayDecideFor,
  nobodyWhereRefused,
  sellerUserOf,
  signedIn,
  staffOf,
  supervisorOf,
} from './sessions/guard.ts'
import { recognising } from './sessions/recognise.ts'
import { SCOPED } from './sessions/scopes.ts'
import { LOOKS } from './sessions/screen.ts'
import { screenRoutes } from './sessions/screens.route.ts'
import { hashSecret } from './sessions/secrets.ts'
import { sessionRoutes } from './sessions/session.route.ts'
import { checkGuess } from './sessions/sessions.queries.ts'
import { openSessions, SENDS, type Sessions } from './sessions/sessions.ts'
import { tellingRoutes } from './telling.route.ts'
import { unclaimedRoutes } from './unclaimed/unclaimed.route.ts'
import { unitRoutes } from './units/units.route.ts'
import type { WebhookOptions } from './webhooks/webhook-queue.route.ts'
import { askerOf, boardsPlace, changerFor, lookerOf } from './who-asks.ts'

export interface AppOptions {
  readonly db: Database
  readonly dataDir: string
  /** Further origins that browsers may call from, beside the server's own. */
  readonly origins?: readonly string[]
  /** How many reverse proxies in front are believed about where a request came from, and by which scheme. */
  readonly proxies?: number
  readonly logLevel?: string
  readonly tls?: { cert: Buffer; key: Buffer } | null
  /** Folders of the built pages; left out where only the API is wanted. */
  readonly pages?: Pages | null
  /** What opens the first set-up; without it a server that has no warehouse stays without. */
  readonly setUpCode?: SetUpCode | null
  /** Where printers may be, and how patient printing is; as usual where nothing is said. */
  readonly printing?: PrintingOptions
  readonly live?: LiveBoardOptions
  /** Whether this node closes business days when it is its turn; where none does, reports stay open. */
  readonly closesDays?: boolean
  /** Where webhooks may lead, and how patient they are; as usual where nothing is said. */
  readonly webhooks?: WebhookOptions
  /** How e-mail is sent; none is where nothing is said. */
  readonly mail?: MailOptions
}

/** Wrong enrolment codes from one place, after which it has to wait. */
const ENROLMENTS = { wrong: 20, pauseS: 15 * 60 }
/** Numbers of one seller that no unclaimed parcel has, after which it has to wait: they can be tried out. */
const UNCLAIMED_SEARCHES = { wrong: 60, pauseS: 15 * 60, keeps: true }
/** Keys that are none from one address. */
const KEYS = { wrong: 30, pauseS: 15 * 60 }
const guessing: Guessing = (tx, from, fits) => checkGuess(tx, `enrolment ${from}`, '', ENROLMENTS, fits)

function createServer({ logLevel, tls, proxies = 0 }: AppOptions): FastifyInstance {
  const logger = {
    level: logLevel ?? 'silent',
    // No PIN, key, cookie or body is ever logged: a request is its method, its route and its answer.
    serializers: {
      err: toldOf,
      req: (request: { method: string; url: string }) => ({
        method: request.method,
        path: request.url.split('?')[0],
      }),
    },
  }
  const options = {
    logger,
    bodyLimit: 1024 * 1024,
    frameworkErrors,
    clientErrorHandler,
    // A hop is counted from 1 here: with 0 nobody in front is believed.
    trustProxy: proxies > 0 && ((_address: string, hop: number) => hop < proxies),
    // A command that carries such a key is rejected by its schema; the batch around it must not be.
    onProtoPoisoning: 'ignore' as const,
    onConstructorPoisoning: 'ignore' as const,
    routerOptions: { maxParamLength: 512 },
    forceCloseConnections: 'idle' as const,
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false, allErrors: false } as const },
  }
  return tls ? (Fastify({ ...options, https: tls }) as unknown as FastifyInstance) : Fastify(options)
}

/** What reports have on paper beside their rows. */
const paperOf = ({ db, dataDir }: AppOptions): OnPaper => ({
  faces: labelFaces,
  thumbs: (hashes, before) => readThumbs(db.staff, dataDir, hashes, before),
})

/** What pages and sellers' scripts read, and what is set up. */
function readingRoutes(app: FastifyInstance, options: AppOptions, latest: LatestBoards): void {
  const { db } = options
  unitRoutes(app, { asker: lookerOf(db), csv: { line: csvLine, bom: BOM } })
  searchRoutes(app, {
    searcher: (request) => ({ ...lookerOf(db)(request), isLead: leads(signedIn(request).role) }),
  })
  boardRoutes(app, { latest, place: boardsPlace(db) })
  waitingRoute(app, {
    place: (request, wanted) => placeFor(db, askerOf(request), wanted),
    looker: (request) => {
      const { role } = signedIn(request)
      return role === 'seller' ? role : supervisorOf(request).role
    },
  })
  reportRoutes(app, {
    place: (request, wanted) => placeFor(db, askerOf(request), wanted),
    paper: paperOf(options),
  })
  overviewRoute(app, {
    place: (request, wanted) => placeFor(db, askerOf(request), wanted),
    undecided: (request, at, seller) =>
      undecidedOf(latest, { ...at, seller, eyes: request.session?.seller ?? null }),
  })
  catalogRoutes(app, {
    db,
    asking: (request) => askingAs(db, askerOf(request).seller),
    readerOf: mayActFor,
    changerOf: changerFor(db),
    staff: staffOf,
    supervisor: supervisorOf,
    admin: adminOf,
    hashSecret,
  })
}

type SessionOf = (request: FastifyRequest) => ReturnType<Sessions['of']>

/** Who somebody is, and how a house, its people and its devices come in. @returns whose session a request is of, asked anew */
function entranceRoutes(app: FastifyInstance, { db, setUpCode }: AppOptions): SessionOf {
  const wrongKey = async (from: string) =>
    (await checkGuess(db.tx, `key ${from}`, '', KEYS, () => Promise.resolve(false))) !== 'wrong'
  const sessions = openSessions({ on: db.often, line: db.line, wrongKey })
  app.decorateRequest('session', null)
  app.decorateRequest('confirm', null)
  const askingOf = (request: FastifyRequest) => ({
    cookie: carriedBy(request),
    authorization: request.headers.authorization,
    route: `${request.method} ${request.routeOptions.url ?? ''}`,
    from: request.ip,
  })
  const recognise = recognising(sessions, askingOf)
  app.addHook('preParsing', async (request) => {
    // Pages and health need nobody to be signed in, and no database to say so.
    if (request.url.startsWith('/api/')) await recognise(request)
  })
  sessionRoutes(app, { db })
  screenRoutes(app, { db })
  apiKeyRoutes(app, { asking: (request) => askingAs(db, askerOf(request).seller), checkSeller })
  firstSetUpRoutes(app, { db, code: setUpCode ?? null, checklists: HOUSE_CHECKLISTS, hashSecret })
  deviceRoutes(app, { db, staff: staffOf, supervisor: supervisorOf, guessing })
  droppedRoutes(app, { db, staff: staffOf, supervisor: supervisorOf })
  return (request) => sessions.of(askingOf(request))
}

/** The one door to the ledger, the feed of what came of it, and the matching of what is here with what is announced. */
function openHouse(app: FastifyInstance, db: Database, metrics: Metrics) {
  const feed = openFeed(db, (err) => app.log.warn({ err }, 'the feed goes on in a moment'))
  app.addHook('onReady', async () => feed.open())
  app.addHook('onClose', () => feed.close())
  const ledger = openLedger(db, {
    onBug: (err) => app.log.error({ err }, 'a rule broke'),
    giving: feed.giving,
  })
  const means = { on: db.staff, door: metrics.counting(ledger) }
  const matching = openMatching(means)
  const unmatched = (err: unknown) => app.log.error({ err }, 'what came in was not matched')
  app.addHook('onListen', () => void matching.all().catch(unmatched))
  const door = matchingDoor({ ...means, on: db.often }, unmatched)
  app.addHook('onClose', () => door.close())
  return { feed, matching, door }
}
type House = ReturnType<typeof openHouse>

/** What a handheld does all day: commands, looking up, its copy, and what is printed for it. */
function floorRoutes(app: FastifyInstance, { db, printing }: AppOptions, { door, feed }: House): void {
  commandRoutes(app, { door, sender: staffOf, confirming: ({ confirm }) => confirm })
  lookupRoutes(app, {
    db,
    sources: {
      ...{ knowledge: KNOWLEDGE, suggestBin },
      ...{ checklistUsed: findChecklistUsed, ownChecksUsed: findOwnChecksUsed },
    },
    asker: askerOf,
  })
  unclaimedRoutes(app, {
    ...{ db, door, staff: staffOf, admin: adminOf, sellerOf: sellerUserOf },
    guessing: (tx, from, fits) => checkGuess(tx, from, '', UNCLAIMED_SEARCHES, fits),
  })
  decisionRoutes(app, { db, door, sellerOf: sellerUserOf })
  copyRoutes(app, { db, staff: staffOf, announcedById: findAnnounced })
  countRoutes(app, { db, staff: staffOf })
  printingRoutes(app, {
    ...{ db, staff: staffOf, supervisor: supervisorOf },
    templates: {
      asking: (request) => askingAs(db, askerOf(request).seller),
      reader: mayActFor,
      writer: mayDecideFor,
      checkSeller,
    },
  })
  printQueueRoutes(app, { db, feed, staff: staffOf, supervisor: supervisorOf, ...printing })
}

/** The whole server on one page, in the order of the flow. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { db, dataDir } = options
  const app = createServer(options)
  await app.register(cookies)
  errorAnswers(app, { origins: options.origins ?? [] })
  const metrics = new Metrics(db.staff, Object.keys(COMMAND_SCHEMAS))
  measured(app, { metrics })
  await openApi(app, { sends: SENDS, scoped: SCOPED, looks: LOOKS })
  demoSheetRoutes(app, { db, suggestBin })
  healthRoutes(app, { db, dataDir })
  metricsRoutes(app, { metrics })

  const sessionOf = entranceRoutes(app, options)
  const house = openHouse(app, db, metrics)
  closeDays(app, options)
  floorRoutes(app, options, house)
  await incomingRoutes(app, { db, dataDir, matching: house.matching })
  await tellingRoutes(app, { ...options, feed: house.feed, paper: paperOf(options) })
  const latest = new LatestBoards(
    { addDays, dayAt, dayBounds },
    { whole: db.inOneSnapshot, often: (question) => question(db.seldom) },
  )
  readingRoutes(app, options, latest)
  const live = await liveRoute(app, {
    ...options.live,
    ...{ feed: house.feed, latest, place: boardsPlace(db) },
    admit: (request) => {
      checkOrigin(request, options.origins ?? [])
      looking(request)
    },
    stillSignedIn: async (request) =>
      isSame(request.session, await sessionOf(request).catch(nobodyWhereRefused)),
  })
  metrics.watch(house.feed, live)
  await openApiRoutes(app)
  if (options.pages) await pageRoutes(app, options.pages)
  return app
}
