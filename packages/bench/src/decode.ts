import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PASSES, type Pass } from '@restow/floor/camera/passes'
import { pictureOf } from '@restow/testkit/fake-camera'
import { median, print, rounded } from './lib/figures.ts'
import { type Photo, type Picture, photosIn, pixelsOf } from './lib/photos.ts'
import { loadEngine, read, readAsApp, readAsFallback, readByDefault } from './lib/readers.ts'

/**
 * What the camera's engines read off photos, beside zxing-wasm with its default options, and what a frame costs.
 * `npm run bench -- decode [folder]`: photos with their content in a .txt (or .bin) of the same name.
 */

const BESIDE = fileURLToPath(new URL('../../../../shared/data/photos', import.meta.url))
const ROUNDS = Math.max(5, Number(process.env.ROUNDS ?? 9))
const READERS = ['app', 'default', 'fallback'] as const
type Reader = (typeof READERS)[number]

type Tally = Record<Reader, { right: number; wrong: number; missed: number }> & { both: number }
type Verdict = keyof Tally['app']

const noTally = (): Tally => ({
  app: { right: 0, wrong: 0, missed: 0 },
  default: { right: 0, wrong: 0, missed: 0 },
  fallback: { right: 0, wrong: 0, missed: 0 },
  both: 0,
})

function folderOf([named]: string[]): string {
  const folder = resolve(named ?? BESIDE)
  if (existsSync(folder)) return folder
  throw new Error(
    `There is no folder ${folder}. Wanted are photos of barcodes, each with its content in a .txt of the same name: npm run bench -- decode FOLDER`,
  )
}

function judge({ wanted }: Photo, texts: readonly string[]): Verdict {
  if (texts.length === 0) return 'missed'
  return wanted && texts.some((text) => wanted.fits(text)) ? 'right' : 'wrong'
}

/** Reads every photo with every reader. @returns the tally of each symbology */
async function readAll(photos: readonly Photo[]): Promise<Map<string, Tally>> {
  const tallies = new Map<string, Tally>()
  for (const photo of photos) {
    const tally = tallies.get(photo.symbology) ?? noTally()
    tallies.set(photo.symbology, tally)
    const picture = await photo.picture()
    const verdicts: Record<Reader, Verdict> = {
      app: judge(photo, await readAsApp(picture)),
      default: judge(photo, await readByDefault(picture)),
      fallback: judge(photo, readAsFallback(picture)),
    }
    for (const reader of READERS) tally[reader][verdicts[reader]] += 1
    if (verdicts.app === 'right' && verdicts.default === 'right') tally.both += 1
    if (verdicts.app !== verdicts.default) say({ photo: photo.name, ...verdicts })
  }
  return tallies
}

/** Frames as a handheld's camera gives them: a table, and labels on it. */
async function frames(): Promise<Map<string, Picture>> {
  const scenes = {
    empty: null,
    label: { bcid: 'code128', text: '1Z999AA10123456784' },
    product: { bcid: 'ean13', text: '4006381333931', turned: 90 },
    qr: { bcid: 'qrcode', text: 'https://example.com/01/09506000134352/21/SN-7', module: 5 },
    matrix: { bcid: 'datamatrix', text: 'RU0000000017', turned: 8, module: 6, blurred: 1 },
  }
  const made = new Map<string, Picture>()
  for (const [name, held] of Object.entries(scenes)) made.set(name, await pixelsOf(await pictureOf(held)))
  return made
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** Times each pass against default options, in turn on each frame. @returns the ratios of each round */
async function time(pass: Pass, pictures: ReadonlyMap<string, Picture>) {
  const rounds: number[] = []
  const perFrame = new Map<string, number[]>([...pictures.keys()].map((name) => [name, []]))
  for (let round = -1; round < ROUNDS; round++) {
    const sum = { pass: 0, default: 0 }
    for (const [name, picture] of pictures) {
      const own = await milliseconds(() => read(picture, PASSES[pass]))
      const usual = await milliseconds(() => read(picture))
      sum.pass += own
      sum.default += usual
      if (round >= 0) perFrame.get(name)?.push(own / usual)
    }
    // The first round only warms up.
    if (round >= 0) rounds.push(sum.pass / sum.default)
  }
  const frames = Object.fromEntries([...perFrame].map(([name, ratios]) => [name, rounded(median(ratios), 3)]))
  return { value: median(rounds), detail: { rounds: rounds.map((n) => rounded(n, 3)), frames } }
}

/** What is no figure: a symbology's tally, a photo on which the app and the default differ. */
const say = (line: object) => console.log(JSON.stringify({ bench: 'decode', ...line }))

const figure = (
  name: string,
  value: number,
  unit: 'ratio' | 'count',
  higherIsBetter: boolean,
  detail: Record<string, unknown>,
) => print({ bench: 'decode', figure: name, value, unit, higherIsBetter, detail })

function reportReading(tallies: ReadonlyMap<string, Tally>): void {
  const real = [...tallies].filter(([symbology]) => symbology !== 'falsepositives')
  if (real.length === 0) throw new Error('The folder has no photos with their content beside them.')
  for (const [symbology, { both: _, ...readers }] of tallies) say({ symbology, ...readers })
  const share = Object.fromEntries(
    real.map(([name, { both, default: usual }]) => [name, usual.right === 0 ? 1 : both / usual.right]),
  )
  const more = Object.fromEntries(real.map(([name, tally]) => [name, tally.app.wrong - tally.default.wrong]))
  const falseReads = tallies.get('falsepositives')
  figure('right_vs_default', Math.min(...Object.values(share)), 'ratio', true, share)
  figure('wrong_more_than_default', Math.max(...Object.values(more)), 'count', false, more)
  figure('false_reads', falseReads?.app.wrong ?? 0, 'count', false, {
    photos: falseReads ? falseReads.app.wrong + falseReads.app.missed : 0,
    default: falseReads?.default.wrong ?? 0,
    fallback: falseReads?.fallback.wrong ?? 0,
  })
}

async function main(): Promise<void> {
  const photos = photosIn(folderOf(process.argv.slice(2)))
  await loadEngine()
  const tallies = await readAll(photos)
  const pictures = await frames()
  const glance = await time('glance', pictures)
  const hard = { hard: await time('hard', pictures), inverted: await time('inverted', pictures) }
  reportReading(tallies)
  figure('glance_vs_default', glance.value, 'ratio', false, glance.detail)
  figure('hard_vs_default', Math.max(hard.hard.value, hard.inverted.value), 'ratio', false, hard)
}

try {
  await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
