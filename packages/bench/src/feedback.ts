import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '@restow/server'
import { launchBrowser, openProfile } from '@restow/testkit/browser'
import { reachable, startServer } from '@restow/testkit/server-process'
import type { Page } from 'playwright-core'
import { bytesKept, bytesLoaded, bytesOnDisk, countKept, lookUpTimes } from './lib/copy-figures.ts'
import { CutLine } from './lib/cut-line.ts'
import { type Step, workOn } from './lib/dock-work.ts'
import { median, percentile, print, rounded } from './lib/figures.ts'
import { type Arriving, fillForFullCopy, PRODUCTS, RETURNS } from './lib/full-copy.ts'
import { BARE_PAGE, type Feedback, TimedScanner, WATCH } from './lib/scan-watch.ts'

/**
 * How long after the last character of a scan a worker hears and sees what became of it: on a slow handheld with a full
 * working copy, online and with the line cut, in turn.
 */

const ROUNDS = Math.max(5, Number(process.env.ROUNDS ?? 5))
const SLOWER = 6
const SCANS = 20
const PARCELS_A_ROUND = 3
/** Between two scans: faster than anyone works for long, and what the scan before set going still goes on. */
const PAUSE_MS = 400
const COPY_WITHIN_MS = 300_000

type Timed = Feedback & Pick<Step, 'kind'> & { readonly ms: number }
interface Round {
  /** Milliseconds on a page that does nothing else. */
  readonly bare: readonly number[]
  readonly online: readonly Timed[]
  readonly offline: readonly Timed[]
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const p95 = (scans: readonly Timed[]) =>
  percentile(
    scans.map(({ ms }) => ms),
    0.95,
  )

/** A handheld's screen, and who works on it. */
async function signIn(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await page.getByLabel('Badge').fill('OP1001')
  await page.getByLabel('PIN').fill('135790')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('heading', { name: 'Ready' }).waitFor()
}

/** Waits until the device says that its copy is complete. */
async function waitForCopy(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Menu/ }).click()
  await page.getByText(/^Working copy: complete/).waitFor({ timeout: COPY_WITHIN_MS })
  const { products, expected } = await countKept(page)
  if (products < PRODUCTS || expected < RETURNS)
    throw new Error(`The copy is called complete with ${products} products and ${expected} returns.`)
  await page.getByRole('button', { name: 'Home', exact: true }).click()
  await page.getByRole('heading', { name: 'Ready' }).waitFor()
}

class Shift {
  readonly #scanner: TimedScanner
  readonly #arriving: readonly Arriving[]
  #parcels = 0

  constructor(scanner: TimedScanner, arriving: readonly Arriving[]) {
    this.#scanner = scanner
    this.#arriving = arriving
  }

  /** One round of scans, on parcels that nobody has touched. */
  async work(): Promise<Timed[]> {
    const parcels = this.#arriving.slice(this.#parcels, this.#parcels + PARCELS_A_ROUND)
    const steps = parcels.flatMap((parcel, i) => workOn(parcel, this.#parcels + i)).slice(0, SCANS)
    this.#parcels += PARCELS_A_ROUND
    const scans: Timed[] = []
    for (const { kind, code, sights } of steps) {
      const feedback = await this.#scanner.scan(code, sights)
      if (!feedback.isAudible) throw new Error('The browser has no sound: how long it takes cannot be told.')
      scans.push({ ...feedback, kind, ms: Math.max(feedback.heard, feedback.painted) })
      await pause(PAUSE_MS)
    }
    return scans
  }
}

/** The same browser, as much slower, on a page that does nothing else: how busy the computer is otherwise. */
async function timeBare(page: Page): Promise<number[]> {
  const bare = await page.context().newPage()
  try {
    await bare.goto(`data:text/html,${encodeURIComponent(BARE_PAGE)}`)
    const scanner = await slowScanner(bare)
    const times: number[] = []
    for (let n = 1; n <= SCANS; n++) {
      const { heard, painted } = await scanner.scan('', [[{ within: 'main', text: '.'.repeat(n) }]])
      times.push(Math.max(heard, painted))
    }
    return times
  } finally {
    await bare.close()
    await page.bringToFront()
  }
}

async function slowScanner(page: Page): Promise<TimedScanner> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  return new TimedScanner(page, cdp)
}

async function measure(page: Page, line: CutLine, shift: Shift): Promise<Round[]> {
  const rounds: Round[] = []
  // Not counted: the first of everything is paid for once a day, and reported apart.
  await shift.work()
  for (let round = 0; round < ROUNDS; round++) {
    const bare = await timeBare(page)
    const online = await shift.work()
    await line.cut()
    const offline = await shift.work()
    await line.mend()
    // What was done meanwhile is on its way before the next round begins.
    await page.getByRole('button', { name: 'all sent' }).waitFor({ timeout: 60_000 })
    rounds.push({ bare, online, offline })
  }
  return rounds
}

function byKind(scans: readonly Timed[]): Record<string, { heard: number; painted: number; p95: number }> {
  const kinds = [...new Set(scans.map(({ kind }) => kind))]
  return Object.fromEntries(
    kinds.map((kind) => {
      const own = scans.filter((scan) => scan.kind === kind)
      const middle = (of: 'heard' | 'painted') => rounded(median(own.map((scan) => scan[of])))
      return [kind, { heard: middle('heard'), painted: middle('painted'), p95: rounded(p95(own), 1) }]
    }),
  )
}

function report(rounds: readonly Round[], copy: Record<string, number>): void {
  const [online, offline] = [rounds.flatMap((r) => r.online), rounds.flatMap((r) => r.offline)]
  const ratios = rounds.map((round) => p95(round.offline) / p95(round.online))
  print({
    ...{ bench: 'feedback', figure: 'p95_ms', unit: 'ms', higherIsBetter: false },
    value: p95([...online, ...offline]),
    detail: {
      ...{ scans: online.length + offline.length, cpu_slower: SLOWER, ...copy },
      bare_p95_ms: rounded(
        percentile(
          rounds.flatMap(({ bare }) => bare),
          0.95,
        ),
      ),
      median_ms: rounded(median([...online, ...offline].map(({ ms }) => ms))),
      ...{ online: byKind(online), offline: byKind(offline) },
    },
  })
  print({
    ...{ bench: 'feedback', figure: 'offline_vs_online', unit: 'ratio', higherIsBetter: false },
    value: median(ratios),
    detail: {
      online_p95_ms: rounds.map((round) => rounded(p95(round.online), 1)),
      offline_p95_ms: rounds.map((round) => rounded(p95(round.offline), 1)),
    },
  })
}

async function onHandheld(line: CutLine, arriving: readonly Arriving[]): Promise<void> {
  const onDisk = await sizeOnDisk(line.origin)
  const browser = await launchBrowser()
  try {
    const context = await browser.newContext({
      ...{ viewport: { width: 360, height: 640 }, deviceScaleFactor: 2, hasTouch: true, locale: 'en-US' },
    })
    await context.addInitScript(WATCH)
    const page = await context.newPage()
    await page.goto(`${line.origin}/floor/`)
    const before = await bytesKept(page)
    await signIn(page)
    const scripts = await bytesLoaded(page)
    const began = performance.now()
    await waitForCopy(page)
    const loaded = performance.now() - began
    const kept = (await bytesKept(page)) - before
    const scanner = await slowScanner(page)
    const lookUps = await lookUpTimes(
      page,
      arriving.slice(-200).flatMap(({ tracking, codes }) => [tracking, codes[2]]),
    )
    const rounds = await measure(page, line, new Shift(scanner, arriving))
    report(rounds, {
      copy_mb: rounded(kept / 1e6, 1),
      ...onDisk,
      copy_loaded_s: rounded(loaded / 1000, 1),
      look_up_p95_ms: rounded(percentile(lookUps, 0.95), 1),
      first_load_kb: rounded(scripts / 1000, 1),
    })
  } finally {
    await browser.close()
  }
}

/**
 * The same copy in a profile that stays, as a handheld's does: a window without one has another store for it, in memory.
 * @returns megabytes of the profile's files, with the browser shut: its databases, and what it keeps of answers
 */
async function sizeOnDisk(origin: string): Promise<Record<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), 'restow-profile-'))
  try {
    const context = await openProfile(folder, { locale: 'en-US' })
    try {
      const page = await context.newPage()
      await page.goto(`${origin}/floor/`)
      await signIn(page)
      await waitForCopy(page)
    } finally {
      await context.close()
    }
    const [databases, answers] = ['IndexedDB', 'Cache'].map((name) =>
      bytesOnDisk(join(folder, 'Default', name)),
    )
    return {
      copy_on_disk_mb: rounded((databases ?? 0) / 1e6, 1),
      http_cache_mb: rounded((answers ?? 0) / 1e6, 1),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function main(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'restow-feedback-'))
  const postgres = await startEmbedded({ dataDir: reachable(dataDir) })
  try {
    const server = await startServer({
      ...{ DATABASE_URL: postgres.appUrl, DATABASE_OWNER_URL: postgres.ownerUrl },
      ...{ RESTOW_DATA_DIR: dataDir, RESTOW_DEMO: '1' },
    })
    try {
      const arriving = await fillForFullCopy(postgres.adminUrl)
      const line = await CutLine.lay(server.port)
      await onHandheld(line, arriving).finally(() => line.cut())
    } finally {
      await server.stop()
    }
  } finally {
    await postgres.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

await main()
