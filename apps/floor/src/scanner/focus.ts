/** How often the focus is looked after: React takes focused elements away without a word. */
const LOOK_EVERY_MS = 250

const isAtRest = (element: Element | null) => element === null || element === document.body

/**
 * Keeps the focus in the scanner's input, so that text without key events has a place to go. A text field
 * keeps the focus, and so does a button that was reached by the keyboard; one that was tapped gives it back.
 */
export function keepFocus(own: HTMLInputElement): () => void {
  const take = () => own.focus({ preventScroll: true })
  const lookAfter = () => {
    if (document.hasFocus() && isAtRest(document.activeElement)) take()
  }
  const afterTap = () => {
    const active = document.activeElement
    const isField = active?.matches('input, textarea, select') && active !== own
    if (!isField) take()
  }
  take()
  const timer = setInterval(lookAfter, LOOK_EVERY_MS)
  window.addEventListener('click', afterTap)
  window.addEventListener('focus', lookAfter)
  document.addEventListener('visibilitychange', lookAfter)
  return () => {
    clearInterval(timer)
    window.removeEventListener('click', afterTap)
    window.removeEventListener('focus', lookAfter)
    document.removeEventListener('visibilitychange', lookAfter)
  }
}
