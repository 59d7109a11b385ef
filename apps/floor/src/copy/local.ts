import type { CopiedReturn, ExpectedView, ParcelView, UnitView, WireKnown } from '@restow/contracts'
import {
  type Bin,
  type ExpectedReturn,
  houseListFor,
  lastEventId,
  type Parcel,
  type Product,
  type Unit,
  zonesFor,
} from '@restow/domain'
import { type Bundle, type Bundled, codeHash, PRODUCTS, RETURNS } from './bundle.ts'
import { type At, copyDatabase, type Look, lookAtCopy } from './database.ts'

/** What the working copy says of parcels, units, products and bins: the answers of the server, put together here. */

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)]

/** The open parcel that goes by one of these numbers, else the latest: carriers use numbers again. */
export async function parcelUnder(numbers: readonly string[], look?: Look): Promise<At<Parcel> | undefined> {
  const store = (look ?? (await lookAtCopy())).objectStore('parcels')
  const found = await Promise.all(
    numbers.flatMap((number) =>
      (['trackingNumber', 'aliases'] as const).map((index) => store.index(index).getAll(number)),
    ),
  )
  const parcels = found.flat().filter((parcel) => parcel.state !== 'void')
  const isOpen = (parcel: Parcel) => (parcel.state === 'closed' ? 0 : 1)
  return parcels.sort(
    (a, b) => isOpen(b) - isOpen(a) || ((a.receivedAt ?? '' < (b.receivedAt ?? '')) ? 1 : -1),
  )[0]
}

/** The unit that has this plate, or had it. */
export async function unitUnder(plate: string, look?: Look): Promise<At<Unit> | undefined> {
  const units = (look ?? (await lookAtCopy())).objectStore('units')
  const unit = await units.index('lpn').get(plate)
  return unit ?? (await units.index('formerLpns').get(plate))
}

/** What lies under one of these codes in a store of bundles, each row once. */
async function rowsUnder<Row>(
  codes: readonly string[],
  kind: Bundled<Row>,
  bundlesUnder: (hash: number) => Promise<Bundle<Row>[]>,
): Promise<Row[]> {
  const found = await Promise.all(
    unique(codes).map(async (code) => {
      const rows = (await bundlesUnder(codeHash(code))).flatMap((bundle) => bundle.rows)
      return rows.filter((row) => kind.codes(row).includes(code))
    }),
  )
  return [...new Map(found.flat().map((row) => [kind.key(row), row])).values()]
}

/** Announced returns with one of these numbers: tracking, RMA or order. */
export async function expectedUnder(numbers: readonly string[], look?: Look): Promise<CopiedReturn[]> {
  const byCode = (look ?? (await lookAtCopy())).objectStore('expected').index('codes')
  return rowsUnder(numbers, RETURNS, (hash) => byCode.getAll(hash))
}

/** Products with one of these codes: SKU, GTIN, FNSKU or ASIN. */
export async function productsUnder(codes: readonly string[], look?: Look): Promise<Product[]> {
  const byCode = (look ?? (await lookAtCopy())).objectStore('products').index('codes')
  return rowsUnder(codes, PRODUCTS, (hash) => byCode.getAll(hash))
}

export async function binUnder(code: string, look?: Look): Promise<Bin | undefined> {
  return (look ?? (await lookAtCopy())).objectStore('bins').get(code)
}

export async function unitsInBin(code: string, look: Look): Promise<Unit[]> {
  return look.objectStore('units').index('bin').getAll(code)
}

/** The announcement as the rules see it from one parcel: what others brought is "elsewhere". */
export function seenFrom(parcelId: string | null, { lines, ...announced }: CopiedReturn): ExpectedReturn {
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
export async function expectedView(
  announced: CopiedReturn,
  tracking: string | null,
  look: Look,
): Promise<ExpectedView> {
  const { rmaNumber, orderNumber, seller, state, trackingNumbers } = announced
  const hit = tracking && trackingNumbers.includes(tracking) ? tracking : (trackingNumbers[0] ?? '')
  const lines = await Promise.all(
    seenFrom(null, announced).lines.map(async (line) => {
      const products = await productsUnder([line.sku], look)
      const product = products.find((one) => one.seller === seller && one.sku === line.sku)
      return { ...line, rmaNumber, title: product?.title ?? line.sku }
    }),
  )
  return { rmaNumber, trackingNumber: hit, orderNumber, seller, state, lines }
}

async function knownOf(
  seller: string | null,
  announced: readonly CopiedReturn[],
  parcelId: string | null,
  look: Look,
): Promise<WireKnown> {
  const [policy, checklists] = await Promise.all([
    seller === null ? undefined : look.objectStore('sellers').get(seller),
    look.objectStore('checklists').getAll(),
  ])
  return {
    announced: announced.map((one) => seenFrom(parcelId, one)),
    sellers: policy ? { [policy.code]: policy } : {},
    checklists: Object.fromEntries(checklists.map((one) => [one.category, one])),
  }
}

/** No story here: it is long, and the server's. */
const UNTOLD = { next: [], story: [] }

export async function parcelView(parcel: At<Parcel>, within?: Look): Promise<ParcelView> {
  const look = within ?? (await lookAtCopy())
  const [announced, units] = await Promise.all([
    expectedUnder([parcel.trackingNumber, ...parcel.aliases], look),
    look.objectStore('units').index('parcel').getAll(parcel.id),
  ])
  return {
    ...parcel,
    ...UNTOLD,
    known: await knownOf(parcel.seller, announced, parcel.id, look),
    expected: await Promise.all(announced.map((one) => expectedView(one, parcel.trackingNumber, look))),
    contents: units.map(({ lpn, state, product, quantity, held }) => ({
      ...{ lpn, state, quantity, held: held !== null },
      ...{ title: product?.title ?? null, sku: product?.sku ?? null },
    })),
    lastEventId: lastEventId(parcel),
  }
}

/** A bin with room in the zone that fits best: one that is begun before an empty one, as the server has it too. */
export async function suggestedBin(unit: Unit, within?: Look): Promise<Bin | null> {
  const byZone = (within ?? (await lookAtCopy())).objectStore('bins').index('zone')
  for (const zone of zonesFor(unit)) {
    const bins = (await byZone.getAll(zone)).filter((bin) => bin.plates < bin.capacity)
    const begun = bins.find((bin) => bin.plates > 0)
    if (begun ?? bins[0]) return begun ?? bins[0] ?? null
  }
  return null
}

export async function unitView(unit: At<Unit>, within?: Look): Promise<UnitView> {
  const look = within ?? (await lookAtCopy())
  const parcelState = (await look.objectStore('parcels').get(unit.parcel.id)) ?? null
  const announced = await expectedUnder([unit.parcel.trackingNumber], look)
  const known = await knownOf(unit.seller, announced, unit.parcel.id, look)
  const house = houseListFor(unit, known.checklists)
  return {
    ...unit,
    ...UNTOLD,
    parcelState,
    known: { ...known, checklists: { ...known.checklists, [house.category]: house } },
    suggestedBin: await suggestedBin(unit, look),
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
