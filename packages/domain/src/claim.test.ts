import { describe, expect, it } from 'vitest'
import { classify, inspect, plate, receive, register, takeBack } from '../../testkit/src/builders.ts'
import { DAYS, doing, given, LENA, OTTO, SVEN } from '../../testkit/src/given.ts'
import type { Command } from './commands.ts'

const claim = (seller: string, evidence?: { order?: string; sku?: string }, parcel = 'T9000'): Command => ({
  type: 'ClaimParcel',
  parcel,
  seller,
  ...(evidence ? { evidence } : {}),
})
const TEE = { order: 'ORDER-RMA-1', sku: 'TEE' }
const tee = [receive('T9000'), register('T9000', plate(1), 'TEE')]

describe('claiming a parcel', () => {
  it('takes an announced order and product that fit', () => {
    given(tee)
      .when(claim('LOTUS', TEE))
      .then([
        {
          type: 'ParcelClaimed',
          data: { seller: 'LOTUS', answers: [{ rmaNumber: 'RMA-1' }], evidence: { by: OTTO.user } },
        },
        { type: 'UnitClaimed', data: { line: { rmaNumber: 'RMA-1', sku: 'TEE' } } },
        'UnitAdded',
      ])
      .andUnit(plate(1), { seller: 'LOTUS' })
      .andParcel('T9000', { seller: 'LOTUS', registered: { 'RMA-1/TEE/1': 1 } })
  })

  it('refuses evidence that fits nothing of that seller', () => {
    given(tee)
      .when(claim('LOTUS', { order: 'ORDER-RMA-2', sku: 'TEE' }))
      .thenRejected('evidence_does_not_fit')
    given(tee).when(claim('NORTHSTAR', TEE)).thenRejected('evidence_does_not_fit', { seller: 'NORTHSTAR' })
  })

  it('without evidence takes a supervisor', () => {
    given(tee).when(claim('LOTUS')).thenRejected('forbidden', { needs: 'supervisor', by: OTTO.user })
    given(tee)
      .when(doing(claim('LOTUS'), { by: SVEN }))
      .andUnit(plate(1), { seller: 'LOTUS', line: null })
  })

  it('refuses a seller that does not exist, a parcel that has one, and a parcel that never came', () => {
    given(tee).when(claim('NOBODY', TEE)).thenRejected('seller_unknown', { seller: 'NOBODY' })
    given([receive('T1000')])
      .when(claim('LOTUS', TEE, 'T1000'))
      .thenRejected('already_claimed', { seller: 'LOTUS' })
    given([]).when(claim('LOTUS', TEE)).thenRejected('parcel_unknown', { tracking: 'T9000' })
  })

  it('shares out the line’s value among its units, and records what is too many', () => {
    const lpns = [1, 2, 3, 4].map(plate)
    const { ledger } = given([
      receive('T9000'),
      ...lpns.map((l) => register('T9000', l, 'TEE')),
      claim('LOTUS', TEE),
    ])
    const shares = lpns.slice(0, 3).map((l) => ledger.unit(l)?.line?.valueMinor ?? 0)
    expect(shares.reduce((a, b) => a + b)).toBe(1000)
    const tooMany = lpns.map((l) => ledger.unit(l)?.exceptions.some((e) => e.code === 'more_than_announced'))
    expect(tooMany).toEqual([false, false, false, true])
    expect(ledger.parcel('T9000')?.registered).toEqual({ 'RMA-1/TEE/1': 4 })
    expect(ledger.parcel('T9000')?.units).toHaveLength(4)
  })

  it('hands no product and no announced line of one seller to another', () => {
    given([receive('T3000'), register('T3000', plate(1), 'CUP')])
      .when(doing(claim('LOTUS', undefined, 'T3000'), { by: SVEN }))
      .andUnit(plate(1), { seller: 'LOTUS', product: null, line: null })
      .andParcel('T3000', { registered: { 'RMA-4/CUP/1': 0 }, units: [{ lpn: plate(1) }] as never })
  })

  it('keeps the line that a unit answers already', () => {
    given([receive('T3000'), register('T3000', plate(1), 'MUG')])
      .when(doing(claim('LOTUS', undefined, 'T3000'), { by: SVEN }))
      .andUnit(plate(1), { line: expect.objectContaining({ rmaNumber: 'RMA-3' }) })
      .andParcel('T3000', { registered: { 'RMA-3/MUG/1': 1 } })
  })

  it('puts the goods of a seller that is no longer active on hold', () => {
    given([receive('T9000'), register('T9000', plate(1), 'FAN')])
      .when(doing(claim('DORMANT'), { by: SVEN }))
      .then(['ParcelClaimed', 'UnitClaimed', 'UnitHeld'])
  })
})

describe('claiming a parcel as the answer to an announced return', () => {
  const as = (rma: string, seller = 'LOTUS'): Command => ({
    type: 'ClaimParcel',
    parcel: 'T9000',
    seller,
    rma,
  })

  it('puts its units on the lines of that return', () => {
    given(tee)
      .when(doing(as('RMA-1'), { by: SVEN }))
      .andUnit(plate(1), { line: expect.objectContaining({ rmaNumber: 'RMA-1', sku: 'TEE' }) })
      .andParcel('T9000', {
        answers: [expect.objectContaining({ rmaNumber: 'RMA-1' })],
        registered: { 'RMA-1/TEE/1': 1 },
      })
  })

  it('refuses a return that this seller did not announce', () => {
    given(tee)
      .when(doing(as('RMA-2'), { by: SVEN }))
      .thenRejected('return_unknown', { seller: 'LOTUS', rma: 'RMA-2' })
    given(tee)
      .when(doing(as('RMA-99'), { by: SVEN }))
      .thenRejected('return_unknown')
  })
})

describe('a seller’s own claim', () => {
  const own = (evidence: { order?: string; sku?: string }, parcel = 'T9000') =>
    doing(claim('LOTUS', evidence, parcel), { by: LENA })

  it('takes an order of its own and its goods in the parcel', () => {
    given(tee)
      .when(own(TEE))
      .andUnit(plate(1), { seller: 'LOTUS', line: expect.objectContaining({ rmaNumber: 'RMA-1' }) })
  })

  it('is refused while nothing shows that the goods are its own', () => {
    given([receive('T9000')])
      .when(own(TEE))
      .thenRejected('goods_do_not_fit', { tracking: 'T9000', seller: 'LOTUS' })
    given([receive('T9000'), register('T9000', plate(1), null)])
      .when(own(TEE))
      .thenRejected('goods_do_not_fit')
    given([...tee, register('T9000', plate(2), 'KETTLE')])
      .when(own(TEE))
      .thenRejected('goods_do_not_fit')
  })

  it('is refused without an announced return, however sure the seller is', () => {
    given(tee).when(own({})).thenRejected('evidence_does_not_fit')
    given(tee)
      .when(own({ order: 'ORDER-RMA-2' }))
      .thenRejected('evidence_does_not_fit')
  })

  it('takes the number that the seller itself announced, where another one had announced it too', () => {
    const shared = [receive('T3000'), register('T3000', plate(1), 'MUG')]
    given(shared).when(own({}, 'T3000')).andParcel('T3000', { seller: 'LOTUS' })
    given([receive('T3000'), register('T3000', plate(1), 'CUP')])
      .when(own({}, 'T3000'))
      .thenRejected('goods_do_not_fit')
  })
})

describe('taking a claim back', () => {
  const undone = (by = SVEN) => ({
    by,
    back: (l: { lastEventId(key: { parcel: string }): string }): Command => ({
      type: 'TakeBack',
      parcel: 'T9000',
      eventId: l.lastEventId({ parcel: 'T9000' }),
    }),
  })
  const claimed = [...tee, doing(claim('LOTUS', TEE), { by: OTTO })]

  it('is a supervisor’s to do, and puts parcel and units back as they were', () => {
    const { ledger } = given(claimed)
    given([...claimed, doing(undone().back(ledger), { by: SVEN })])
      .when(doing(claim('NORTHSTAR'), { by: SVEN }))
      .andUnit(plate(1), { seller: 'NORTHSTAR' })
    const after = given([...claimed, doing(undone().back(ledger), { by: SVEN })]).ledger
    expect(after.parcel('T9000')).toMatchObject({ seller: null, answers: [], registered: {} })
    expect(after.unit(plate(1))).toMatchObject({ seller: null, line: null, product: { sku: 'TEE' } })
    expect(after.events.map((e) => e.type)).toEqual(
      expect.arrayContaining(['ParcelClaimed', 'UnitClaimed', 'StepTakenBack']),
    )
  })

  it('takes a supervisor, also from who claimed it', () => {
    const { ledger } = given(claimed)
    given(claimed).when(undone().back(ledger)).thenRejected('forbidden', { needs: 'supervisor' })
  })

  it('is refused once a unit has gone on', () => {
    const on = [...claimed, inspect(plate(1), 'like_new', { answers: [{ check: 'unworn', answer: 'yes' }] })]
    const { ledger } = given(on)
    given(on)
      .when(doing(undone().back(ledger), { by: SVEN }))
      .thenRejected('units_moved_on', { lpn: plate(1), tracking: 'T9000' })
  })

  it('is not done at a unit, nor is what came before it', () => {
    given(claimed)
      .when((l) => takeBack(plate(1), l.lastEventId({ lpn: plate(1) })))
      .thenRejected('cannot_be_undone', { lastType: 'UnitClaimed' })
  })

  it('ends with it the hold of an inactive seller’s goods', () => {
    const fan = [receive('T9000'), register('T9000', plate(1), 'FAN'), doing(claim('DORMANT'), { by: SVEN })]
    const { ledger } = given(fan)
    given(fan)
      .when(doing(undone().back(ledger), { by: SVEN }))
      .andUnit(plate(1), { held: null, seller: null })
  })
})

describe('what is printed on a parcel', () => {
  const describeIt = (printed: Record<string, string>): Command => ({
    type: 'DescribeParcel',
    parcel: 'T9000',
    printed,
  })

  it('is kept field by field, the last word standing', () => {
    const { ledger } = given([
      ...tee,
      describeIt({ order: '111-222', name: 'J. Smith' }),
      describeIt({ order: ' 111-223 ' }),
    ])
    expect(ledger.parcel('T9000')?.printed).toEqual({ order: '111-223', name: 'J. Smith' })
  })

  it('says nothing where it is blank or known already', () => {
    given([...tee, describeIt({ order: '111' })])
      .when(describeIt({ order: '111', note: '  ' }))
      .then([])
  })

  it('can be taken back', () => {
    const noted = [...tee, describeIt({ order: '111' })]
    const { ledger } = given(noted)
    const eventId = ledger.lastEventId({ parcel: 'T9000' })
    const after = given([...noted, { type: 'TakeBack', parcel: 'T9000', eventId }]).ledger
    expect(after.parcel('T9000')?.printed).toBeUndefined()
  })
})

describe('giving up for the owner', () => {
  const forfeit: Command = { type: 'ForfeitParcel', parcel: 'T9000' }
  const late = { by: SVEN, after: 31 * DAYS }
  const givenUp = [...tee, doing(forfeit, late)]
  const worn = inspect(plate(1), 'like_new', { answers: [{ check: 'unworn', answer: 'yes' }] })

  it('waits for the time limit, and then for a supervisor', () => {
    given(tee)
      .when(doing(forfeit, { by: SVEN, after: 29 * DAYS }))
      .thenRejected('not_over_limit', { tracking: 'T9000' })
    given(tee)
      .when(doing(forfeit, { after: 31 * DAYS }))
      .thenRejected('forbidden', { needs: 'supervisor' })
    given(tee)
      .when(doing(forfeit, late))
      .then(['ParcelForfeited', 'UnitForfeited'])
      .andUnit(plate(1), { house: true, seller: null })
  })

  it('ends every claim, until it is taken back', () => {
    given(givenUp)
      .when(doing(claim('LOTUS'), { by: SVEN }))
      .thenRejected('parcel_forfeited')
    const { ledger } = given(givenUp)
    const back: Command = {
      type: 'TakeBack',
      parcel: 'T9000',
      eventId: ledger.lastEventId({ parcel: 'T9000' }),
    }
    given([...givenUp, doing(back, { by: SVEN })])
      .when(doing(claim('LOTUS'), { by: SVEN }))
      .andUnit(plate(1), { seller: 'LOTUS' })
  })

  it('lets a supervisor decide about the goods, and nobody else', () => {
    const inspected = [...givenUp, worn]
    given(inspected)
      .when(doing(classify(plate(1), 'donate'), { by: SVEN }))
      .then([{ type: 'UnitClassified', data: { approvalNeeded: true, suggested: null } }])
    given(inspected)
      .when(classify(plate(1), 'donate'))
      .thenRejected('forbidden', { needs: 'supervisor' })
    given(inspected)
      .when(doing(classify(plate(1), 'restock'), { by: SVEN }))
      .thenRejected('route_not_for_house', { route: 'restock' })
  })

  it('holds for what is taken out of the parcel later', () => {
    given(givenUp)
      .when(register('T9000', plate(2), 'TEE'))
      .andUnit(plate(2), { house: true })
  })

  it('is nothing for goods that have an owner', () => {
    given([receive('T1000')])
      .when(doing({ ...forfeit, parcel: 'T1000' }, late))
      .thenRejected('already_claimed', { seller: 'LOTUS' })
  })
})
