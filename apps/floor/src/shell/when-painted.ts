/** A page that is not looked at draws no frames: then it is done this much later, in milliseconds. */
const UNSEEN_MS = 200

/** Does work that nobody waits for when what was said before is on the screen. */
export function whenPainted(work: () => void): void {
  let isDone = false
  const once = () => {
    if (isDone) return
    isDone = true
    clearTimeout(timer)
    work()
  }
  const timer = setTimeout(once, UNSEEN_MS)
  // When the next frame begins, the one with the words in it is on its way to the eye.
  globalThis.requestAnimationFrame?.(() => requestAnimationFrame(() => setTimeout(once)))
}
