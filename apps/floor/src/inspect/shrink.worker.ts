import { hashed, QUALITY, sizeOf } from './shrink.ts'

/** Beside the page: a photo of twelve megapixels would hold up the next scan's answer. */

async function shrink(shot: Blob | ImageBitmap) {
  const frame = shot instanceof Blob ? await createImageBitmap(shot) : shot
  const { width, height } = sizeOf(frame)
  const canvas = new OffscreenCanvas(width, height)
  canvas.getContext('2d')?.drawImage(frame, 0, 0, width, height)
  frame.close()
  return hashed(await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY }))
}

self.onmessage = ({ data: { id, shot } }: MessageEvent<{ id: number; shot: Blob | ImageBitmap }>) => {
  shrink(shot).then(
    (shrunk) => self.postMessage({ id, shrunk }),
    () => self.postMessage({ id, shrunk: null }),
  )
}
