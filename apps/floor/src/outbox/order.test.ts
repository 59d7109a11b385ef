import type { WireCommand } from '@restow/contracts'
import { describe, expect, it } from 'vitest'
import { parked, sendable } from './order.ts'
import type { Queued } from './queued.ts'

let sequence = 0
function queued(type: string, facts: object, over: Partial<Queued> = {}): Queued {
  sequence += 1
  const { lpn, parcel, tracking } = facts as { lpn?: string; parcel?: string; tracking?: string }
  return {
    command: {
      type,
      ...facts,
      commandId: `${type} ${lpn ?? parcel ?? tracking}`,
      deviceSeq: sequence,
    } as WireCommand,
    about: [lpn, parcel, tracking].filter((key) => key !== undefined),
    ...{ by: 'OP1001', queuedAt: 0, status: 'queued', offline: false, sealed: false },
    ...over,
  }
}
const ids = (entries: readonly Queued[]) => entries.map((entry) => entry.command.commandId)
const next = (entries: readonly Queued[], limit = 100) => ids(sendable(entries, 1000, limit))

const RECEIVED = queued('ReceiveParcel', { tracking: 'P1' })
const REGISTERED = queued('RegisterUnit', { parcel: 'P1', lpn: 'U1' })
const ANOTHER = queued('RegisterUnit', { parcel: 'P1', lpn: 'U2' })
const INSPECTED = queued('InspectUnit', { lpn: 'U1' })
const DECIDED = queued('ClassifyUnit', { lpn: 'U1' })
const LAID = queued('PutAwayUnit', { lpn: 'U1', bin: 'S-01-01' })
const MOVED = queued('MoveUnit', { lpn: 'U1', bin: 'S-01-02' })
const CLOSED = queued('CloseParcel', { parcel: 'P1' })
const ELSEWHERE = queued('ReceiveParcel', { tracking: 'P2' })
const DAY = [RECEIVED, REGISTERED, ANOTHER, INSPECTED, DECIDED, LAID, MOVED, CLOSED, ELSEWHERE]
const without = (...gone: Queued[]) => DAY.filter((entry) => !gone.includes(entry))
const refused = (entry: Queued): Queued => ({ ...entry, status: 'rejected' })

describe('what goes out together', () => {
  it('is of different parcels and units; what builds on something unanswered waits for its answer', () => {
    expect(next(DAY)).toEqual(ids([RECEIVED, ELSEWHERE]))
    expect(next(without(RECEIVED, ELSEWHERE))).toEqual(ids([REGISTERED, ANOTHER, CLOSED]))
    expect(next([INSPECTED, DECIDED, LAID])).toEqual(ids([INSPECTED]))
    expect(next([LAID, MOVED])).toEqual(ids([LAID, MOVED]))
  })

  it('is no more than fits, and nothing that is under way or waits for its time', () => {
    expect(next([LAID, MOVED, ELSEWHERE], 2)).toEqual(ids([LAID, MOVED]))
    expect(next([{ ...REGISTERED, status: 'sending' }, INSPECTED, ELSEWHERE])).toEqual(ids([ELSEWHERE]))
    expect(next([{ ...REGISTERED, notBefore: 2000 }, INSPECTED, ELSEWHERE])).toEqual(ids([ELSEWHERE]))
  })

  it('leaves nothing behind that somebody else’s or an earlier one overtakes on the same unit', () => {
    const olgas = { ...MOVED, by: 'OP1002' }
    const [back, forth] = [
      queued('MoveUnit', { lpn: 'U1', bin: 'A' }),
      queued('MoveUnit', { lpn: 'U1', bin: 'B' }),
    ]
    const of = (badge: string) => ids(sendable([LAID, olgas, back], 1000, 100, ({ by }) => by === badge))
    expect(of('OP1001')).toEqual(ids([LAID]))
    expect(of('OP1002')).toEqual([])
    expect(next([{ ...back, notBefore: 2000 }, forth, ELSEWHERE])).toEqual(ids([ELSEWHERE]))
  })

  it('closes or reports a parcel only after what changes its contents, but not after what waits for a person', () => {
    const undone = queued('TakeBack', { lpn: 'U1', eventId: 'e' }, { about: ['U1', 'P1'] })
    expect(next([REGISTERED, CLOSED])).toEqual(ids([REGISTERED, CLOSED]))
    expect(next([REGISTERED, undone, CLOSED])).toEqual(ids([REGISTERED]))
    expect(next([undone, CLOSED])).toEqual(ids([undone, CLOSED]))
    expect(next([{ ...undone, notBefore: 2000 }, ANOTHER, CLOSED])).toEqual(ids([ANOTHER]))
    expect(next([refused(REGISTERED), undone, CLOSED])).toEqual(ids([CLOSED]))
  })

  it('changes nothing of what was in a parcel while its closing is stuck', () => {
    const stuck = { ...CLOSED, notBefore: 2000 }
    const undone = queued('TakeBack', { lpn: 'U1', eventId: 'e' }, { about: ['U1', 'P1'] })
    const elsewhere = queued('TakeBack', { lpn: 'U7', eventId: 'e' }, { about: ['U7', 'P7'] })
    expect(next([stuck, undone, elsewhere])).toEqual(ids([elsewhere]))
    expect(next([CLOSED, undone])).toEqual(ids([CLOSED, undone]))
    expect(next([refused(CLOSED), undone])).toEqual(ids([undone]))
  })

  it('keeps a unit’s work in order over a change of its plate, and a parcel’s by any of its labels', () => {
    const streams = ['unit 7']
    const [under, later] = [
      queued('HoldUnit', { lpn: 'U1' }, { streams, notBefore: 2000 }),
      queued('ReleaseUnit', { lpn: 'U2' }, { streams }),
    ]
    expect(next([under, later, ELSEWHERE])).toEqual(ids([ELSEWHERE]))
    const alias = queued('AliasParcel', { parcel: 'P1', tracking: '96P3' }, { about: ['P1', 'P3'] })
    const byLabel = queued('ReportParcel', { parcel: 'P3' }, { about: ['P3'] })
    const byOther = queued('ReportParcel', { parcel: 'P4' }, { about: ['P1'] })
    expect(next([alias, byLabel, ANOTHER])).toEqual(ids([alias, ANOTHER]))
    expect(next([{ ...alias, notBefore: 2000 }, byOther, ELSEWHERE])).toEqual(ids([ELSEWHERE]))
    expect(next([refused(alias), ANOTHER, CLOSED, byLabel])).toEqual(ids([ANOTHER, CLOSED]))
  })

  it('lets another label, which may tell whose the units are, and work on those units not overtake each other', () => {
    const alias = queued('AliasParcel', { parcel: 'P1', tracking: 'P3' }, { about: ['P1', 'P3'] })
    const held = queued('HoldUnit', { lpn: 'U1' }, { about: ['U1', 'P1'] })
    expect(next([{ ...held, notBefore: 2000 }, alias, ELSEWHERE])).toEqual(ids([ELSEWHERE]))
    expect(next([{ ...alias, notBefore: 2000 }, held, ELSEWHERE])).toEqual(ids([ELSEWHERE]))
    expect(next([held, alias])).toEqual(ids([held, alias]))
  })

  it('does not know a parcel by its scan, which is longer than its number', () => {
    const scan = queued('ReceiveParcel', { tracking: '420900019205500' }, { about: ['9205500'] })
    const unit = queued('RegisterUnit', { parcel: '9205500', lpn: 'U9' })
    expect(next([scan, unit])).toEqual(ids([scan]))
  })
})

describe('a refusal', () => {
  it('parks what builds on it, however far, and lets all else flow', () => {
    const entries = [refused(REGISTERED), ANOTHER, INSPECTED, DECIDED, LAID, ELSEWHERE]
    expect(next(entries)).toEqual(ids([ANOTHER, ELSEWHERE]))
    expect([...parked(entries).keys()]).toEqual(ids([INSPECTED, DECIDED, LAID]))
    expect(new Set(parked(entries).values())).toEqual(new Set([entries[0]]))
  })

  it('of a parcel parks its units and what was done with them', () => {
    const entries = [refused(RECEIVED), REGISTERED, INSPECTED, ELSEWHERE]
    expect(next(entries)).toEqual(ids([ELSEWHERE]))
    expect([...parked(entries).keys()]).toEqual(ids([REGISTERED, INSPECTED]))
  })

  it('of what nothing builds on parks nothing', () => {
    const entries = [refused(LAID), MOVED, refused(CLOSED), ANOTHER]
    expect(next(entries)).toEqual(ids([MOVED, ANOTHER]))
    expect(parked(entries).size).toBe(0)
  })
})
