import type { Pass } from './passes.ts'
import type { Sight } from './watch.ts'

/** Finds codes in a frame. Takes the frame over and closes it. */
export interface Engine {
  look(frame: ImageBitmap, pass: Pass): Promise<Sight[]>
  close(): void
}
