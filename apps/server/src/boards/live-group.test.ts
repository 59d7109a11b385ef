import type { LiveMessage } from '@restow/contracts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Happened } from '../ledger/happened.ts'
import type { LatestBoards } from './latest.ts'
import { LiveGroup, type Looker } from './live-group.ts'

/** Who comes from another node knows, as often as not, of more than has been heard of on this one. */

const happened = (position: number): Happened => ({
  ...{ position, type: 'ParcelReceived', kind: 'parcel', key: `T${position}`, warehouse: 'LAX1' },
  ...{ seller: null, state: 'received', by: 'OP1001', at: '2026-11-29T12:00:00.000Z' },
  ...{ bin: null, fromBin: null },
})
const from = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, n) => happened(first + n))

const NONE = {} as LatestBoards
const AT = { warehouse: 'LAX1', timeZone: 'UTC', seller: null, eyes: null }

/** What somebody is told, without the line that it goes over. */
function listener() {
  const told: LiveMessage[] = []
  const reached: (number | null)[] = []
  const looker: Looker = {
    wantsEvents: true,
    tell(frame, upTo) {
      told.push(JSON.parse(frame.toString('utf8', frame.indexOf('{"'))))
      reached.push(upTo)
    },
    begin() {},
  }
  const events = () =>
    told.flatMap((message) =>
      message.type === 'events'
        ? [[message.after, message.events.map(({ key }) => key), message.cursor]]
        : [],
    )
  return { looker, told, reached, events }
}

let group: LiveGroup
beforeEach(() => {
  group = new LiveGroup({ ...AT, asking: () => Promise.reject(new Error('asks nobody')) }, NONE, 10)
})
afterEach(() => group.close())

describe('somebody who knows of more than the group', () => {
  it('is told of nothing twice, and of all that comes after', () => {
    const [here, ahead] = [listener(), listener()]
    group.join(here.looker, [], null, 10)
    group.join(ahead.looker, [], null, 14)
    group.happened(from(11, 12), 12)
    group.happened(from(13, 16), 16)
    group.happened(from(17, 17), 17)
    expect(here.events()).toEqual([
      ['10', ['T11', 'T12'], '12'],
      ['12', ['T13', 'T14', 'T15', 'T16'], '16'],
      ['16', ['T17'], '17'],
    ])
    expect(ahead.events()).toEqual([
      ['14', ['T15', 'T16'], '16'],
      ['16', ['T17'], '17'],
    ])
  })

  it('is never sent back by a heartbeat', () => {
    const ahead = listener()
    group.join(ahead.looker, [], null, 14)
    group.ping()
    expect(ahead.told).toEqual([{ type: 'ping', cursor: '14' }])
    expect(ahead.reached).toEqual([14])
  })

  it('hears a heartbeat also right after others were told what it knew', () => {
    const [here, ahead] = [listener(), listener()]
    group.join(here.looker, [], null, 10)
    group.join(ahead.looker, [], null, 14)
    group.happened(from(11, 14), 14)
    group.ping()
    expect(ahead.told).toEqual([{ type: 'ping', cursor: '14' }])
    expect(here.told.map(({ type }) => type)).toEqual(['events'])
  })

  it('is told where it goes on also where none of it is its own', () => {
    const ahead = listener()
    group.join(ahead.looker, [], null, 14)
    group.happened([...from(11, 13), { ...happened(15), warehouse: 'BIG2' }], 15)
    expect(ahead.events()).toEqual([['14', [], '15']])
  })
})
