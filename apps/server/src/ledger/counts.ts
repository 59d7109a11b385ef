import {
  type Act,
  type CommandOf,
  countedAmong,
  type Decision,
  onNothing,
  type Situation,
} from '@restow/domain'

/** What a count of a bin came to. It is on record also where everything was as it should be: then no event tells of it. */
export interface BinCount {
  readonly id: string
  readonly warehouse: string
  readonly bin: string
  /** Plates on record there before, and plates that were counted. */
  readonly expected: number
  readonly counted: number
  readonly missing: readonly string[]
  readonly found: readonly string[]
  readonly moved: readonly { readonly lpn: string; readonly from: string | null }[]
  /** Counted there, and on nothing that is in the house. */
  readonly strangers: readonly string[]
  readonly by: string
  readonly device: string
  readonly scannedAt: string
  readonly at: string
}

type Accepted = Extract<Decision, { events: unknown }>
const GONE: ReadonlySet<string> = new Set(['scrapped', 'dispatched'])

/** @returns null where the bin is not known, so that nothing was counted */
export function countOf(
  situation: Situation,
  { lpns }: CommandOf<'CountBin'>,
  act: Act,
  { events }: Accepted,
): BinCount | null {
  const { bin } = situation.known
  if (!bin) return null
  const units = countedAmong(situation, act)
  const plateOf = (id: string) => units.find((unit) => unit.id === id)?.lpn ?? ''
  const plates = (type: string) => events.flatMap((e) => (e.type === type ? [plateOf(e.stream.id)] : []))
  return {
    id: act.commandId,
    warehouse: act.warehouse,
    bin: bin.code,
    expected: units.filter((unit) => unit.bin === bin.code).length,
    counted: new Set(lpns).size,
    missing: plates('UnitLost'),
    found: plates('UnitFound'),
    moved: events.flatMap((e) =>
      e.type === 'UnitMoved' ? [{ lpn: plateOf(e.stream.id), from: e.data.fromBin }] : [],
    ),
    strangers: onNothing(
      lpns,
      units.filter(({ state }) => !GONE.has(state)),
    ),
    by: act.actor.user,
    device: act.deviceId,
    scannedAt: act.scannedAt,
    at: act.recordedAt,
  }
}
