import type { SessionUser } from '@restow/contracts'
import { leads } from '@restow/domain'

/** What a screen on a wall shows: the address says it all, so that a bookmark brings it back. */

export const TV_BOARDS = ['pipeline', 'bins', 'dispositions', 'people'] as const
export type TvBoard = (typeof TV_BOARDS)[number]
export const TV_SECONDS = [10, 15, 20, 30, 60, 120] as const
const USUAL_SECONDS = 20
const [LEAST_S, MOST_S] = [5, 3600]

export interface TvPlan {
  readonly boards: readonly TvBoard[]
  /** How long each is shown before the next one. */
  readonly seconds: number
  readonly seller: string
}

/** The boards that somebody may hang on a wall, or that hang there. */
export const tvBoardsOf = (role: SessionUser['role']): readonly TvBoard[] =>
  TV_BOARDS.filter((board) => board !== 'people' || role === 'screen' || leads(role))

const isBoard = (text: string): text is TvBoard => TV_BOARDS.some((board) => board === text)

/** Whatever somebody has typed: boards that there are not are left out, and with none left all are shown. */
export function readPlan(address: URLSearchParams): TvPlan {
  const named = (address.get('boards') ?? '').split(',').filter(isBoard)
  const asked = Number(address.get('seconds'))
  const seconds = Number.isFinite(asked) && asked > 0 ? Math.round(asked) : USUAL_SECONDS
  return {
    boards: named.length > 0 ? [...new Set(named)] : TV_BOARDS,
    seconds: Math.min(MOST_S, Math.max(LEAST_S, seconds)),
    seller: address.get('seller') ?? '',
  }
}

/** The address of a plan, below the server's own. */
export function addressOf({ boards, seconds, seller }: TvPlan): string {
  const rotates = boards.length > 1 ? `&seconds=${seconds}` : ''
  return `/tv?boards=${boards.join(',')}${rotates}${seller ? `&seller=${encodeURIComponent(seller)}` : ''}`
}
