import { createHash } from 'node:crypto'
import type { Outcome } from '@restow/contracts'
import type { Database } from '../db/pool.ts'
import { commandIdAt } from '../ledger/command-id.ts'
import type { Door, DoorOptions } from '../ledger/door.ts'
import { binPicker } from './bins.ts'
import { putSellerUsers, putSetUp, whatIsThere } from './demo.queries.ts'
import { type DemoParcel, generateReturns } from './generate-returns.ts'
import { demoPhoto } from './photos.ts'
import { planWalk } from './plan-walk.ts'
import { DEMO_PRODUCTS } from './products.ts'
import { randomFrom } from './random.ts'
import { DEMO_PASSWORD, DEMO_PIN, DEMO_SELLERS, DEMO_STAFF, DEMO_WAREHOUSE } from './staff.ts'
import { unclaimedBoxes } from './unclaimed-boxes.ts'
import { type PlannedCommand, walkCommands } from './walk-commands.ts'
import { warehouseDate } from './warehouse-time.ts'

/** What the seeder uses of other rooms: everything of the demo goes the way that real work goes. */
export interface Means {
  readonly db: Database
  openLedger(clock: DoorOptions['clock']): Door
  hashSecret(secret: string): Promise<string>
  importFile(seller: string, file: string): Promise<void>
  keepPhoto(sha256: string, bytes: Buffer): Promise<void>
  leasePlates(count: number): Promise<string[]>
}

const PARCELS = { LOTUS: 190, NORTHSTAR: 130 } as const

/** Should the demo be filled in, is it there already, or is this somebody's own data? */
export async function wantsDemo(
  db: Database,
  asked: boolean | null,
  embedded: boolean,
): Promise<'fill' | 'there' | 'none'> {
  if (asked === false) return 'none'
  const there = await whatIsThere(db.staff)
  if (there === 'demo') return 'there'
  if (there === 'own data') return 'none'
  return asked || embedded ? 'fill' : 'none'
}

/** Makes each photo when it is first asked for, and remembers its bytes by their hash. */
async function photoBook(): Promise<{
  of(sku: string | null, angle: string): string
  bytes: Map<string, Buffer>
}> {
  const bytes = new Map<string, Buffer>()
  const hashes = new Map<string, string>()
  const angles = ['front', 'back', 'label', 'inside', 'serial', 'damage', 'box']
  const kinds = [
    { kind: 'parcel', key: 'none' },
    ...DEMO_PRODUCTS.map((p) => ({ kind: p.category, key: p.sku })),
  ]
  for (const { kind, key } of kinds)
    for (const angle of angles) {
      const photo = await demoPhoto(kind, angle, key)
      const hash = createHash('sha256').update(photo).digest('hex')
      hashes.set(`${key}/${angle}`, hash)
      bytes.set(hash, photo)
    }
  return {
    bytes,
    of: (sku, angle) => hashes.get(`${sku ?? 'none'}/${angle}`) ?? hashes.get('none/front') ?? '',
  }
}

interface TimedCommand extends PlannedCommand {
  readonly commandId: string
}

function plan(
  parcels: readonly DemoParcel[],
  lpns: string[],
  photoOf: (sku: string | null, angle: string) => string,
): TimedCommand[] {
  const random = randomFrom('restow demo walk')
  const present = { now: new Date().toISOString(), timeZone: DEMO_WAREHOUSE.timeZone }
  const means = {
    nextLpn: () => lpns.pop() ?? '',
    binFor: binPicker(randomFrom('restow demo bins')),
    photoOf,
  }
  const waiting: DemoParcel[] = []
  const walked = parcels.flatMap((parcel) => {
    const walk = planWalk(parcel, random, present)
    if (!walk) waiting.push(parcel)
    return walk ? walkCommands(parcel, walk, means) : []
  })
  return [...walked, ...unclaimedBoxes(waiting, present, means)]
    .map((command) => ({ ...command, commandId: commandIdAt(Date.parse(command.at)) }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

/** Gives the commands through the ledger, each at the time at which it is said to have been given. */
async function give(means: Means, commands: readonly TimedCommand[]): Promise<Outcome[]> {
  const times = new Map(commands.map((c) => [c.commandId, new Date(c.at)]))
  const door = means.openLedger((commandId) => times.get(commandId) ?? new Date())
  const roles = new Map(DEMO_STAFF.map((s) => [s.badge, s.role]))
  const sequence = new Map<string, number>()
  const outcomes = commands.map(({ at, by, commandId, command }) => {
    const deviceSeq = (sequence.get(by) ?? 0) + 1
    sequence.set(by, deviceSeq)
    const sender = {
      user: by,
      role: roles.get(by) ?? 'operator',
      warehouse: DEMO_WAREHOUSE.code,
      timeZone: DEMO_WAREHOUSE.timeZone,
    }
    return door.submit([{ ...command, commandId, deviceId: `demo-${by}`, deviceSeq, scannedAt: at }], sender)
  })
  return (await Promise.all(outcomes)).flat()
}

/**
 * Fills an empty database with the demo: set-up data, two weeks of announced returns ending today, and about
 * half of them already at various steps, put there by commands through the ledger under a clock of its own.
 * @returns what was given and what of it was rejected
 */
export async function seedDemo(
  means: Means,
  say: (line: string) => void,
): Promise<{ commands: number; rejected: Outcome[] }> {
  const { db } = means
  say('Filling in demo data: two sellers, two weeks of returns …')
  const [pinHash, passwordHash] = await Promise.all([
    means.hashSecret(DEMO_PIN),
    means.hashSecret(DEMO_PASSWORD),
  ])
  await putSetUp(db.tx, pinHash)
  const endingOn = warehouseDate(new Date().toISOString(), DEMO_WAREHOUSE.timeZone)
  const parcels: DemoParcel[] = []
  for (const { code } of DEMO_SELLERS) {
    const made = generateReturns({ seed: 'restow demo', seller: code, endingOn, parcels: PARCELS[code] })
    await means.importFile(code, made.file)
    parcels.push(...made.parcels)
  }
  const photos = await photoBook()
  const lpns = (await means.leasePlates(parcels.length * 8)).reverse()
  const commands = plan(parcels, lpns, photos.of)
  const outcomes = await give(means, commands)
  const used = new Set(
    commands.flatMap(({ command }) => (command.type === 'AttachPhoto' ? [command.sha256] : [])),
  )
  await Promise.all([...used].map((hash) => means.keepPhoto(hash, photos.bytes.get(hash) ?? Buffer.alloc(0))))
  await putSellerUsers(db.tx, passwordHash)
  return { commands: commands.length, rejected: outcomes.filter((o) => o.outcome === 'rejected') }
}
