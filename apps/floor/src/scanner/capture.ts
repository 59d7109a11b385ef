import { noteArrival, noteEnd } from './arrival.ts'
import { characterOf, fieldOf, nameOfKey, restore, type TextField, whereOf } from './keys.ts'
import { belongsToField, isCode } from './recognise.ts'
import { AS_DELIVERED, type TriggerSettings } from './trigger.store.ts'
import {
  goesOnFor,
  idleAfter,
  NO_SCAN,
  step,
  type Wedge,
  type WedgeInput,
  type WedgeStep,
  type Where,
} from './wedge.ts'

const GS = '\u001d'
/** No keyboard repeats a held key sooner after its first character, in milliseconds. */
const REPEATS_AFTER = 200
/** A timer so late tells of a busy page, behind which the scanner's characters stand in line. */
const LATE = 15

interface Burst {
  field: TextField
  before: string
}

/** The code without what this device's scanner puts around and into it. */
export function unwrapped(text: string, { prefix, standInTexts }: TriggerSettings): string {
  const bare = prefix !== '' && text.startsWith(prefix) ? text.slice(prefix.length) : text
  return standInTexts.reduce((rest, standIn) => (standIn === '' ? rest : rest.replaceAll(standIn, GS)), bare)
}

/** What has been typed and is no scan yet, and where it went meanwhile. */
class Capture {
  #wedge: Wedge = NO_SCAN
  #burst: Burst | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #lastKeyAt = Number.NEGATIVE_INFINITY
  #isHeld = false
  readonly #own: HTMLInputElement
  readonly #onScan: (raw: string) => void
  readonly #settings: () => TriggerSettings

  constructor(own: HTMLInputElement, onScan: (raw: string) => void, settings: () => TriggerSettings) {
    this.#own = own
    this.#onScan = onScan
    this.#settings = settings
  }

  #feed(input: WedgeInput): WedgeStep {
    const next = step(this.#wedge, input, belongsToField)
    this.#wedge = next.wedge
    clearTimeout(this.#timer)
    const isBegun = next.wedge.text !== ''
    if (isBegun) this.#awaitSilence(idleAfter(next.wedge, this.#settings().suffix))
    if (next.scan) {
      const burst = this.#burst
      if (next.scan.where !== 'page' && burst) restore(burst.field, burst.before)
      noteEnd()
      this.#onScan(unwrapped(next.scan.text, this.#settings()))
    }
    if (!isBegun) this.#burst = null
    return next
  }

  #awaitSilence(ms: number, isSecond = false): void {
    const due = performance.now() + ms
    this.#timer = setTimeout(() => {
      const now = performance.now()
      // What came while the page was busy goes first: there is silence only once the line is empty.
      const isLate = now - due > LATE && !isSecond
      const more = isLate ? LATE : this.#goesOnFor(now)
      if (more > 0) this.#awaitSilence(more, isLate)
      else this.#feed({ kind: 'idle', at: now })
    }, ms)
  }

  #goesOnFor(now: number): number {
    const settings = this.#settings()
    return goesOnFor(this.#wedge, now, (text) => isCode(unwrapped(text, settings)), settings.suffix)
  }

  /** A held key types nothing; but a scanner may press one twice faster than any keyboard repeats. */
  #isRepeat({ repeat, timeStamp }: KeyboardEvent): boolean {
    const pause = timeStamp - this.#lastKeyAt
    this.#lastKeyAt = timeStamp
    this.#isHeld = repeat && (this.#isHeld || pause >= REPEATS_AFTER)
    return this.#isHeld
  }

  key(event: KeyboardEvent): void {
    if (event.isComposing || this.#isRepeat(event)) return
    const key = characterOf(event, this.#settings().standInKeys)
    const name = nameOfKey(event)
    if (name !== undefined) noteArrival({ at: event.timeStamp, way: 'key', raw: name })
    const wasEmpty = this.#wedge.text === ''
    // A space that begins nothing presses the focused button, as keyboards do.
    if (key === undefined || (key === ' ' && wasEmpty)) return
    const field = fieldOf(event.target, this.#own)
    const before = field?.value ?? ''
    const { hold, wedge } = this.#feed({ kind: 'key', at: event.timeStamp, key, where: whereOf(field) })
    // A burst may begin anew within a text that a person types: then it holds the one new character.
    if (field && wedge.text !== '' && (wasEmpty || wedge.text.length === 1)) this.#burst = { field, before }
    // No person types a separator, and no field is to hold one.
    if (!hold && key !== GS) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }

  #insertion(at: number, text: string, where: Where = 'page'): void {
    noteArrival({ at, way: 'text', raw: text })
    this.#feed({ kind: 'text', at, text, where })
  }

  /** Text that comes without key events: into our own input, or whole into a field that has the focus. */
  beforeInput(event: InputEvent): void {
    const text = event.data ?? ''
    const at = event.timeStamp
    const field = fieldOf(event.target, this.#own)
    const isInsertion = event.inputType === 'insertText' && text.length > 1
    if (event.target === this.#own && event.cancelable && text !== '' && !event.isComposing) {
      event.preventDefault()
      this.#insertion(at, text)
    } else if (field && text === GS) {
      // Between key events, as the one character that no key gives.
      event.preventDefault()
      this.#insertion(at, text, whereOf(field))
    } else if (field && isInsertion && !belongsToField(text.trim(), whereOf(field), 'idle')) {
      event.preventDefault()
      this.#insertion(at, `${text.trim()}\n`)
    }
  }

  /** What could not be stopped beforehand, such as the text of an input method, is taken out of the input. */
  input(event: Event): void {
    if (event.target !== this.#own || (event instanceof InputEvent && event.isComposing)) return
    const text = this.#own.value
    this.#own.value = ''
    if (text !== '') this.#insertion(event.timeStamp, text)
  }

  end(): void {
    clearTimeout(this.#timer)
  }
}

/**
 * Listens to everything that types, for the whole app. Key events are taken in the capture phase before any
 * button hears them; where they are taken, the browser inserts no text, so that nothing is counted twice.
 * @param own the hidden input that keeps the focus, for text that comes without key events
 * @param settings what this device's scanner does in its own way, asked anew each time
 * @returns ends the listening
 */
export function startCapture(
  own: HTMLInputElement,
  onScan: (raw: string) => void,
  settings: () => TriggerSettings = () => AS_DELIVERED,
): () => void {
  const capture = new Capture(own, onScan, settings)
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
