import { describe, expect, it } from 'vitest'
import {
  classify,
  demoPolicy,
  inspect,
  mug,
  plate,
  putAway,
  seller,
  world,
} from '../../testkit/src/builders.ts'
import { doing, given, OLGA, OTTO, SVEN } from '../../testkit/src/given.ts'
import type { Command } from './commands.ts'
import type { Route } from './words.ts'

const scrap = (route: Route = 'recycle'): Command => ({ type: 'ScrapUnit', lpn: plate(1), route })
const approve = (approved = true): Command => ({ type: 'ApproveScrap', lpn: plate(1), approved })
const dear = world({ sellers: { LOTUS: seller('LOTUS', { policy: demoPolicy({ scrapLimitMinor: 100 }) }) } })
const waiting = [...mug.decided('recycle')]

describe('scrapping a unit', () => {
  it('is for good, and frees its bin', () => {
    given([...mug.decided('recycle'), putAway(plate(1), 'SCRAP')])
      .when(scrap())
      .then([{ type: 'UnitScrapped', data: { route: 'recycle', witness: null } }])
      .andUnit(plate(1), { state: 'scrapped', bin: null, zone: null, leftAt: expect.any(String) })
  })

  it('refuses a unit that is decided otherwise or not at all', () => {
    given(mug.decided('restock')).when(scrap()).thenRejected('not_for_scrap')
    given(mug.inspected).when(scrap()).thenRejected('not_classified')
  })

  it('refuses a route that scraps nothing, or that the seller does not allow', () => {
    given(waiting).when(scrap('repair')).thenRejected('route_does_not_fit')
    const policy = demoPolicy({ routes: ['recycle'] })
    given(waiting, world({ sellers: { LOTUS: seller('LOTUS', { policy }) } }))
      .when(scrap('donate'))
      .thenRejected('route_not_allowed', { route: 'donate' })
  })

  it('refuses everything that is asked of a scrapped unit', () => {
    const gone = [...waiting, scrap()]
    for (const command of [
      scrap(),
      inspect(plate(1)),
      classify(plate(1), 'restock'),
      putAway(plate(1), 'SHELF-1'),
      approve(),
    ])
      given(gone)
        .when(command)
        .thenRejected('scrapped', { lpn: plate(1) })
  })
})

describe('scrap above the seller’s limit', () => {
  it('waits for approval, also when it was scrapped offline', () => {
    given(waiting, dear).when(scrap()).thenRejected('approval_missing')
    given(waiting, dear)
      .when(doing(scrap(), { performed: 'earlier' }))
      .thenRejected('approval_missing')
  })

  it('is approved by somebody else than who asked', () => {
    given(waiting, dear).when(approve()).thenRejected('same_person', { by: OTTO.user })
    given(waiting, dear).when(approve(false)).thenRejected('same_person')
    given(waiting, dear)
      .when(doing(approve(), { by: SVEN }))
      .then(['ScrapApproved'])
      .andUnit(plate(1), { state: 'approved' })
    given([...waiting, doing(approve(), { by: OLGA })], dear)
      .when(scrap())
      .then(['UnitScrapped'])
  })

  it('goes back to be decided when it is declined', () => {
    given(waiting, dear)
      .when(doing(approve(false), { by: SVEN }))
      .then(['ScrapDeclined'])
      .andUnit(plate(1), { state: 'inspected', decision: null, disposition: null, route: null })
  })

  it('is approved once, and only where something waits', () => {
    given(waiting)
      .when(doing(approve(), { by: SVEN }))
      .thenRejected('no_approval_needed')
    given([...waiting, doing(approve(), { by: SVEN })], dear)
      .when(doing(approve(), { by: OLGA }))
      .thenRejected('no_approval_needed')
    given(mug.decided('restock'), dear)
      .when(doing(approve(), { by: SVEN }))
      .thenRejected('not_for_scrap')
  })

  it('stays approved while it is laid aside', () => {
    given([...waiting, doing(approve(), { by: SVEN })], dear)
      .when(putAway(plate(1), 'SCRAP'))
      .andUnit(plate(1), { state: 'approved', bin: 'SCRAP' })
    given([...waiting, doing(approve(), { by: SVEN })], dear)
      .when(classify(plate(1), 'restock'))
      .thenRejected('already_decided')
  })

  it('is approved for the decision that stands, not for an earlier one', () => {
    const { ledger } = given(
      [
        ...waiting,
        doing(approve(false), { by: SVEN }),
        doing(classify(plate(1), 'recycle', 'other'), { by: OLGA }),
      ],
      dear,
    )
    expect(ledger.unit(plate(1))?.decision).toMatchObject({ by: OLGA.user, approvalNeeded: true })
  })
})
