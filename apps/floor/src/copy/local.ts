import type { CopiedReturn, ExpectedView, ParcelView, UnitView, WireKnown } from '@restow/contracts'
import {
  type Bin,
  checklistFor,
  type ExpectedReturn,
  type Parcel,
  type Product,
  type Unit,
  zonesFor,
} from '@restow/domain'
import { type At, copyDatabase } from './database.ts'

/** What the working copy says of parcels, units, products and bins: the answers of the server, put together here. */

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)]

/** The open parcel of one of these numbers, else the latest: carriers use numbers again. */
export async function parcelUnder(numbers: readonly string[]): Promise<At<Parcel> | undefined> {
  const db = await copyDatabase()
  const found = await Promise.all(
    numbers.map((number) => db.getAllFromIndex('parcels', 'trackingNumber', number)),
  )
  const parcels = found.flat().filter((parcel) => parcel.state !== 'void')
  const isOpen = (parcel: Parcel) => (parcel.state === 'closed' ? 0 : 1)
  return parcels.sort(
    (a, b) => isOpen(b) - isOpen(a) || ((a.receivedAt ?? '' < (b.receivedAt ?? '')) ? 1 : -1),
  )[0]
}

/** The unit that has this plate, or had it. */
export async function unitUnder(plate: string): Promise<At<Unit> | undefined> {
  const db = await copyDatabase()
  const unit = await db.getFromIndex('units', 'lpn', plate)
  return unit ?? (await db.getFromIndex('units', 'formerLpns', plate))
}

/** Announced returns with one of these numbers: tracking, RMA or order. */
export async function expectedUnder(numbers: readonly string[]): Promise<CopiedReturn[]> {
  const db = await copyDatabase()
  const found = await Promise.all(
    numbers.flatMap((number) =>
      (['trackingNumbers', 'rmaNumber', 'orderNumber'] as const).map((index) =>
        db.getAllFromIndex('expected', index, number),
      ),
    ),
  )
  return [...new Map(found.flat().map((one) => [one.id, one])).values()]
}

export async function productsUnder(codes: readonly string[]): Promise<Product[]> {
  const db = await copyDatabase()
  const found = await Promise.all(
    unique(codes).flatMap((code) =>
      (['sku', 'gtin', 'fnsku'] as const).map((index) => db.getAllFromIndex('products', index, code)),
    ),
  )
  return [...new Map(found.flat().map((one) => [`${one.seller} ${one.sku}`, one])).values()]
}

export async function binUnder(code: string): Promise<Bin | undefined> {
  return (await copyDatabase()).get('bins', code)
}

export async function unitsInBin(code: string): Promise<Unit[]> {
  return (await (await copyDatabase()).getAll('units')).filter((unit) => unit.bin === code)
}

/** The announcement as the rules see it from one parcel: what others brought is "elsewhere". */
function seenFrom(parcelId: string | null, { lines, ...announced }: CopiedReturn): ExpectedReturn {
  const { id, seller, rmaNumber, orderNumber, cancelled } = announced
  const elsewhere = (by: Readonly<Record<string, number>>) =>
    Object.entries(by).reduce((sum, [parcel, pieces]) => (parcel === parcelId ? sum : sum + pieces), 0)
  return {
    ...{ id, seller, rmaNumber, orderNumber, cancelled },
    lines: lines.map(({ registeredBy, ...line }) => ({
      ...line,
      registeredElsewhere: elsewhere(registeredBy),
    })),
  }
}

/** An announced return as people read it. @param tracking the number that was scanned, where it is one of its own */
export async function expectedView(announced: CopiedReturn, tracking: string | null): Promise<ExpectedView> {
  const { rmaNumber, orderNumber, seller, state, trackingNumbers } = announced
  const db = await copyDatabase()
  const hit = tracking && trackingNumbers.includes(tracking) ? tracking : (trackingNumbers[0] ?? '')
  const lines = await Promise.all(
    seenFrom(null, announced).lines.map(async (line) => {
      const product = await db.get('products', [seller, line.sku])
      return { ...line, rmaNumber, title: product?.title ?? line.sku }
    }),
  )
  return { rmaNumber, trackingNumber: hit, orderNumber, seller, state, lines }
}

async function knownOf(
  seller: string | null,
  announced: readonly CopiedReturn[],
  parcelId: string | null,
): Promise<WireKnown> {
  const db = await copyDatabase()
  const policy = seller === null ? undefined : await db.get('sellers', seller)
  const checklists = await db.getAll('checklists')
  return {
    announced: announced.map((one) => seenFrom(parcelId, one)),
    sellers: policy ? { [policy.code]: policy } : {},
    checklists: Object.fromEntries(checklists.map((one) => [one.category, one])),
  }
}

const lastEventId = (of: Pick<Unit, 'steps'>): string | null => {
  const last = of.steps.at(-1)
  return last?.undoable ? (last.eventIds.at(-1) ?? null) : null
}

/** No story here: it is long, and the server's. */
const UNTOLD = { next: [], story: [] }

export async function parcelView(parcel: At<Parcel>): Promise<ParcelView> {
  const db = await copyDatabase()
  const announced = await expectedUnder([parcel.trackingNumber])
  const units = await db.getAllFromIndex('units', 'parcel', parcel.id)
  return {
    ...parcel,
    ...UNTOLD,
    known: await knownOf(parcel.seller, announced, parcel.id),
    expected: await Promise.all(announced.map((one) => expectedView(one, parcel.trackingNumber))),
    contents: units.map(({ lpn, state, product, quantity, held }) => ({
      ...{ lpn, state, quantity, held: held !== null },
      ...{ title: product?.title ?? null, sku: product?.sku ?? null },
    })),
    lastEventId: lastEventId(parcel),
  }
}

/** A bin with room in the zone that fits best: one that is begun before an empty one, as the server has it too. */
export async function suggestedBin(unit: Unit): Promise<Bin | null> {
  const db = await copyDatabase()
  for (const zone of zonesFor(unit)) {
    const bins = (await db.getAllFromIndex('bins', 'zone', zone)).filter((bin) => bin.plates < bin.capacity)
    const begun = bins.find((bin) => bin.plates > 0)
    if (begun ?? bins[0]) return begun ?? bins[0] ?? null
  }
  return null
}

export async function unitView(unit: At<Unit>): Promise<UnitView> {
  const db = await copyDatabase()
  const parcelState = (await db.get('parcels', unit.parcel.id)) ?? null
  const announced = await expectedUnder([unit.parcel.trackingNumber])
  const known = await knownOf(unit.seller, announced, unit.parcel.id)
  const own = checklistFor(unit, known.checklists)
  return {
    ...unit,
    ...UNTOLD,
    parcelState,
    known: { ...known, checklists: { ...known.checklists, [own.category]: own } },
    suggestedBin: await suggestedBin(unit),
    lastEventId: lastEventId(unit),
  }
}

/**
 * Keeps a state that the server has accepted from this device, until it tells it itself. Where it has told it already, its
 * word stays: no later pull would bring it again.
 */
export async function keepOwn(state: { parcel: At<Parcel> } | { unit: At<Unit> }): Promise<void> {
  const tx = (await copyDatabase()).transaction(['parcels', 'units'], 'readwrite')
  const own = 'parcel' in state ? state.parcel : state.unit
  const kept = await tx.objectStore('parcel' in state ? 'parcels' : 'units').get(own.id)
  if ((kept?.version ?? 0) < own.version) {
    if ('parcel' in state) await tx.objectStore('parcels').put(state.parcel)
    else await tx.objectStore('units').put(state.unit)
  }
  await tx.done
}
