/** Rung when something is queued here; whoever waits for work hears it at once and needs not look all the time. */
export class Bell {
  readonly #listening = new Set<() => void>()

  ring(): void {
    for (const hear of [...this.#listening]) hear()
  }

  /** @returns a way to stop listening */
  listen(hear: () => void): () => void {
    this.#listening.add(hear)
    return () => {
      this.#listening.delete(hear)
    }
  }

  /** Waits for the next ring, for so many milliseconds at most, or until it is told not to. */
  wait(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((over) => {
      if (signal.aborted) return over()
      const end = () => {
        clearTimeout(timer)
        stopListening()
        signal.removeEventListener('abort', end)
        over()
      }
      const timer = setTimeout(end, ms)
      const stopListening = this.listen(end)
      signal.addEventListener('abort', end, { once: true })
    })
  }
}
