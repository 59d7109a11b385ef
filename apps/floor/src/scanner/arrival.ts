/** One key or one insertion, as the device delivered it; for the page on which a trigger is set up. */
export interface Arrival {
  readonly at: number
  readonly way: 'key' | 'text'
  /** The key's name, with its modifiers before it; or the text. */
  readonly raw: string
}

interface Watcher {
  arrival(arrival: Arrival): void
  /** The scan that the last arrivals make is complete. */
  scan(): void
}

const watchers = new Set<Watcher>()

/** Is told of everything that arrives. @returns ends the telling */
export function watchArrivals(watcher: Watcher): () => void {
  watchers.add(watcher)
  return () => void watchers.delete(watcher)
}

export function noteArrival(arrival: Arrival): void {
  for (const watcher of watchers) watcher.arrival(arrival)
}

export function noteEnd(): void {
  for (const watcher of watchers) watcher.scan()
}
