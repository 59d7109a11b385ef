import type { LiveBoard, LiveBoards } from '@restow/contracts'
import type { Queryable } from '../db/pool.ts'
import { whatIsCommitted } from './boards.queries.ts'
import {
  binsBoard,
  type Calendar,
  dispositionsBoard,
  hoursToday,
  type Look,
  peopleBoard,
  pipelineBoard,
  waitingBoard,
} from './boards.ts'
import type { Day } from './hall.ts'
import { Halls, type StaffAsking } from './halls.ts'
import { cursorOf, Snapshots, tagOf } from './snapshots.ts'

/** The warehouse, and the sellers of it, that somebody may look at. */
export interface Place {
  readonly warehouse: string
  readonly timeZone: string
  /** Null: every seller that the connection sees. */
  readonly seller: string | null
  asking<T>(question: (on: Queryable) => Promise<T>): Promise<T>
}
/** A place, and whose eyes it is seen with: staff's, or one seller's. */
export interface Seen extends Place {
  readonly eyes: string | null
}

/** A moment of which boards are made, and what was committed by then. */
export interface Moment {
  readonly cursor: string
  readonly now: number
}

type Maker<N extends LiveBoard> = (
  at: Seen,
  look: Look,
  calendar: Calendar,
  halls: Halls,
) => Promise<LiveBoards[N]>

/** What boards that are counted from memory ask of it. */
const dayOf = (look: Look, calendar: Calendar): Day => ({
  now: Date.parse(look.now),
  hours: hoursToday(look, calendar),
  cursor: look.cursor,
})

const MAKERS: { readonly [N in LiveBoard]: Maker<N> } = {
  bins: async (at, look, calendar, halls) =>
    binsBoard(look, calendar, await halls.of(at, dayOf(look, calendar))),
  dispositions: ({ asking }, look, calendar) => asking((on) => dispositionsBoard(on, look, calendar)),
  pipeline: async (at, look, calendar, halls) => {
    const hall = await halls.of(at, dayOf(look, calendar))
    return halls.asking(at)((on) => pipelineBoard(on, look, calendar, hall))
  },
  people: ({ asking }, look, calendar) => asking((on) => peopleBoard(on, look, calendar)),
  waiting: ({ asking }, look, calendar) => asking((on) => waitingBoard(on, look, calendar)),
}

/** What tells one look at the boards from another. */
export const keyOf = ({ warehouse, seller, eyes }: Seen): string => JSON.stringify([warehouse, seller, eyes])

/** The boards as they are now, each made once for all who look at the same. */
export class LatestBoards {
  readonly #snapshots = new Snapshots()
  readonly #halls: Halls
  readonly #calendar: Calendar

  constructor(calendar: Calendar, staff: StaffAsking) {
    this.#calendar = calendar
    this.#halls = new Halls(staff)
  }

  /** What is committed by now: boards that are made of the same moment cost little more than one. */
  async moment({ asking }: Place): Promise<Moment> {
    return { cursor: cursorOf(await asking(whatIsCommitted)), now: Date.now() }
  }

  /** A board's tag, and the board itself once it is asked for. First the tag: what is recorded in between makes the next one new. */
  async of<N extends LiveBoard>(
    name: N,
    at: Seen,
    moment?: Moment,
  ): Promise<{ readonly tag: string; readonly board: () => Promise<LiveBoards[N]> }> {
    const { warehouse, timeZone, seller } = at
    const { cursor, now } = moment ?? (await this.moment(at))
    const tag = tagOf(cursor, now)
    const byStaff = at.eyes === null
    const look = { warehouse, timeZone, seller, byStaff, now: new Date(now).toISOString(), cursor }
    const make = () => MAKERS[name](at, look, this.#calendar, this.#halls)
    return { tag, board: () => this.#snapshots.of(`${name} ${keyOf(at)}`, tag, make) }
  }
}
