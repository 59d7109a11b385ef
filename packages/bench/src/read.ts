import { makeGtin13, makeLpn, makeScan, makeTracking, readScan, splitRunTogether } from '@restow/barcodes'
import { median, percentile, print, rounded } from './lib/figures.ts'

/**
 * What reading a scan costs. A rule has no clock and no network, so what counts is that nothing a scanner can send takes
 * long beside what it usually sends, and that twice as long a text takes twice as long.
 * `npm run bench -- read`
 */

const ROUNDS = Math.max(5, Number(process.env.ROUNDS ?? 9))
const SCANS = 400
const GS = '\u001d'

function fractions(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

const random = fractions(7)
const many = (make: (i: number) => string) => Array.from({ length: SCANS }, (_, i) => make(i))
const label = (carrier: 'ups' | 'usps' | 'fedex' | 'dhl' | 's10') =>
  many(() => makeScan(makeTracking(carrier, random), random))
const product = () => `]d201${makeGtin13(random).padStart(14, '0')}`

/** What the scanners of a shift send, by kind. */
const USUAL: Record<string, string[]> = {
  ups: label('ups'),
  usps: label('usps'),
  fedex: label('fedex'),
  dhl: label('dhl'),
  s10: label('s10'),
  plate: many((i) => makeLpn(i + 1)),
  bin: many((i) => `LAX1-S-${String(i % 90).padStart(2, '0')}-01`),
  command: many((i) => (i % 2 === 0 ? '.R.GRADE.LIKE-NEW' : '.R.PHOTO')),
  product: many(() => makeGtin13(random)),
  order: many((i) => `114-${String(4_387_548 + i)}-8681276`),
}

/** The longest that bars, squares and links hold, and what is hardest to take apart. */
const HARD: Record<string, string[]> = {
  gs1: many((i) => `${product()}10LOT${i}${GS}172612312100${i}${GS}2409876543210987654321098765`),
  lost: many((i) => `${product()}10LOT${i}2100${i}17261231`),
  link: many((i) => `https://shop.example/de/p/01/09506000134352/10/LOT%2F${i}?17=261231&utm_source=box`),
  square: many(
    () =>
      `[)>\u001e01${GS}96841706672${GS}840${GS}001${GS}${makeTracking('ups', random)}${GS}UPSN${GS}12345E${GS}089`,
  ),
  foreign: many((i) => `https://qr.example.com/campaign/${'x'.repeat(200)}/${i}?ref=box`),
}

/** Pieces of which a text may be made as long as one likes. */
const ENDLESS = ['4', '01', ']C1', '*', `"'`, '<GS>', '(01)', '1Z', '退', ' ', '%2F/', '10A21B']

/** In time of the processor: what else the computer does while it measures is no cost of reading. */
const microseconds = (read: (scan: string) => unknown, scans: readonly string[]): number => {
  const start = process.cpuUsage()
  for (const scan of scans) read(scan)
  const { user, system } = process.cpuUsage(start)
  return (user + system) / scans.length
}

/** The median of several rounds for each kind, all kinds taking turns. */
function timeAll(kinds: Record<string, string[]>): Map<string, number> {
  const times = new Map(Object.keys(kinds).map((kind) => [kind, [] as number[]]))
  for (let round = -2; round < ROUNDS; round++) {
    for (const [kind, scans] of Object.entries(kinds)) {
      const time = microseconds(readScan, scans)
      if (round >= 0) times.get(kind)?.push(time)
    }
  }
  return new Map([...times].map(([kind, each]) => [kind, median(each)]))
}

/** How much longer a text of 2,000 characters takes than one of 1,000, for the piece that grows worst. */
function growth(): { worst: number; pieces: Record<string, number> } {
  const pieces = ENDLESS.map((piece) => {
    const of = (length: number) => Array.from({ length: 100 }, () => piece.repeat(length / piece.length))
    const [short, long] = [of(1_000), of(2_000)]
    const ratios = Array.from(
      { length: ROUNDS + 2 },
      () => microseconds(readScan, long) / microseconds(readScan, short),
    )
    return [piece, rounded(median(ratios.slice(2)))] as const
  })
  return { worst: Math.max(...pieces.map(([, ratio]) => ratio)), pieces: Object.fromEntries(pieces) }
}

const times = timeAll({ ...USUAL, ...HARD })
const usual = Object.keys(USUAL).map((kind) => times.get(kind) ?? 0)
const all = [...times.values()]
const figure = (name: string, value: number, detail: Record<string, unknown>) =>
  print({ bench: 'read', figure: name, value, unit: 'ratio', higherIsBetter: false, detail })

const each = Object.fromEntries([...times].map(([kind, time]) => [kind, rounded(time)]))
figure('slowest_vs_usual', Math.max(...all) / median(usual), {
  microseconds: each,
  p95: percentile(all, 0.95),
})
const grown = growth()
figure('twice_as_long_vs_once', grown.worst, grown.pieces)
const together = many((i) => makeLpn(i + 1) + makeLpn(i + 2)).slice(0, 60)
const apart = microseconds((scan) => splitRunTogether(scan), together)
figure('split_vs_read', apart / (times.get('plate') ?? Number.NaN), { microseconds: rounded(apart) })
