import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import {
  camerasHere,
  closeStream,
  hasCameraAccess,
  hasTorch,
  type Obstacle,
  obstacleOf,
  openStream,
  type Purpose,
  rememberCamera,
  setTorch,
} from './stream.ts'

export interface Live {
  readonly video: RefObject<HTMLVideoElement | null>
  readonly stream: MediaStream | null
  readonly obstacle: Obstacle | null
  readonly cameras: readonly MediaDeviceInfo[]
  /** Is the torch on; null where there is none. */
  readonly torch: boolean | null
  toggleTorch(): void
  /** Goes over to the device's next camera, and remembers it. */
  nextCamera(): void
  retry(): void
}

/** Shows a stream in a video element, as long as both are there. */
function useShown(stream: MediaStream | null) {
  const video = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    const element = video.current
    if (!element || !stream) return
    element.srcObject = stream
    // Rejects when the element goes before the first frame.
    element.play().catch(() => undefined)
    return () => {
      element.srcObject = null
    }
  }, [stream])
  return video
}

function useTorch(stream: MediaStream | null) {
  const [torch, setOn] = useState<boolean | null>(null)
  useEffect(() => setOn(stream && hasTorch(stream) ? false : null), [stream])
  const toggleTorch = useCallback(() => {
    if (!stream || torch === null) return
    setTorch(stream, !torch).then(
      () => setOn(!torch),
      () => setOn(null),
    )
  }, [stream, torch])
  return { torch, toggleTorch }
}

/** The camera's live picture, for as long as the component is shown; afterwards the camera is free for others. */
export function useStream(purpose: Purpose): Live {
  const [attempt, setAttempt] = useState(0)
  const [stream, setStream] = useState<MediaStream | null>(null)
  const [obstacle, setObstacle] = useState<Obstacle | null>(null)
  const [cameras, setCameras] = useState<MediaDeviceInfo[]>([])
  useEffect(() => {
    void attempt
    if (!hasCameraAccess()) return setObstacle('insecure')
    let isOver = false
    let own: MediaStream | null = null
    const open = async () => {
      own = await openStream(purpose)
      if (isOver) return closeStream(own)
      own.getVideoTracks()[0]?.addEventListener('ended', () => setObstacle('inUse'))
      setObstacle(null)
      setStream(own)
      setCameras(await camerasHere())
    }
    open().catch((error: unknown) => {
      if (!isOver) setObstacle(obstacleOf(error))
    })
    return () => {
      isOver = true
      if (own) closeStream(own)
      setStream(null)
    }
  }, [purpose, attempt])
  const retry = useCallback(() => {
    setObstacle(null)
    setAttempt((n) => n + 1)
  }, [])
  const nextCamera = () => {
    const current = stream?.getVideoTracks()[0]?.getSettings().deviceId
    const at = cameras.findIndex(({ deviceId }) => deviceId === current)
    const next = cameras[(at + 1) % cameras.length]
    if (!next) return
    rememberCamera(next.deviceId)
    retry()
  }
  return { video: useShown(stream), stream, obstacle, cameras, ...useTorch(stream), nextCamera, retry }
}
