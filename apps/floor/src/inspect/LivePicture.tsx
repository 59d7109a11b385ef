import { tell } from '@restow/ui/floor'
import { useEffect } from 'react'
import { useShutter } from '../scanner/camera/camera.store.ts'
import { firstFrame, hasFrame } from '../scanner/camera/first-frame.ts'
import { type Live, useStream } from '../scanner/camera/use-stream.ts'
import { Viewfinder } from '../scanner/camera/Viewfinder.tsx'
import { sayLook } from '../shell/verdict.store.ts'

/** A shot that comes before the picture does waits for its first frame, and says that it does. */
function shutter(video: Live['video'], over: AbortSignal) {
  let isWaiting = false
  return async (title: string): Promise<ImageBitmap | null> => {
    const { current } = video
    if (!current) throw new Error('There is no picture')
    if (hasFrame(current)) return createImageBitmap(current)
    sayLook(title, tell('shot.waits'))
    // One shot waits, however often it is asked for meanwhile.
    if (isWaiting) return null
    isWaiting = true
    try {
      await firstFrame(current, over)
      return await createImageBitmap(current)
    } catch (error) {
      // Whoever has gone on wants no photo any more.
      if (over.aborted) return null
      throw error
    } finally {
      isWaiting = false
    }
  }
}

/** What the camera sees, of which photos are taken while it is shown: one tap or one command code per shot. */
export function LivePicture({ className }: { className?: string }) {
  const live = useStream('photo')
  const { video, obstacle } = live
  useEffect(() => {
    if (obstacle) return
    const shown = new AbortController()
    useShutter.setState({ shoot: shutter(video, shown.signal) })
    return () => {
      shown.abort()
      useShutter.setState({ shoot: null })
    }
  }, [video, obstacle])
  return <Viewfinder live={live} {...(className ? { className } : {})} />
}
