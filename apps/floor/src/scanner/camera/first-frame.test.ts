import { describe, expect, it } from 'vitest'
import { firstFrame } from './first-frame.ts'

/** A picture that has no frame yet. */
class Picture extends EventTarget {
  readyState = 0
  videoWidth = 0
  comes(): void {
    Object.assign(this, { readyState: 2, videoWidth: 640 })
    this.dispatchEvent(new Event('loadeddata'))
  }
}
const shown = () => new AbortController()
const waits = (picture: Picture, over: AbortController, patience?: number) =>
  firstFrame(picture as unknown as HTMLVideoElement, over.signal, patience).then(
    () => 'taken',
    () => 'none',
  )

describe('a shot before the camera’s picture', () => {
  it('is taken with the first frame', async () => {
    const picture = new Picture()
    const shot = waits(picture, shown())
    picture.dispatchEvent(new Event('playing'))
    picture.comes()
    expect(await shot).toBe('taken')
    expect(await waits(picture, shown())).toBe('taken')
  })

  it('is not taken when no picture comes, or nobody looks at it any more', async () => {
    expect(await waits(new Picture(), shown(), 0)).toBe('none')
    const over = shown()
    const shot = waits(new Picture(), over)
    over.abort()
    expect(await shot).toBe('none')
    expect(await waits(new Picture(), over)).toBe('none')
  })
})
