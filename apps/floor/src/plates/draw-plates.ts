/** What draws plates is large and seldom new: fetched when nothing else is going on, so that it is here when it is wanted. */

const load = () => import('@restow/labels/plate')

export function fetchPlatePress(): void {
  const fetchIt = () => void load().catch(() => {})
  if ('requestIdleCallback' in globalThis) requestIdleCallback(fetchIt, { timeout: 30_000 })
  else setTimeout(fetchIt, 5000)
}

/** The labels of these plates, drawn on this device. */
export async function drawPlates(lpns: readonly string[]): Promise<Blob> {
  const { platePdf } = await load()
  const pdf = await platePdf(lpns.map((lpn) => ({ lpn })))
  return new Blob([pdf as BlobPart], { type: 'application/pdf' })
}
