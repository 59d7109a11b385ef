import { describe, expect, it } from 'vitest'
import { demoPolicy, hold, mug, plate, putAway, seller, world } from '../../testkit/src/builders.ts'
import { given } from '../../testkit/src/given.ts'
import type { Command } from './commands.ts'
import type { DispatchReason } from './words.ts'

const dispatch = (reason: DispatchReason): Command => ({
  type: 'DispatchUnit',
  lpn: plate(1),
  reason,
  reference: 'S-1',
})

describe('a unit that leaves', () => {
  it('goes off its shelf under a reference and frees its bin', () => {
    given(mug.shelved)
      .when(dispatch('sold'))
      .then([{ type: 'UnitDispatched', data: { reason: 'sold', reference: 'S-1' } }])
      .andUnit(plate(1), { state: 'dispatched', bin: null, zone: null, leftAt: expect.any(String) })
  })

  it('has been shelved, unless it is given away as scrap', () => {
    given(mug.decided('restock')).when(dispatch('sold')).thenRejected('not_shelved')
    given(mug.decided('repair')).when(dispatch('sold')).thenRejected('not_shelved')
    given(mug.decided('recycle')).when(dispatch('sold')).thenRejected('not_shelved')
    given(mug.inspected).when(dispatch('sold')).thenRejected('not_classified')
    given(mug.decided('donate')).when(dispatch('donated')).then(['UnitDispatched'])
  })

  it('is not given away before a second person has approved it', () => {
    const policy = demoPolicy({ scrapLimitMinor: 100 })
    given(mug.decided('donate'), world({ sellers: { LOTUS: seller('LOTUS', { policy }) } }))
      .when(dispatch('donated'))
      .thenRejected('approval_missing')
  })

  it('stays while it is on hold or missing', () => {
    given([...mug.shelved, hold(plate(1))])
      .when(dispatch('sold'))
      .thenRejected('held')
    given([...mug.shelved, { type: 'LoseUnit', lpn: plate(1) }])
      .when(dispatch('sold'))
      .thenRejected('missing')
  })

  it('is gone for good', () => {
    given([...mug.shelved, dispatch('sold')])
      .when(dispatch('sold'))
      .thenRejected('dispatched')
    given([...mug.shelved, dispatch('sold')])
      .when(putAway(plate(1), 'SHELF-1'))
      .thenRejected('dispatched')
  })
})
