import {
  type AnnouncedLine,
  type Bin,
  type Checklist,
  type Command,
  type CommandOf,
  type Condition,
  DISPOSITION_OF_ROUTE,
  type ExpectedReturn,
  type Grade,
  lpnOf,
  type OverrideReason,
  type Policy,
  type Product,
  ROUTES,
  type Route,
  type Seller,
  type UnclaimedPolicy,
  type WaitsFor,
  type Zone,
} from '@restow/domain'

/** Reference data of a small warehouse, as plain values: builders for tests of any kind. */

const RELABEL_AND_SHELF = [{ item: 'relabel_and_shelf', minor: 30 }]

/** The demo policy (design "Suggestion"): amounts in minor units, the same figures in each currency. */
export const demoPolicy = (over: Partial<Policy> = {}): Policy => ({
  currency: 'USD',
  shares: { like_new: 100, very_good: 85, good: 60, acceptable: 40, unsellable: 0 },
  routes: ROUTES,
  costs: {
    restock: RELABEL_AND_SHELF,
    open_box: RELABEL_AND_SHELF,
    liquidate: RELABEL_AND_SHELF,
    return_to_seller: RELABEL_AND_SHELF,
    repair: [{ item: 'repair', minor: 100 }],
    recycle: [{ item: 'recycle', minor: 10 }],
  },
  refurbish: { repair: { afterwards: 'very_good', offeredFor: ['good', 'acceptable'] } },
  scrapRoute: 'recycle',
  scrapLimitMinor: 5000,
  rates: { EUR: '1', GBP: '1' },
  ...over,
})

export const seller = (code: string, over: Partial<Seller> = {}): Seller => ({
  code,
  active: true,
  policy: demoPolicy(),
  ...over,
})

export const product = (owner: string, sku: string, over: Partial<Product> = {}): Product => ({
  seller: owner,
  sku,
  title: sku,
  category: 'general',
  gtin: null,
  fnsku: null,
  asin: null,
  flags: [],
  ...over,
})

export const line = (sku: string, over: Partial<AnnouncedLine> = {}): AnnouncedLine => ({
  sku,
  occurrence: 1,
  quantity: 1,
  valueMinor: 4000,
  currency: 'USD',
  reason: { raw: 'DEFECTIVE', mapped: 'defective' },
  registeredElsewhere: 0,
  ...over,
})

/** An announced return with the tracking numbers it may come under. */
export interface Announced extends ExpectedReturn {
  readonly tracking: readonly string[]
}

export const announced = (
  owner: string,
  rmaNumber: string,
  tracking: readonly string[],
  lines: readonly AnnouncedLine[],
  over: Partial<ExpectedReturn> = {},
): Announced => ({
  id: `${owner}/${rmaNumber}`,
  seller: owner,
  rmaNumber,
  orderNumber: `ORDER-${rmaNumber}`,
  cancelled: false,
  lines,
  tracking,
  ...over,
})

export const bin = (code: string, zone: Zone, capacity = 4): Omit<Bin, 'plates'> => ({ code, zone, capacity })

const text = (en: string) => ({ en })

/** A checklist whose checks are named; each is answered `yes` (as good as new), `worn` or `no`. */
export const checklist = (
  category: string,
  checks: readonly string[],
  angles: Partial<Checklist['requiredAngles']> = {},
): Checklist => ({
  category,
  checks: checks.map((check) => ({
    check,
    question: text(check),
    required: true,
    answers: [
      { answer: 'yes', cap: 'like_new', label: text('Yes') },
      { answer: 'worn', cap: 'very_good', label: text('Worn') },
      { answer: 'no', cap: 'acceptable', label: text('No') },
    ],
  })),
  requiredAngles: { always: [], belowLikeNew: [], ...angles },
})

/** All that is known beside the streams. */
export interface World {
  readonly warehouse: string
  readonly sellers: Readonly<Record<string, Seller>>
  readonly products: readonly Product[]
  readonly checklists: Readonly<Record<string, Checklist>>
  readonly announced: readonly Announced[]
  /** What is announced instead once work has begun: sellers announce late, and call off. */
  readonly later?: readonly Announced[]
  readonly bins: readonly Omit<Bin, 'plates'>[]
  readonly unclaimed: UnclaimedPolicy
}

/** A value at which thirds do not come out even. */
export const TEES_VALUE = 1000

/**
 * The warehouse of the tests. LOTUS announced RMA-1 under T1000 (a lamp, three tees) and, with NORTHSTAR,
 * a parcel T3000 that both name; NORTHSTAR RMA-2 under T2000, LOTUS a mug of 40.00 under T6000; nobody announced T9000. DORMANT is inactive.
 */
export const world = (over: Partial<World> = {}): World => ({
  warehouse: 'LAX1',
  sellers: {
    LOTUS: seller('LOTUS'),
    NORTHSTAR: seller('NORTHSTAR'),
    DORMANT: seller('DORMANT', { active: false }),
  },
  products: [
    product('LOTUS', 'LAMP', { category: 'electronics', gtin: '04006381333931', fnsku: 'X001LAMP' }),
    product('LOTUS', 'TEE', { category: 'apparel' }),
    product('LOTUS', 'MUG', { gtin: '00012345678905' }),
    product('NORTHSTAR', 'KETTLE', { category: 'electronics' }),
    product('NORTHSTAR', 'CUP', { gtin: '00012345678905' }),
    product('DORMANT', 'FAN'),
  ],
  checklists: {
    electronics: checklist('electronics', ['powers_on', 'complete'], {
      always: ['front'],
      belowLikeNew: ['damage'],
    }),
    apparel: checklist('apparel', ['unworn']),
    general: checklist('general', ['intact']),
  },
  announced: [
    announced(
      'LOTUS',
      'RMA-1',
      ['T1000'],
      [line('LAMP'), line('TEE', { quantity: 3, valueMinor: TEES_VALUE })],
    ),
    announced(
      'NORTHSTAR',
      'RMA-2',
      ['T2000'],
      [line('KETTLE', { valueMinor: 12_000, currency: 'EUR', quantity: 1 })],
    ),
    announced('LOTUS', 'RMA-3', ['T3000'], [line('MUG', { quantity: 2, valueMinor: 901 })]),
    announced('NORTHSTAR', 'RMA-4', ['T3000'], [line('CUP')]),
    announced('DORMANT', 'RMA-5', ['T5000'], [line('FAN')]),
    announced('LOTUS', 'RMA-6', ['T6000'], [line('MUG')]),
  ],
  bins: [
    bin('DOCK', 'dock'),
    bin('INSPECT', 'inspection'),
    bin('HOLD', 'hold'),
    bin('QUARANTINE', 'quarantine'),
    bin('SHELF-1', 'resell'),
    bin('SHELF-2', 'resell', 1),
    bin('BENCH', 'refurbish'),
    bin('SCRAP', 'scrap'),
    bin('OUT', 'outbound'),
  ],
  unclaimed: { afterDays: 30, becomes: 'donate' },
  ...over,
})

/** The n-th licence plate of the tests. */
export const plate = (n: number): string => lpnOf(n)

const MUG_PARCEL = 'T6000'

/** Commands as they are given most often, each with what matters to its test. */
export const receive = (tracking: string, condition: Condition = 'intact'): Command => ({
  type: 'ReceiveParcel',
  tracking,
  condition,
})
export const register = (
  parcel: string,
  lpn: string,
  sku: string | null,
  over: { quantity?: number; serial?: string } = {},
): Command => ({
  type: 'RegisterUnit',
  parcel,
  lpn,
  product: sku === null ? null : { sku },
  quantity: 1,
  ...over,
})
/** An inspection of an article of the general checklist. */
export const inspect = (
  lpn: string,
  grade: Grade = 'like_new',
  over: Partial<CommandOf<'InspectUnit'>> = {},
): Command => ({
  type: 'InspectUnit',
  lpn,
  identity: 'as_announced',
  answers: [{ check: 'intact', answer: 'yes' }],
  findings: [],
  grade,
  ...over,
})
export const classify = (lpn: string, route: Route, code?: OverrideReason): Command => ({
  type: 'ClassifyUnit',
  lpn,
  disposition: DISPOSITION_OF_ROUTE[route],
  route,
  ...(code ? { overrideReason: { code } } : {}),
})
export const putAway = (lpn: string, code: string): Command => ({ type: 'PutAwayUnit', lpn, bin: code })
export const move = (lpn: string, code: string): Command => ({ type: 'MoveUnit', lpn, bin: code })
export const hold = (lpn: string, waitsFor: WaitsFor = 'supervisor'): Command => ({
  type: 'HoldUnit',
  lpn,
  waitsFor,
  question: 'What becomes of it?',
})
export const takeBack = (lpn: string, eventId: string): Command => ({ type: 'TakeBack', lpn, eventId })

/** LOTUS's mug, worth 40.00, on the first plate: how far it has come. */
export const mug = {
  registered: [receive(MUG_PARCEL), register(MUG_PARCEL, plate(1), 'MUG')],
  get inspected(): Command[] {
    return [...mug.registered, inspect(plate(1))]
  },
  /** Decided for a route with a reason, whatever would have been suggested. */
  decided(route: Route): Command[] {
    return [...mug.inspected, classify(plate(1), route, 'other')]
  },
  get shelved(): Command[] {
    return [...mug.decided('restock'), putAway(plate(1), 'SHELF-1')]
  },
} as const
