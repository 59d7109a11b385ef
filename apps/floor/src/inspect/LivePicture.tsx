import { useEffect } from 'react'
import { useShutter } from '../scanner/camera/camera.store.ts'
import { useStream } from '../scanner/camera/use-stream.ts'
import { Viewfinder } from '../scanner/camera/Viewfinder.tsx'

/** What the camera sees, of which photos are taken while it is shown: one tap or one command code per shot. */
export function LivePicture({ className }: { className?: string }) {
  const live = useStream('photo')
  const { video, stream } = live
  useEffect(() => {
    if (!stream) return
    const shoot = () =>
      video.current ? createImageBitmap(video.current) : Promise.reject(new Error('There is no picture'))
    useShutter.setState({ shoot })
    return () => useShutter.setState({ shoot: null })
  }, [video, stream])
  return <Viewfinder live={live} {...(className ? { className } : {})} />
}
