/** Waits so long, or `with hints` until one comes. @returns whether to go on: false once the line is closed */
export type Pause = (ms: number, hints?: 'with hints') => Promise<boolean>

/** Pauses that a hint or the end cuts short. */
export class Waiting {
  isOpen = true
  #hinted = false
  #takesHints = false
  #end: (() => void) | null = null

  readonly pause: Pause = async (ms, hints) => {
    this.#takesHints = hints !== undefined
    const isHinted = this.#takesHints && this.#hinted
    if (this.isOpen && !isHinted)
      await new Promise<void>((done) => {
        const timer = setTimeout(done, ms)
        this.#end = () => {
          clearTimeout(timer)
          done()
        }
      })
    this.#end = null
    if (this.#takesHints) this.#hinted = false
    return this.isOpen
  }

  hint(): void {
    this.#hinted = true
    if (this.#takesHints) this.#end?.()
  }

  cut(): void {
    this.#end?.()
  }
}
