import { hashed, QUALITY, type Shrunk, sizeOf } from './shrink.ts'

type Take = (shrunk: Shrunk | null) => void

let worker: Worker | null = null
const waiting = new Map<number, Take>()
let lastId = 0

/** The worker that photos are made in, started with the first of them. */
function startWorker(): Worker {
  const started = new Worker(new URL('./shrink.worker.ts', import.meta.url), { type: 'module' })
  started.onmessage = ({ data: { id, shrunk } }: MessageEvent<{ id: number; shrunk: Shrunk | null }>) => {
    waiting.get(id)?.(shrunk)
    waiting.delete(id)
  }
  started.onerror = () => {
    for (const take of waiting.values()) take(null)
    waiting.clear()
    worker = null
  }
  return started
}

/** @returns null where the worker could not make the photo */
function inWorker(shot: Blob | ImageBitmap): Promise<Shrunk | null> {
  if (typeof Worker === 'undefined' || typeof OffscreenCanvas === 'undefined') return Promise.resolve(null)
  worker ??= startWorker()
  const id = ++lastId
  const { promise, resolve } = deferred()
  waiting.set(id, resolve)
  // A frame is copied, not handed over, so that it is still here if the worker fails.
  worker.postMessage({ id, shot })
  return promise
}

function deferred() {
  let resolve: Take = () => undefined
  const promise = new Promise<Shrunk | null>((take) => {
    resolve = take
  })
  return { promise, resolve }
}

async function onPage(shot: Blob | ImageBitmap): Promise<Shrunk> {
  const frame = shot instanceof Blob ? await createImageBitmap(shot) : shot
  const canvas = document.createElement('canvas')
  Object.assign(canvas, sizeOf(frame))
  canvas.getContext('2d')?.drawImage(frame, 0, 0, canvas.width, canvas.height)
  if (shot instanceof Blob) frame.close()
  const picture = await new Promise<Blob>((resolve, reject) => {
    const take = (blob: Blob | null) =>
      blob ? resolve(blob) : reject(new Error('The canvas gave no picture'))
    canvas.toBlob(take, 'image/jpeg', QUALITY)
  })
  return hashed(picture)
}

/** A shot as it is kept and sent: a JPEG of at most 2,048 px, and its SHA-256. Takes a frame over and closes it. */
export async function makePhoto(shot: Blob | ImageBitmap): Promise<Shrunk> {
  try {
    return (await inWorker(shot)) ?? (await onPage(shot))
  } finally {
    if (!(shot instanceof Blob)) shot.close()
  }
}
