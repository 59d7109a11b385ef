import { createHash, randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import { ProblemError } from '../problem.ts'

/** Photos in the data folder: the original as it came, and re-encoded copies without metadata to show. */

export const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const
export const MAX_PHOTO_BYTES = 25 * 1024 * 1024
const MAX_PIXELS = 50_000_000
const WIDTHS = { thumb: 320, view: 1600 } as const
export type PhotoSize = keyof typeof WIDTHS

export interface PhotoFacts {
  readonly mediaType: string
  readonly width: number
  readonly height: number
}

const folderOf = (dir: string, sha256: string): string => join(dir, 'photos', sha256.slice(0, 2))
const pathOf = (dir: string, sha256: string, kind: 'original' | PhotoSize): string =>
  join(folderOf(dir, sha256), kind === 'original' ? sha256 : `${sha256}.${kind}.jpg`)

/** Writes a file so that after a power cut it is there whole or not at all. */
async function writeWhole(path: string, bytes: Buffer): Promise<void> {
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  const file = await open(draft, 'wx')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(draft, path).catch(async (error) => {
    await rm(draft, { force: true })
    throw error
  })
  await syncFolder(dirname(path))
}

/** The new name too must be there after a power cut. Not every system lets a folder be opened. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null)
  await handle?.sync().catch(() => {})
  await handle?.close()
}

const notAnImage = () =>
  new ProblemError(
    415,
    'not_an_image',
    'These bytes are no JPEG, PNG or WebP picture that can be opened. Take the photo again.',
  )

function encode(bytes: Buffer, size: PhotoSize): Promise<Buffer> {
  const width = WIDTHS[size]
  return sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'truncated' })
    .rotate()
    .resize({ width, height: width, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: size === 'thumb' ? 72 : 82 })
    .toBuffer()
}

/**
 * Checks and keeps a photo.
 * @throws 422 hash_mismatch, 415 not_an_image, 422 photo_too_large
 */
export async function keepPhoto(dir: string, sha256: string, bytes: Buffer): Promise<PhotoFacts> {
  if (createHash('sha256').update(bytes).digest('hex') !== sha256)
    throw new ProblemError(
      422,
      'hash_mismatch',
      'The bytes that arrived do not have this hash. Send the photo again.',
    )
  const type = await fileTypeFromBuffer(bytes)
  if (!type || !PHOTO_TYPES.some((t) => t === type.mime)) throw notAnImage()
  const facts = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => null)
  if (!facts) throw notAnImage()
  if (facts.width * facts.height > MAX_PIXELS)
    throw new ProblemError(
      422,
      'photo_too_large',
      'The photo has more than 50 megapixels. Take it again with a smaller size.',
    )
  // Making the thumbnail opens the whole picture, so that one cut off in transit is refused now.
  const thumb = await encode(bytes, 'thumb').catch(() => {
    throw notAnImage()
  })
  await mkdir(folderOf(dir, sha256), { recursive: true })
  await writeWhole(pathOf(dir, sha256, 'original'), bytes)
  await writeWhole(pathOf(dir, sha256, 'thumb'), thumb)
  return { mediaType: type.mime, width: facts.width, height: facts.height }
}

const missing = (error: unknown): boolean => (error as { code?: string }).code === 'ENOENT'

/** The original bytes; null when they are not there. */
export function readOriginal(dir: string, sha256: string): Promise<Buffer | null> {
  return readFile(pathOf(dir, sha256, 'original')).catch((error) => {
    if (missing(error)) return null
    throw error
  })
}

/** A copy to show, made at first request; null when the photo is not there. */
export async function readShown(dir: string, sha256: string, size: PhotoSize): Promise<Buffer | null> {
  const path = pathOf(dir, sha256, size)
  try {
    return await readFile(path)
  } catch (error) {
    if (!missing(error)) throw error
  }
  const original = await readOriginal(dir, sha256)
  if (!original) return null
  const shown = await encode(original, size)
  await writeWhole(path, shown)
  return shown
}
