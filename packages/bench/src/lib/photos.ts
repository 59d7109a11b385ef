import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'

/** A picture as a canvas would hand it over. */
export interface Picture {
  readonly data: Uint8ClampedArray
  readonly width: number
  readonly height: number
}

export interface Photo {
  readonly name: string
  /** What it should be read as: the folder's name without its number. */
  readonly symbology: string
  /** What it holds, as text and as bytes; null where there is nothing to be read. */
  readonly wanted: Wanted | null
  picture(): Promise<Picture>
}

export interface Wanted {
  fits(text: string): boolean
}

const PICTURES = /\.(png|jpe?g|webp|gif|avif|tiff?)$/i

/** A text fits as it stands, or without the line end that editors add; bytes fit in the encodings that readers give them in. */
function wantedOf(stem: string): Wanted | null {
  if (existsSync(`${stem}.txt`)) {
    const text = readFileSync(`${stem}.txt`, 'utf8')
    return { fits: (read) => read === text || read === text.replace(/\r?\n$/, '') }
  }
  if (!existsSync(`${stem}.bin`)) return null
  const bytes = readFileSync(`${stem}.bin`)
  const texts = ['utf8', 'latin1'].map((encoding) => bytes.toString(encoding as BufferEncoding))
  return { fits: (read) => texts.includes(read) }
}

export async function pixelsOf(picture: Sharp): Promise<Picture> {
  const { data, info } = await picture
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data: new Uint8ClampedArray(data), width: info.width, height: info.height }
}

/** The photos below a folder. In `falsepositives-*` there is nothing to be read. */
export function photosIn(folder: string): Photo[] {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true })
  const files = entries.filter((entry) => entry.isFile() && PICTURES.test(entry.name))
  return files
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path): Photo => {
      const group = path.split(/[\\/]/).at(-2) ?? ''
      const symbology = group.replace(/-\d+$/, '')
      return {
        name: `${group}/${path.split(/[\\/]/).at(-1)}`,
        symbology,
        wanted: symbology === 'falsepositives' ? null : wantedOf(path.replace(PICTURES, '')),
        picture: () => pixelsOf(sharp(path)),
      }
    })
    .filter((photo) => photo.wanted !== null || photo.symbology === 'falsepositives')
}
