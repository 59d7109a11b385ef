/** A camera that has shown nothing for so long shows nothing at all; in milliseconds. */
const PATIENCE_MS = 6000

type Picture = Pick<HTMLVideoElement, 'readyState' | 'videoWidth' | 'addEventListener'>

/** HTMLMediaElement.HAVE_CURRENT_DATA */
const HAS_FRAME = 2

export const hasFrame = (video: Picture | null): boolean =>
  video !== null && video.readyState >= HAS_FRAME && video.videoWidth > 0

/**
 * Resolves once there is a frame to take. Rejects when none comes.
 * @param over aborts when the picture is no longer shown
 */
export function firstFrame(video: Picture, over: AbortSignal, patience = PATIENCE_MS): Promise<void> {
  if (hasFrame(video)) return Promise.resolve()
  return new Promise((seen, failed) => {
    const heard = new AbortController()
    const end = (settle: () => void) => {
      heard.abort()
      clearTimeout(timer)
      settle()
    }
    const fail = () => end(() => failed(new Error('There is no picture')))
    const timer = setTimeout(fail, patience)
    const look = () => {
      if (hasFrame(video)) end(seen)
    }
    const { signal } = heard
    for (const type of ['loadeddata', 'playing', 'resize']) video.addEventListener(type, look, { signal })
    over.addEventListener('abort', fail, { signal })
    if (over.aborted) fail()
  })
}
