/** The device's cameras: asking for one, what stands in the way, the torch. */

/** Why there is no picture. */
export type Obstacle = 'insecure' | 'refused' | 'none' | 'inUse' | 'failed'

const KEPT_AS = 'restow.camera'

/** A picture wide enough for a label at arm's length; more makes each look slower and reads nothing more. */
const FOR_SCANS = { width: { ideal: 1280 }, height: { ideal: 720 } }
const FOR_PHOTOS = { width: { ideal: 2048 }, height: { ideal: 1536 } }

export type Purpose = 'scan' | 'photo'

export const hasCameraAccess = (): boolean => Boolean(globalThis.navigator?.mediaDevices?.getUserMedia)

/** What the browser's refusal means to the person who holds the device. Names: https://w3c.github.io/mediacapture-main/ */
export function obstacleOf(error: unknown): Obstacle {
  const name = error instanceof Error ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused'
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'none'
  if (name === 'NotReadableError' || name === 'AbortError') return 'inUse'
  return 'failed'
}

function constraintsFor(purpose: Purpose, deviceId: string | null): MediaStreamConstraints {
  const size = purpose === 'scan' ? FOR_SCANS : FOR_PHOTOS
  const which =
    deviceId === null ? { facingMode: { ideal: 'environment' } } : { deviceId: { exact: deviceId } }
  return { audio: false, video: { ...size, ...which } }
}

/** The camera chosen on this device; null: whichever looks away from the person. */
export const chosenCamera = (): string | null => localStorage.getItem(KEPT_AS)
export const rememberCamera = (deviceId: string): void => localStorage.setItem(KEPT_AS, deviceId)

/** Opens the chosen camera, or another where that one is gone. Rejects as getUserMedia does. */
export async function openStream(purpose: Purpose): Promise<MediaStream> {
  const chosen = chosenCamera()
  const open = (deviceId: string | null) =>
    navigator.mediaDevices.getUserMedia(constraintsFor(purpose, deviceId))
  if (chosen === null) return open(null)
  return open(chosen).catch((error: unknown) => {
    if (obstacleOf(error) !== 'none') throw error
    localStorage.removeItem(KEPT_AS)
    return open(null)
  })
}

/** The device's cameras. Their names are only told once a camera has been allowed. */
export async function camerasHere(): Promise<MediaDeviceInfo[]> {
  const devices = await navigator.mediaDevices.enumerateDevices()
  return devices.filter(({ kind }) => kind === 'videoinput')
}

/** `torch` is not in the types: https://w3c.github.io/mediacapture-image/#photocapabilities */
type WithTorch = MediaTrackCapabilities & { torch?: boolean }

export function hasTorch(stream: MediaStream): boolean {
  const [track] = stream.getVideoTracks()
  return Boolean((track?.getCapabilities?.() as WithTorch | undefined)?.torch)
}

export async function setTorch(stream: MediaStream, on: boolean): Promise<void> {
  const [track] = stream.getVideoTracks()
  await track?.applyConstraints({ advanced: [{ torch: on } as MediaTrackConstraintSet] })
}

export function closeStream(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}
