import { sha256 } from './sha256.ts'

/** Photos made fit for sending; runs beside the page, or on it where that cannot be. */

const LONGEST_SIDE = 2048
export const QUALITY = 0.85

/** A photo ready to be kept: a JPEG, and the SHA-256 of its bytes in hex. */
export interface Shrunk {
  readonly picture: Blob
  readonly hash: string
}

/** The size of a picture whose longer side is at most 2,048 px: what a camera gives is ten times what anybody will look at. */
export function sizeOf({ width, height }: { width: number; height: number }): {
  width: number
  height: number
} {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height))
  return { width: Math.round(width * scale), height: Math.round(height * scale) }
}

export async function hashed(picture: Blob): Promise<Shrunk> {
  return { picture, hash: await sha256(new Uint8Array(await picture.arrayBuffer())) }
}
