import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeScan } from '@restow/barcodes'
import type { ImportReport, NextStep, ParcelView, ScanAnswer, UnitView } from '@restow/contracts'
import { worstGrade } from '@restow/domain'
import { generateReturns, openDatabase, runningAppUrl, verifyLedger } from '@restow/server'
import { Handheld } from '@restow/testkit/commands'
import { startServer } from '@restow/testkit/server-process'
import { Api } from './lib/api.ts'
import { print } from './lib/figures.ts'
import { PNG } from './lib/picture.ts'
import { readTotals, type Totals, totalsOf } from './lib/totals.ts'

/**
 * A day's work by HTTP alone: every parcel and line of a file of announced returns goes from the dock to a bin.
 * `npm run bench -- day [file] [scans]`; without a file, over made returns.
 */

interface Work {
  readonly file: string
  /** What a scanner reads off each parcel's label. */
  readonly scans: ReadonlyMap<string, string>
}

function readWork([file, scans]: string[]): Work {
  for (const path of [file, scans])
    if (path !== undefined && !existsSync(path)) throw new Error(`There is no file ${path}.`)
  const random = () => 0.37
  const text = file
    ? readFileSync(file, 'utf8')
    : generateReturns({ seed: 'bench day', seller: 'LOTUS', endingOn: '2026-11-20', parcels: 120 }).file
  const trackings = [...new Set(readTotals(text).trackings)]
  const scanned = scans
    ? (JSON.parse(readFileSync(scans, 'utf8')) as { tracking: string; scanned: string }[])
    : []
  const known = new Map(scanned.map((s) => [s.tracking, s.scanned]))
  return { file: text, scans: new Map(trackings.map((t) => [t, known.get(t) ?? makeScan(t, random)])) }
}

const next = (view: { next: NextStep[] }, command: string): NextStep => {
  const step = view.next.find((s) => s.command === command)
  if (!step?.allowed) throw new Error(`${command} is not allowed: ${step?.message ?? 'not listed'}`)
  return step
}

class Worker {
  readonly lpns: string[] = []
  readonly #api: Api
  readonly #hand: Handheld
  readonly #photo: string

  constructor(api: Api, deviceId: string, photo: string) {
    this.#api = api
    this.#hand = new Handheld(deviceId)
    this.#photo = photo
  }

  async parcel(scan: string, tracking: string): Promise<void> {
    const found = await this.#api.call<ScanAnswer>('GET', `/api/scan?code=${encodeURIComponent(scan)}`)
    if (found.kind !== 'expected' || found.expected?.[0]?.trackingNumber !== tracking)
      throw new Error(`the scan of ${tracking} is read as ${found.kind}`)
    await this.#api.must([this.#hand.command('ReceiveParcel', { tracking: scan, condition: 'intact' })])
    const parcel = await this.#api.call<ParcelView>('GET', `/api/parcels/${encodeURIComponent(tracking)}`)
    const lines = parcel.expected.flatMap((e) => e.lines)
    const { lpns } = await this.#api.call<{ lpns: string[] }>('POST', '/api/plates', { count: lines.length })
    for (const [i, { sku, quantity }] of lines.entries()) await this.#unit(scan, lpns[i] ?? '', sku, quantity)
    await this.#api.must([this.#hand.command('CloseParcel', { parcel: scan })])
  }

  async #unit(parcel: string, lpn: string, sku: string, quantity: number): Promise<void> {
    const photo = { subject: { lpn }, sha256: this.#photo, takenAt: new Date().toISOString() }
    await this.#api.must([
      this.#hand.command('RegisterUnit', { parcel, lpn, product: { sku }, quantity }),
      this.#hand.command('AttachPhoto', { ...photo, angle: 'front' }),
      this.#hand.command('AttachPhoto', { ...photo, angle: 'damage' }),
    ])
    const unit = await this.#api.call<UnitView>('GET', `/api/units/${lpn}`)
    const { checklist = [] } = next(unit, 'InspectUnit')
    // Every third unit is worn and every seventh broken, so that all three ways are taken.
    const wear = this.lpns.length % 7 === 6 ? 'worst' : this.lpns.length % 3 === 1 ? 'middle' : 'best'
    const chosen = checklist.map(({ check, answers, caps }, i) => {
      const n =
        wear === 'best' || i > 1 ? 0 : wear === 'worst' ? answers.length - 1 : Math.min(2, answers.length - 1)
      return { check, answer: answers[n] ?? '', cap: caps[n] ?? 'unsellable' }
    })
    const answers = chosen.map(({ check, answer }) => ({ check, answer }))
    const grade = worstGrade(chosen.map((c) => c.cap))
    await this.#api.must([
      this.#hand.command('InspectUnit', { lpn, identity: 'as_announced', answers, findings: [], grade }),
    ])
    const inspected = await this.#api.call<UnitView>('GET', `/api/units/${lpn}`)
    const suggestion = next(inspected, 'ClassifyUnit').suggestion
    if (!suggestion) throw new Error(`nothing is suggested for ${lpn}`)
    const { disposition, route } = suggestion
    await this.#api.must([this.#hand.command('ClassifyUnit', { lpn, disposition, route })])
    this.lpns.push(lpn)
  }

  async putAway(lpn: string): Promise<string> {
    const unit = await this.#api.call<UnitView>('GET', `/api/units/${lpn}`)
    const bin = next(unit, 'PutAwayUnit').suggestedBin
    if (!bin) throw new Error(`no bin is suggested for ${lpn}`)
    await this.#api.must([this.#hand.command('PutAwayUnit', { lpn, bin })])
    return unit.disposition ?? ''
  }
}

async function work(
  api: Api,
  { file, scans }: Work,
): Promise<{ units: UnitView[]; dispositions: Record<string, number> }> {
  const photo = createHash('sha256').update(PNG).digest('hex')
  await api.call('PUT', `/api/photos/${photo}`, PNG, 'image/png')
  const send = () =>
    api.call<ImportReport>('POST', '/api/imports/returns?seller=LOTUS&format=amazon', file, 'text/plain')
  const [first, again] = [await send(), await send()]
  if (first.rejected.length > 0)
    throw new Error(`the import rejects ${JSON.stringify(first.rejected.slice(0, 3))}`)
  if (again.unchanged !== again.total)
    throw new Error(`the file again changes something: ${JSON.stringify(again)}`)
  const parcels = [...scans]
  const workers = Array.from({ length: 8 }, (_, i) => new Worker(api, `bench-${i}`, photo))
  await Promise.all(
    workers.map(async (worker) => {
      for (let p = parcels.pop(); p; p = parcels.pop()) await worker.parcel(p[1], p[0])
    }),
  )
  const lpns = [...new Set(workers.flatMap((w) => w.lpns))]
  const dispositions: Record<string, number> = {}
  const [shelver] = workers
  for (const lpn of lpns) {
    const disposition = (await shelver?.putAway(lpn)) ?? ''
    dispositions[disposition] = (dispositions[disposition] ?? 0) + 1
  }
  const units: UnitView[] = []
  for (const lpn of lpns) units.push(await api.call<UnitView>('GET', `/api/units/${lpn}`))
  return { units, dispositions }
}

const sameTotals = (a: Totals, b: Totals): boolean => JSON.stringify(a) === JSON.stringify(b)

async function main(): Promise<void> {
  const wanted = readWork(process.argv.slice(2))
  const dataDir = mkdtempSync(join(tmpdir(), 'restow-day-'))
  const server = await startServer({ RESTOW_DATA_DIR: dataDir, RESTOW_DEMO: '1' })
  try {
    const api = new Api(server.origin)
    await api.signIn('OP1001', '135790')
    const began = process.hrtime.bigint()
    const { units, dispositions } = await work(api, wanted)
    const seconds = Number(process.hrtime.bigint() - began) / 1e9
    const db = openDatabase(runningAppUrl(dataDir) ?? '', 1)
    const verified = await verifyLedger(db.staff)
    await db.close()
    const { lines, totals } = readTotals(wanted.file)
    const equal = sameTotals(totals, totalsOf(units)) && units.length === lines
    const inBins = units.every((u) => u.bin !== null)
    const detail = {
      parcels: wanted.scans.size,
      lines,
      units: units.length,
      totals,
      dispositions,
      seconds,
      events: verified.events,
    }
    const ok = equal && inBins && verified.broken.length === 0
    print({ bench: 'day', figure: 'rejections', value: api.rejected, unit: 'count', higherIsBetter: false })
    print({
      bench: 'day',
      figure: 'broken_chains',
      value: verified.broken.length,
      unit: 'count',
      higherIsBetter: false,
    })
    print({
      bench: 'day',
      figure: 'totals_equal',
      value: equal ? 1 : 0,
      unit: 'ratio',
      higherIsBetter: true,
      detail,
    })
    if (!ok) throw new Error('The day does not add up.')
  } finally {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

await main()
