import bwipjs from 'bwip-js/node'
import sharp, { type Sharp } from 'sharp'

/** What a camera would see: a label with a code on a busy table. */

export const PICTURE = { width: 1280, height: 720 } as const

export interface Held {
  /** The code as bwip-js names it: `code128`, `qrcode`, `datamatrix`, `ean13`. */
  readonly bcid: string
  readonly text: string
  /** Degrees. */
  readonly turned?: number
  /** Sigma, in pixels. */
  readonly blurred?: number
  /** Standard deviation of the noise, of 255. */
  readonly noisy?: number
  /** How many pixels wide a module is. */
  readonly module?: number
}

const isLinear = (bcid: string): boolean => !/qr|matrix/.test(bcid)

async function labelOf({ bcid, text, turned = 0, module = 3 }: Held): Promise<Buffer> {
  const lines = isLinear(bcid) ? { height: 22, includetext: false } : {}
  const drawn = await bwipjs.toBuffer({ bcid, text, scale: module, backgroundcolor: 'FFFFFF', ...lines })
  const framed = await sharp(drawn)
    .extend({ top: 40, bottom: 40, left: 40, right: 40, background: '#ffffff' })
    .png()
    .toBuffer()
  return sharp(framed)
    .rotate(turned, { background: { r: 0, g: 0, b: 0, alpha: 0 } })
    .png()
    .toBuffer()
}

/** A wooden table, the same each time: waves whose periods have nothing in common, and grain. */
function table({ width, height }: typeof PICTURE, noisy: number): Buffer {
  const grey = Buffer.alloc(width * height)
  let random = 1
  for (let i = 0; i < grey.length; i++) {
    const x = i % width
    const y = Math.floor(i / width)
    random = (Math.imul(random, 1_103_515_245) + 12_345) & 0x7fff_ffff
    const wood = 12 * Math.sin(x / 31 + 3 * Math.sin(y / 57)) + 8 * Math.sin(y / 5.3 + x / 131)
    grey[i] = 120 + wood + (random / 0x7fff_ffff - 0.5) * 2 * noisy
  }
  return grey
}

/** Grey noise to lay over a picture: its mean is the middle, which `soft-light` leaves as it is. */
const grain = (sigma: number) =>
  sharp({
    create: { ...PICTURE, channels: 3, background: '#808080', noise: { type: 'gaussian', mean: 128, sigma } },
  })
    .png()
    .toBuffer()

/** One picture of the camera. Without a label it shows the table. */
export async function pictureOf(held: Held | null): Promise<Sharp> {
  const raw = { ...PICTURE, channels: 1 as const }
  const desk = await sharp(table(PICTURE, 20), { raw }).blur(1).toColourspace('srgb').png().toBuffer()
  if (!held) return sharp(desk)
  const label = await labelOf(held)
  const laid = await sharp(desk)
    .composite([{ input: label, gravity: 'centre' }])
    .png()
    .toBuffer()
  const blurred = held.blurred ? await sharp(laid).blur(held.blurred).png().toBuffer() : laid
  if (!held.noisy) return sharp(blurred)
  const noisy = await sharp(blurred)
    .composite([{ input: await grain(held.noisy), blend: 'hard-light' }])
    .png()
    .toBuffer()
  return sharp(noisy)
}

/** A film for Chromium's fake camera: JPEG pictures one after another, each held shown for so many frames, over and over. */
export async function filmOf(scenes: readonly (Held | null)[], framesEach: number): Promise<Buffer> {
  const frames: Buffer[] = []
  for (const held of scenes) {
    const frame = await (await pictureOf(held)).jpeg({ quality: 90 }).toBuffer()
    for (let n = 0; n < framesEach; n++) frames.push(frame)
  }
  return Buffer.concat(frames)
}
