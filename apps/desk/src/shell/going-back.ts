/**
 * Going back and forth in the browser, for a page that wants to ask first. Listeners of the window are called in the order in
 * which they came, so this one has to be there before the router's.
 */

type Holder = (event: PopStateEvent) => void
let holder: Holder | null = null

/** Once, before anything is drawn. */
export const watchGoingBack = (): void => window.addEventListener('popstate', (event) => holder?.(event))

/** @returns lets go again */
export function holdGoingBack(hold: Holder): () => void {
  holder = hold
  return () => {
    if (holder === hold) holder = null
  }
}
