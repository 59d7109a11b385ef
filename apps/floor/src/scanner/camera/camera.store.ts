import { create } from 'zustand'
import { hasCameraAccess } from './stream.ts'

/** Is the camera open over the screen, and does this device have one at all? */
export const useCameraSheet = create<{ open: boolean }>(() => ({ open: false }))

export const openCamera = (): void => useCameraSheet.setState({ open: true })
export const closeCamera = (): void => useCameraSheet.setState({ open: false })
export const toggleCamera = (): void => useCameraSheet.setState(({ open }) => ({ open: !open }))

const useCameraHere = create<{ here: boolean }>(() => ({ here: false }))

/** May a screen show the live picture: there is a camera, and no sheet has it. */
export function useFreeCamera(): boolean {
  const isHere = useCameraHere((s) => s.here)
  const isScanning = useCameraSheet((s) => s.open)
  const isWanted = usePhotoSheet((s) => s.wanted !== null)
  return isHere && !isScanning && !isWanted
}

async function lookForCameras(): Promise<void> {
  const devices = await navigator.mediaDevices.enumerateDevices()
  useCameraHere.setState({ here: devices.some(({ kind }) => kind === 'videoinput') })
}

/**
 * Keeps in mind whether the device has a camera, so that a photo can be decided on within the tap: a file chooser opens only
 * in answer to one.
 */
export function watchCameras(): void {
  if (!hasCameraAccess()) return
  const look = () => void lookForCameras().catch(() => undefined)
  navigator.mediaDevices.addEventListener('devicechange', look)
  look()
}

/** A photo that is wanted: whose, of which side, and the file chooser as the way around the camera. */
export interface Wanted {
  /** What the person reads: the angle. */
  readonly title: string
  take(frame: ImageBitmap): void
  chooseFile(): void
}

export const usePhotoSheet = create<{ wanted: Wanted | null }>(() => ({ wanted: null }))
export const closePhotoSheet = (): void => usePhotoSheet.setState({ wanted: null })

type Shoot = (title: string) => Promise<ImageBitmap | null>

/**
 * Takes the picture that the shown viewfinder shows now, or its first; null while none is shown. What it gives is null where
 * another shot waits for that already; it rejects where no picture comes.
 */
export const useShutter = create<{ shoot: Shoot | null }>(() => ({ shoot: null }))

/**
 * Takes a photo in the quickest way there is: now, from the live picture; else by opening the camera; else by a file.
 * @param failed hears that the live picture gave none; the camera is opened then, with a way around it
 */
export function askForPhoto(wanted: Wanted, failed: () => void): void {
  const { shoot } = useShutter.getState()
  const openSheet = () => {
    // One picture at a time: not every device lends its camera twice.
    closeCamera()
    usePhotoSheet.setState({ wanted })
  }
  const take = (frame: ImageBitmap | null) => {
    if (frame) wanted.take(frame)
  }
  const goRound = () => {
    openSheet()
    failed()
  }
  if (shoot) void shoot(wanted.title).then(take, goRound)
  else if (useCameraHere.getState().here) openSheet()
  else wanted.chooseFile()
}
