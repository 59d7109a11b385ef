import { makeLpn } from '@restow/barcodes'
import { drawLabels, type LabelFacts } from '@restow/labels'
import bwipjs from 'bwip-js/node'
import { PDFDocument, StandardFonts } from 'pdf-lib'
import { faces } from '../../labels/src/faces.fixture.ts'
import { median, percentile, print, rounded } from './lib/figures.ts'

/**
 * What labels cost: 500 plates as one PDF beside the same labels with their bars as embedded PNGs, by turns in one run;
 * and one relabel with a Chinese title. `npm run bench -- labels`
 */

const LABELS = 500
const ROUNDS = Math.max(5, Number(process.env.ROUNDS ?? 5))
const RELABELS = 100
const MEDIA = { language: 'pdf', dpi: 203, size: '50x25', orientation: 'landscape' } as const
const MM = 72 / 25.4
const lpns = Array.from({ length: LABELS }, (_, i) => makeLpn(i + 1))

const vector = () =>
  drawLabels(
    lpns.map((lpn) => ({ kind: 'plate' as const, lpn })),
    MEDIA,
  )

/** The same label as many draw it: the bars as a picture of the printer's dots. */
async function pictures(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const font = await pdf.embedFont(StandardFonts.CourierBold)
  for (const lpn of lpns) {
    const png = await bwipjs.toBuffer({ bcid: 'code128', text: lpn, scale: 2, height: 10 })
    const image = await pdf.embedPng(png)
    const page = pdf.addPage([50 * MM, 25 * MM])
    page.drawImage(image, { x: 9.6 * MM, y: 8 * MM, width: 30.75 * MM, height: 14.5 * MM })
    page.drawText(lpn, { x: 8 * MM, y: 3 * MM, size: 13, font })
  }
  return pdf.save()
}

async function timed(work: () => Promise<Uint8Array>) {
  const began = performance.now()
  const { length } = await work()
  return { ms: performance.now() - began, bytes: length }
}

async function comparePictures(): Promise<void> {
  const rounds: { ratio: number; vectorMs: number; pictureMs: number }[] = []
  let bytes = 0
  let pictureBytes = 0
  for (let round = -1; round < ROUNDS; round++) {
    const own = await timed(vector)
    const others = await timed(pictures)
    bytes = own.bytes
    pictureBytes = others.bytes
    // The first round only warms up.
    if (round < 0) continue
    rounds.push({
      ratio: rounded(others.ms / own.ms),
      vectorMs: rounded(own.ms, 0),
      pictureMs: rounded(others.ms, 0),
    })
  }
  const value = median(rounds.map(({ ratio }) => ratio))
  const detail = { labels: LABELS, rounds }
  print({ bench: 'labels', figure: 'vector_vs_png', value, unit: 'ratio', higherIsBetter: true, detail })
  print({
    bench: 'labels',
    figure: 'bytes_per_label',
    value: bytes / LABELS,
    unit: 'count',
    higherIsBetter: false,
    detail: {
      labels: LABELS,
      withPictures: Math.round(pictureBytes / LABELS),
      relabel: await chineseRelabel(),
    },
  })
}

async function chineseRelabel() {
  const facts: LabelFacts = {
    kind: 'relabel',
    code: { kind: 'fnsku', text: 'X001ABC123' },
    lines: [
      { text: '商务双肩包 大容量 防水 笔记本电脑包 黑色 15.6 寸 旅行 学生书包', as: 'title' },
      { text: '二手 – 非常好', as: 'strong' },
    ],
    lpn: makeLpn(17),
  }
  const draw = () => drawLabels([facts], MEDIA, faces)
  const first = await timed(draw)
  const times: number[] = []
  let bytes = 0
  for (let i = 0; i < RELABELS; i++) {
    const one = await timed(draw)
    times.push(one.ms)
    bytes = one.bytes
  }
  return {
    firstMs: rounded(first.ms, 0),
    warmMedianMs: rounded(median(times), 1),
    warmP95Ms: rounded(percentile(times, 0.95), 1),
    kB: rounded(bytes / 1000, 1),
  }
}

await comparePictures()
