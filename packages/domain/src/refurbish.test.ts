import { describe, it } from 'vitest'
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
import { given } from '../../testkit/src/given.ts'
import type { Command } from './commands.ts'
import type { Route } from './words.ts'

const start = (route: Route = 'repair'): Command => ({ type: 'StartRefurbishment', lpn: plate(1), route })
const finish: Command = {
  type: 'FinishRefurbishment',
  lpn: plate(1),
  done: ['new handle'],
  minutes: 12,
  cost: { minor: 100, currency: 'USD' },
}

describe('refurbishing a unit', () => {
  it('takes it to the bench and frees its bin', () => {
    given([...mug.decided('repair'), putAway(plate(1), 'BENCH')])
      .when(start())
      .then([{ type: 'RefurbishmentStarted', data: { route: 'repair' } }])
      .andUnit(plate(1), { state: 'refurbishing', bin: null, zone: null })
  })

  it('ends in a new inspection, with no grade and no decision left', () => {
    given([...mug.decided('repair'), start()])
      .when(finish)
      .then([{ type: 'RefurbishmentFinished', data: { minutes: 12, cost: { minor: 100, currency: 'USD' } } }])
      .andUnit(plate(1), { state: 'registered', grade: null, decision: null, refurbishment: null })
    given([...mug.decided('repair'), start(), finish])
      .when(classify(plate(1), 'restock'))
      .thenRejected('not_inspected')
    given([...mug.decided('repair'), start(), finish, inspect(plate(1), 'very_good')])
      .when(classify(plate(1), 'open_box'))
      .then(['UnitClassified'])
  })

  it('refuses a unit that is decided otherwise or not at all', () => {
    given(mug.decided('restock')).when(start()).thenRejected('not_for_refurbishment')
    given(mug.inspected).when(start()).thenRejected('not_classified')
    given(mug.registered).when(start()).thenRejected('not_inspected')
    given(mug.shelved).when(start()).thenRejected('not_for_refurbishment')
  })

  it('refuses to finish what is not on the bench, and to start what is', () => {
    given(mug.decided('repair')).when(finish).thenRejected('not_being_refurbished')
    given([...mug.decided('repair'), start()])
      .when(start())
      .thenRejected('being_refurbished')
  })

  it('refuses a route that refurbishes nothing, or that the seller does not allow', () => {
    given(mug.decided('repair'))
      .when(start('recycle'))
      .thenRejected('route_does_not_fit', { route: 'recycle' })
    const policy = demoPolicy({ routes: ['restock', 'repair', 'recycle'] })
    given(mug.decided('repair'), world({ sellers: { LOTUS: seller('LOTUS', { policy }) } }))
      .when(start('clean'))
      .thenRejected('route_not_allowed', { route: 'clean' })
  })
})
