import { describe, expect, it } from 'vitest'
import { announced, line, plate, receive, register, seller, world } from '../../testkit/src/builders.ts'
import { given } from '../../testkit/src/given.ts'
import type { Command } from './commands.ts'

const match = (parcel: string): Command => ({ type: 'MatchParcel', parcel })
/** A morning is over: what is announced later is announced by now. */
const morning = Array.from({ length: 21 }, (_, n) => receive(`M${1000 + n}`))
const lotus = (rma: string, numbers: string[], cancelled = false) =>
  announced('LOTUS', rma, numbers, [line('MUG', { quantity: 2, valueMinor: 8000 })], { cancelled })
const northstar = announced('NORTHSTAR', 'RMA-N', ['T9000'], [line('CUP')])
const later = (...news: ReturnType<typeof lotus>[]) => world({ announced: [], later: news })

describe('a return that is announced when its parcel is here already', () => {
  it('makes the parcel its seller’s, with its units on their lines and the announcement as evidence', () => {
    const deeds = [receive('T9000'), register('T9000', plate(1), 'MUG'), ...morning]
    const { ledger } = given([...deeds, match('T9000')], later(lotus('RMA-L', ['T9000'])))
    expect(ledger.parcel('T9000')).toMatchObject({ seller: 'LOTUS', answers: [{ rmaNumber: 'RMA-L' }] })
    expect(ledger.unit(plate(1))).toMatchObject({
      seller: 'LOTUS',
      line: { rmaNumber: 'RMA-L', valueMinor: 4000 },
    })
    expect(ledger.events.find((e) => e.type === 'ParcelClaimed')?.data).toMatchObject({
      evidence: { announcement: 'RMA-L', by: 'OP1001' },
    })
  })

  it('finds the parcel by another of its labels', () => {
    const aliased: Command = { type: 'AliasParcel', parcel: 'T9000', tracking: 'L7001' }
    given([receive('T9000'), aliased, ...morning], later(lotus('RMA-L', ['L7001'])))
      .when(match('T9000'))
      .then(['ParcelClaimed'])
      .andParcel('T9000', { seller: 'LOTUS' })
  })

  it('changes nothing a second time', () => {
    given([receive('T9000'), ...morning, match('T9000')], later(lotus('RMA-L', ['T9000'])))
      .when(match('T9000'))
      .then([])
  })

  it('leaves a parcel that several sellers announced to a person', () => {
    given([receive('T9000'), ...morning], later(lotus('RMA-L', ['T9000']), northstar))
      .when(match('T9000'))
      .thenRejected('announced_by_several', { tracking: 'T9000', count: 2 })
  })

  it('matches nothing that is not announced, or cancelled', () => {
    given([receive('T9000')])
      .when(match('T9000'))
      .thenRejected('nothing_announced')
    given([receive('T9000'), ...morning], later(lotus('RMA-L', ['T9000'], true)))
      .when(match('T9000'))
      .thenRejected('nothing_announced')
  })

  it('adds a further return of the parcel’s own seller, and none of another’s', () => {
    const of = world({
      announced: [lotus('RMA-L', ['T9000'])],
      later: [lotus('RMA-L', ['T9000']), lotus('RMA-M', ['T9000']), northstar],
    })
    given([receive('T9000'), ...morning], of)
      .when(match('T9000'))
      .then([{ type: 'ParcelMatched', data: { answers: [{ rmaNumber: 'RMA-M' }] } }])
      .andParcel('T9000', { seller: 'LOTUS' })
  })

  it('holds the goods of a seller that is no longer active', () => {
    const of = later(lotus('RMA-L', ['T9000']))
    const dormant = { ...of, sellers: { ...of.sellers, LOTUS: seller('LOTUS', { active: false }) } }
    given([receive('T9000'), register('T9000', plate(1), 'MUG'), ...morning], dormant)
      .when(match('T9000'))
      .then(['ParcelClaimed', 'UnitClaimed', 'UnitHeld', 'UnitAdded'])
  })
})
