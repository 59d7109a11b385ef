import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { OwnerGuesses, ScanAnswer, UnclaimedList } from '@restow/contracts'
import { isLpn, ZONES } from '@restow/domain'
import { buildApp, fillDemo, migrate, migrationsFolder, openDatabase } from '@restow/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { command } from '../../../../packages/testkit/src/commands.ts'
import { createDatabase } from '../../../../packages/testkit/src/database.ts'
import { Node, openWarehouse, type Person } from '../../../../packages/testkit/src/server.ts'
import type { DemoSheet } from './demo-sheet.ts'

let urls: Awaited<ReturnType<typeof createDatabase>>
let dataDir: string
let node: Node
let ana: Person
let sven: Person
beforeAll(async () => {
  urls = await createDatabase({
    template: 'restow',
    migrate: async ({ ownerUrl, appUrl }) => {
      await migrate(migrationsFolder, ownerUrl, decodeURIComponent(new URL(appUrl).username))
    },
  })
  dataDir = mkdtempSync(join(tmpdir(), 'restow-test-data-'))
  const db = openDatabase(urls.appUrl, 10)
  rejected = (await fillDemo(db, dataDir, () => {})).rejected
  node = new Node(await buildApp({ db, dataDir }), db)
  ana = await node.as('OP1001')
  sven = await node.as('SV2001')
}, 120_000)
afterAll(async () => {
  await node?.close()
  await urls?.drop()
  rmSync(dataDir, { recursive: true, force: true })
})

let rejected: readonly unknown[]
const sheet = async (): Promise<DemoSheet> => (await node.app.inject('/api/demo')).json()
const scanned = (code: string) => ana.read<ScanAnswer>(`/api/scan?code=${encodeURIComponent(code)}`)
const kindsOf = async (codes: DemoSheet['bins']) =>
  new Set(await Promise.all(codes.map(async ({ code }) => (await scanned(code)).kind)))

describe('what nobody announced, in the demo', () => {
  const best = async (tracking: string) =>
    (await sven.read<OwnerGuesses>(`/api/unclaimed/${tracking}/guesses`)).items[0]

  it('is there without a command that was refused: three boxes, one of them past its time', async () => {
    expect(rejected).toEqual([])
    const { items } = await sven.read<UnclaimedList>('/api/unclaimed')
    expect(items.map(({ past, units }) => [past, units.length])).toEqual([
      [true, 0],
      [false, 1],
      [false, 1],
    ])
    expect(items.filter(({ photos }) => photos.length > 0)).toHaveLength(2)
    expect(items.every(({ printed }) => Object.keys(printed).length > 0)).toBe(true)
  })

  it('is guessed right where it says whose it is, and where its label was misread by a sign', async () => {
    const { items } = await sven.read<UnclaimedList>('/api/unclaimed')
    const named = items.find(({ printed }) => printed.order !== undefined)
    const torn = items.find(({ printed }) => printed.note !== undefined)
    const byOrder = await best(named?.trackingNumber ?? '')
    expect(byOrder).toMatchObject({ seller: 'LOTUS', orderNumber: named?.printed.order, strength: 'strong' })
    const byNumber = await best(torn?.trackingNumber ?? '')
    expect(byNumber?.seller).toBe('NORTHSTAR')
    expect(byNumber?.reasons.map(({ code }) => code)).toContain('tracking_alike')
    for (const guess of [byOrder, byNumber]) expect(guess?.state).toBe('announced')
  })
})

describe('the sheet of the demo', () => {
  it('is there for everybody, with something of each kind and a label on everything', async () => {
    const answer = await node.app.inject('/api/demo')
    expect(answer.statusCode).toBe(200)
    const all = answer.json<DemoSheet>()
    for (const [group, codes] of Object.entries(all)) expect([group, codes.length > 2]).toEqual([group, true])
    const labels = Object.values(all).flat()
    expect(labels.filter(({ code, label }) => code === '' || label === '')).toEqual([])
  })

  it('has announced parcels that have not come, of several carriers, as their labels scan', async () => {
    const { parcels } = await sheet()
    expect(await kindsOf(parcels)).toEqual(new Set(['expected']))
    expect(new Set(parcels.map(({ label }) => label.split(',')[0])).size).toBeGreaterThan(2)
    expect(parcels.some(({ code }) => code.startsWith('420'))).toBe(true)
  })

  it('has what is announced in these parcels, by the barcodes of the packs', async () => {
    const { products, parcels } = await sheet()
    expect(await kindsOf(products)).toEqual(new Set(['product']))
    const first = await scanned(parcels[0]?.code ?? '')
    const [line] = first.expected?.[0]?.lines ?? []
    expect(products.some(({ label }) => label.startsWith(line?.title ?? '?'))).toBe(true)
  })

  it('has badges, and bins of every zone with room in them', async () => {
    const { badges, bins } = await sheet()
    expect(badges.map((b) => b.code)).toEqual(['OP1001', 'OP1002', 'SV2001', 'AD3001'])
    const found = await Promise.all(bins.map(async ({ code }) => (await scanned(code)).bin))
    expect(new Set(found.map((bin) => bin?.zone))).toEqual(new Set(ZONES))
    for (const bin of found) expect(bin?.plates).toBeLessThan(bin?.capacity ?? 0)
  })

  it('has wrong ones that are wrong in the way that they say', async () => {
    const { wrong } = await sheet()
    const [plate, routing, nobody, received] = await Promise.all(wrong.map(({ code }) => scanned(code)))
    expect(isLpn(plate?.raw ?? '')).toBe(false)
    expect([plate?.kind, plate?.next]).toEqual(['unknown', []])
    expect(routing).toMatchObject({ kind: 'unknown', routingOnly: { postalCode: '90045' } })
    expect(nobody?.kind).toBe('unknown')
    expect(received?.kind).toBe('parcel')
    const full = wrong.find(({ label }) => label.endsWith('full'))
    if (full) expect((await scanned(full.code)).bin).toMatchObject({ plates: 20, capacity: 20 })
    expect((await scanned(wrong.at(-1)?.code ?? '')).bin?.zone).toBe('dock')
  })

  it('walks a parcel from the dock to a unit, and then no longer offers what was used', async () => {
    const before = await sheet()
    const [parcel, plate] = [before.parcels[0], before.plates[0]]
    const tracking = (await scanned(parcel?.code ?? '')).trackingNumber
    const product = before.products.find(({ label }) => label.endsWith(tracking))
    await ana.did(
      command('ReceiveParcel', { tracking: parcel?.code ?? '', condition: 'intact' }),
      command('RegisterUnit', {
        parcel: tracking,
        lpn: plate?.code ?? '',
        product: { gtin: product?.code ?? '' },
        quantity: 1,
      }),
    )
    const after = await sheet()
    expect(after.parcels).not.toContainEqual(parcel)
    expect(after.plates).not.toContainEqual(plate)
    expect(after.plates).toHaveLength(before.plates.length)
    expect(after.wrong.map(({ code }) => code)).toContain(parcel?.code)
  })
})

it('there is no sheet where there is no demo, whoever asks', async () => {
  const own = await openWarehouse()
  const sven = await own.node.as('SV2001')
  for (const answer of [await own.node.app.inject('/api/demo'), await sven.get('/api/demo')]) {
    expect(answer.statusCode).toBe(404)
    expect(answer.body).not.toContain('OP1001')
  }
  await own.close()
})
