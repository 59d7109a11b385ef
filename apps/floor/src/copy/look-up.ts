import { type Reading, readScan, toldReading, whatItIs, wholeBinCode } from '@restow/barcodes'
import type { ScanAnswer } from '@restow/contracts'
import { binCopy, parcelCopy, parcelOfLabel, unitCopy, useCopy } from './copy.store.ts'
import { type Look, lookAtCopy } from './database.ts'
import {
  binUnder,
  expectedUnder,
  expectedView,
  parcelUnder,
  parcelView,
  productsUnder,
  unitsInBin,
  unitUnder,
  unitView,
} from './local.ts'

type Found = Pick<ScanAnswer, 'parcel' | 'expected' | 'unit' | 'bin' | 'products'>

/** What was done here and is not sent is newer than the copy on the disk. */
async function parcelOf(keys: readonly string[], look: Look): Promise<ScanAnswer['parcel']> {
  for (const key of keys) {
    const own = parcelCopy(key) ?? parcelOfLabel(key)
    if (own && own.state !== 'void') return own
  }
  const parcel = await parcelUnder(keys, look)
  return parcel && (await parcelView(parcel, look))
}

async function unitOf({ lpn: plated }: Reading, look: Look): Promise<ScanAnswer['unit']> {
  if (!plated) return undefined
  const plate = plated.lpn
  const own = unitCopy(plate)
  if (own) return own.state === 'void' ? undefined : own
  const unit = await unitUnder(plate, look)
  return unit && (await unitView(unit, look))
}

async function binOf(reading: Reading, warehouse: string, look: Look): Promise<ScanAnswer['bin']> {
  if (!reading.bin) return undefined
  const code = wholeBinCode(reading.bin.code, warehouse)
  const bin = binCopy(code) ?? (await binUnder(code, look))
  if (!bin) return undefined
  const own = Object.values(useCopy.getState().units).filter((unit) => unit.bin === code)
  const units = new Map([...(await unitsInBin(code, look)), ...own].map((unit) => [unit.lpn, unit]))
  const told = [...units.values()].map(({ lpn, product, state }) => ({
    ...{ lpn, state, title: product?.title ?? null },
  }))
  return { ...bin, units: told }
}

async function find(reading: Reading, warehouse: string): Promise<Found> {
  const keys = [...new Set([...reading.trackingKeys, reading.raw.trim()])]
  const codes = [reading.text, reading.raw.trim(), reading.gtin].filter((code) => code !== undefined)
  const look = await lookAtCopy()
  const [parcel, expected, unit, bin, products] = await Promise.all([
    parcelOf(keys, look),
    expectedUnder(keys, look),
    unitOf(reading, look),
    binOf(reading, warehouse, look),
    productsUnder(codes, look),
  ])
  const hit = keys.find((key) => expected.some((one) => one.trackingNumbers.includes(key))) ?? null
  return {
    ...(parcel ? { parcel } : {}),
    ...(expected.length > 0
      ? { expected: await Promise.all(expected.map((one) => expectedView(one, hit, look))) }
      : {}),
    ...(unit ? { unit } : {}),
    ...(bin ? { bin } : {}),
    ...(products.length > 0 ? { products } : {}),
  }
}

/** What a scanned code is, by what this device knows: the same answer as the server's, as far as the copy goes. */
export async function lookUpHere(
  raw: string,
  warehouse: string,
  reading: Reading = readScan(raw),
): Promise<ScanAnswer> {
  const found = await find(reading, warehouse)
  const { kind, candidates } = whatItIs(found, reading)
  return {
    ...{ kind, raw, next: [] },
    trackingNumber:
      found.parcel?.trackingNumber ?? found.expected?.[0]?.trackingNumber ?? reading.trackingKeys[0] ?? '',
    ...found,
    ...(reading.command ? { command: reading.command } : {}),
    ...(reading.routingOnly ? { routingOnly: reading.routingOnly } : {}),
    ...(candidates.length > 1 ? { candidates } : {}),
    reading: toldReading(reading),
  }
}
