import type { Engine } from './engine.ts'
import type { Pass } from './passes.ts'
import type { Sight } from './watch.ts'

/** What goes to the worker: a frame. */
export interface Asked {
  readonly frame: ImageBitmap
  readonly pass: Pass
}
/** What comes back: first that it is ready, then what each frame shows. */
export type Answer = { readonly ready: true } | { readonly sights: Sight[] } | { readonly failed: string }

/** Starts the worker and waits until its engine stands. Rejects where it cannot. */
export function openWorker(): Promise<Engine> {
  const worker = new Worker(new URL('./decode.worker.ts', import.meta.url), { type: 'module' })
  let waiting: { take: (sights: Sight[]) => void; fail: (why: Error) => void } | null = null
  const engine: Engine = {
    look: (frame, pass) =>
      new Promise((take, fail) => {
        waiting = { take, fail }
        worker.postMessage({ frame, pass } satisfies Asked, [frame])
      }),
    close: () => worker.terminate(),
  }
  return new Promise((resolve, reject) => {
    const fail = (why: string) => {
      const error = new Error(why)
      reject(error)
      waiting?.fail(error)
    }
    worker.onerror = (event) => {
      worker.terminate()
      fail(event.message)
    }
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      if ('ready' in data) resolve(engine)
      else if ('sights' in data) waiting?.take(data.sights)
      else fail(data.failed)
    }
  })
}
