import { classes } from '@restow/ui'
import { useTexts } from '@restow/ui/floor'
import { ScanQrCode } from 'lucide-react'
import { lazy, Suspense, useEffect } from 'react'
import { openCamera, useCameraSheet, usePhotoSheet, watchCameras } from './camera.store.ts'

/** What only those need who use the camera comes when they do. */
const CameraSheet = lazy(() => import('./CameraSheet.tsx').then((m) => ({ default: m.CameraSheet })))
const PhotoSheet = lazy(() => import('../../inspect/PhotoSheet.tsx').then((m) => ({ default: m.PhotoSheet })))

/** The camera, over whatever screen asked for it. */
export function CameraDoor() {
  const open = useCameraSheet((s) => s.open)
  const wanted = usePhotoSheet((s) => s.wanted)
  useEffect(watchCameras, [])
  return (
    <Suspense>
      {open && <CameraSheet />}
      {wanted && <PhotoSheet wanted={wanted} />}
    </Suspense>
  )
}

/** Opens the camera: at the bottom edge of every screen, where the thumb is. */
export function CameraIcon({ className, size }: { className: string; size: number }) {
  const { t } = useTexts()
  return (
    <button
      type="button"
      aria-label={t('camera.open')}
      onClick={openCamera}
      className={classes('grid min-h-14 shrink-0 place-items-center', className)}
    >
      <ScanQrCode aria-hidden size={size} />
    </button>
  )
}
