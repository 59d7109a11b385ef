import type { CDPSession, Page } from 'playwright-core'

/** What a worker must see after a scan: texts, each within what a selector names. Blanks do not count. */
export interface Sight {
  readonly within: string
  readonly text: string
}

/** Milliseconds from the key that ended the scan. */
export interface Feedback {
  readonly heard: number
  readonly painted: number
  /** The sound went out by an audio device that runs. */
  readonly isAudible: boolean
}

/**
 * Runs in the page before the app. Times from the time stamp of the Enter key's event, which is when the browser got it,
 * however busy the page is, to the first voice that starts to sound, and to the frame after the one with the verdict in
 * it: when that begins, the verdict's own has been painted.
 */
export const WATCH = `(() => {
  let watch = null
  const bare = (text) => (text ?? '').replace(/\\s/g, '')
  const isSeen = (sights) => sights.some((all) => all.every(({ within, text }) =>
    [...document.querySelectorAll(within)].some((place) => bare(place.textContent).includes(bare(text)))))
  const settle = () => {
    if (watch && watch.heard !== undefined && watch.painted !== undefined) {
      watch.changes.disconnect()
      watch.done({ heard: watch.heard - watch.ended, painted: watch.painted - watch.ended, isAudible: watch.isAudible })
      watch = null
    }
  }
  addEventListener('keydown', (event) => {
    if (watch && event.key === 'Enter') watch.ended ??= event.timeStamp
  }, true)
  const start = OscillatorNode.prototype.start
  OscillatorNode.prototype.start = function (...when) {
    start.apply(this, when)
    if (watch?.ended === undefined || watch.heard !== undefined) return
    watch.heard = performance.now()
    watch.isAudible = this.context.state === 'running'
    settle()
  }
  window.scanWatch = {
    arm(sights) {
      if (isSeen(sights)) throw new Error('It is to be seen already: ' + JSON.stringify(sights))
      const own = (watch = {})
      own.feedback = new Promise((done) => { own.done = done })
      own.changes = new MutationObserver(() => {
        if (own.ended === undefined || own.isSeen || !isSeen(sights)) return
        own.isSeen = true
        requestAnimationFrame(() => requestAnimationFrame(() => {
          own.painted = performance.now()
          settle()
        }))
      })
      own.changes.observe(document, { subtree: true, childList: true, characterData: true, attributes: true })
    },
    feedback: () => watch?.feedback ?? window.scanWatch.last,
  }
})()`

/**
 * A page that does nothing but sound and show a text at the Enter key: what the browser and the computer take for
 * themselves, of whatever is measured beside it.
 */
export const BARE_PAGE = `<!doctype html><main></main><script>
  let audio
  addEventListener('keydown', ({ key }) => {
    if (key !== 'Enter') return
    audio ??= new AudioContext()
    const voice = new OscillatorNode(audio)
    voice.connect(audio.destination)
    voice.start()
    voice.stop(audio.currentTime + 0.05)
    document.querySelector('main').textContent += '.'
  })
</script>`

/** A key every so many milliseconds: as the scanners of handhelds type. */
const PACE_MS = 4
const LONGEST_MS = 15_000

/** A scanner that types, and times what comes of it. */
export class TimedScanner {
  readonly #page: Page
  readonly #cdp: CDPSession

  constructor(page: Page, cdp: CDPSession) {
    this.#page = page
    this.#cdp = cdp
  }

  async #type(code: string): Promise<void> {
    const pressed: Promise<unknown>[] = []
    const press = (key: string, text: string) => {
      const windowsVirtualKeyCode = key === 'Enter' ? 13 : 0
      pressed.push(
        this.#cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text, windowsVirtualKeyCode }),
        this.#cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', key, windowsVirtualKeyCode }),
      )
    }
    for (const sign of code) {
      press(sign, sign)
      await new Promise((resolve) => setTimeout(resolve, PACE_MS))
    }
    press('Enter', '\r')
    await Promise.all(pressed)
  }

  /**
   * @param sights what may be seen of it, each a list of texts that are all to be there
   * @throws when it is neither heard nor seen in time
   */
  async scan(code: string, sights: readonly (readonly Sight[])[]): Promise<Feedback> {
    await this.#page.evaluate(
      `window.scanWatch.arm(${JSON.stringify(sights)}); window.scanWatch.last = window.scanWatch.feedback(); null`,
    )
    await this.#type(code)
    const late = `new Promise((resolve) => setTimeout(() => resolve(null), ${LONGEST_MS}))`
    const feedback = await this.#page.evaluate<Feedback | null>(
      `Promise.race([window.scanWatch.last, ${late}])`,
    )
    if (feedback) return feedback
    const seen = await this.#page.evaluate<string>('document.body.innerText')
    throw new Error(`Nothing came of the scan ${code}: ${JSON.stringify(sights)}\n${seen}`)
  }
}
