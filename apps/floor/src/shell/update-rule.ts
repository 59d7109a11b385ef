/** What stands in the way of an update: work that is only here, no server to come back to, or something begun. */
export type WhyNotYet = 'unsent' | 'offline' | 'step'

/** How things stand on this device. */
export interface Standing {
  /** Commands and photos that the server does not have yet. */
  readonly unsent: number
  readonly offline: boolean
  /** On the screen where everything begins, or where one signs in: no step has been gone into. */
  readonly isBetweenSteps: boolean
  /** Scanned, typed, chosen or said, and not done with: a new page would not know of it. */
  readonly isBegun: boolean
  /** Since the last scan or tap, in milliseconds. */
  readonly quietFor: number
}

/** Whoever is about to scan on has done so by then. */
export const A_MOMENT_MS = 3000

/** May a person have the new version now? What is begun, whoever asks for it has seen. @returns why not, or null */
export function whyNotNow({
  unsent,
  offline,
}: Pick<Standing, 'unsent' | 'offline'>): Exclude<WhyNotYet, 'step'> | null {
  if (unsent > 0) return 'unsent'
  return offline ? 'offline' : null
}

/** May the new version come by itself? Only into a pause between two pieces of work. @returns why not yet, or null */
export function whyNotByItself(standing: Standing): WhyNotYet | null {
  const why = whyNotNow(standing)
  if (why) return why
  const isPause = standing.isBetweenSteps && !standing.isBegun && standing.quietFor >= A_MOMENT_MS
  return isPause ? null : 'step'
}
