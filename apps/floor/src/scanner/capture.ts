import { characterOf, fieldOf, restore, type TextField, whereOf } from './keys.ts'
import { belongsToField } from './recognise.ts'
import { idleAfter, NO_SCAN, step, type Wedge, type WedgeInput, type WedgeStep } from './wedge.ts'

interface Burst {
  field: TextField
  before: string
}

/** What has been typed and is no scan yet, and where it went meanwhile. */
class Capture {
  #wedge: Wedge = NO_SCAN
  #burst: Burst | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #own: HTMLInputElement
  readonly #onScan: (raw: string) => void

  constructor(own: HTMLInputElement, onScan: (raw: string) => void) {
    this.#own = own
    this.#onScan = onScan
  }

  #feed(input: WedgeInput): WedgeStep {
    const next = step(this.#wedge, input, belongsToField)
    this.#wedge = next.wedge
    clearTimeout(this.#timer)
    const isBegun = next.wedge.text !== ''
    if (isBegun) this.#timer = setTimeout(() => this.#silence(), idleAfter(next.wedge))
    if (next.scan) {
      const burst = this.#burst
      if (next.scan.where !== 'page' && burst) restore(burst.field, burst.before)
      this.#onScan(next.scan.text)
    }
    if (!isBegun) this.#burst = null
    return next
  }

  #silence(): void {
    this.#feed({ kind: 'idle', at: performance.now() })
  }

  key(event: KeyboardEvent): void {
    if (event.isComposing || event.repeat) return
    const key = characterOf(event)
    const wasEmpty = this.#wedge.text === ''
    // A space that begins nothing presses the focused button, as keyboards do.
    if (key === undefined || (key === ' ' && wasEmpty)) return
    const field = fieldOf(event.target, this.#own)
    const before = field?.value ?? ''
    const { hold, wedge } = this.#feed({ kind: 'key', at: event.timeStamp, key, where: whereOf(field) })
    // A burst may begin anew within a text that a person types: then it holds the one new character.
    if (field && wedge.text !== '' && (wasEmpty || wedge.text.length === 1)) this.#burst = { field, before }
    if (!hold) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }

  /** Text that comes without key events: into our own input, or whole into a field that has the focus. */
  beforeInput(event: InputEvent): void {
    const text = event.data ?? ''
    const at = event.timeStamp
    const field = fieldOf(event.target, this.#own)
    const isInsertion = event.inputType === 'insertText' && text.length > 1
    if (event.target === this.#own && event.cancelable && text !== '' && !event.isComposing) {
      event.preventDefault()
      this.#feed({ kind: 'text', at, text, where: 'page' })
    } else if (field && isInsertion && !belongsToField(text.trim(), whereOf(field), 'idle')) {
      event.preventDefault()
      this.#feed({ kind: 'text', at, text: `${text.trim()}\n`, where: 'page' })
    }
  }

  /** What could not be stopped beforehand, such as the text of an input method, is taken out of the input. */
  input(event: Event): void {
    if (event.target !== this.#own || (event instanceof InputEvent && event.isComposing)) return
    const text = this.#own.value
    this.#own.value = ''
    if (text !== '') this.#feed({ kind: 'text', at: event.timeStamp, text, where: 'page' })
  }

  end(): void {
    clearTimeout(this.#timer)
  }
}

/**
 * Listens to everything that types, for the whole app. Key events are taken in the capture phase before any
 * button hears them; where they are taken, the browser inserts no text, so that nothing is counted twice.
 * @param own the hidden input that keeps the focus, for text that comes without key events
 * @returns ends the listening
 */
export function startCapture(own: HTMLInputElement, onScan: (raw: string) => void): () => void {
  const capture = new Capture(own, onScan)
  const stops = [
    () => capture.end(),
    listen(window, 'keydown', (event) => capture.key(event)),
    listen(window, 'beforeinput', (event) => capture.beforeInput(event)),
    listen(window, 'input', (event) => capture.input(event)),
    listen(own, 'compositionend', (event) => capture.input(event)),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

function listen<K extends keyof HTMLElementEventMap>(
  on: Window | HTMLElement,
  type: K,
  hear: (event: HTMLElementEventMap[K]) => void,
): () => void {
  const heard = hear as EventListener
  on.addEventListener(type, heard, { capture: true })
  return () => on.removeEventListener(type, heard, { capture: true })
}
