import type { Engine } from './engine.ts'
import { Eye } from './eye.ts'

/**
 * Calls for each new frame of a video, where the browser tells of them; else for each that it draws.
 * @returns stops it
 */
function onEachFrame(video: HTMLVideoElement, call: () => void): () => void {
  let isStopped = false
  const next = () => {
    if (isStopped) return
    // Not all browsers have it: https://caniuse.com/mdn-api_htmlvideoelement_requestvideoframecallback
    if ('requestVideoFrameCallback' in video) video.requestVideoFrameCallback(onFrame)
    else requestAnimationFrame(onFrame)
  }
  const onFrame = () => {
    if (isStopped) return
    call()
    next()
  }
  next()
  return () => {
    isStopped = true
  }
}

/**
 * Shows the engine a video's frames, one at a time: what comes while it looks is left out, never queued, so that what is
 * read is always what is held before the camera now.
 * @returns stops it
 */
export function readFrames(
  video: HTMLVideoElement,
  engine: Engine,
  onScan: (raw: string) => void,
): () => void {
  const eye = new Eye()
  let isLooking = false
  let isStopped = false
  const look = async () => {
    const frame = await createImageBitmap(video)
    const sights = await engine.look(frame, eye.pass)
    if (isStopped) return
    const scan = eye.see(sights, performance.now())
    if (scan !== null) onScan(scan)
  }
  const stop = onEachFrame(video, () => {
    if (isLooking || video.videoWidth === 0) return
    isLooking = true
    // A frame that could not be looked at, as when the camera is just taken away, is one frame less.
    look()
      .catch(() => undefined)
      .finally(() => {
        isLooking = false
      })
  })
  return () => {
    isStopped = true
    stop()
  }
}
