import type { LatestBoards, Seen } from './latest.ts'
import { findSettled } from './targets.queries.ts'

/** What of a seller's is registered and not decided now, as the pipeline's clock has it, and how long it may take. */
export async function undecidedOf(
  latest: LatestBoards,
  at: Seen & { readonly seller: string },
): Promise<{ units: number; late: number; targetSeconds: number }> {
  const { targets } = await at.asking((on) => findSettled(on, at.warehouse))
  const { board } = await latest.of('pipeline', at)
  const clock = (await board()).clocks.byClock.find((one) => one.clock === 'decide')
  return {
    units: clock?.running ?? 0,
    late: clock?.broken ?? 0,
    targetSeconds: targets.of('decide', at.seller),
  }
}
