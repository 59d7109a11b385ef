import { expect, it } from 'vitest'
import { openWarehouse } from '../../../../../packages/testkit/src/server.ts'
import { IMPATIENT } from '../../webhooks/receiver.fixture.ts'
import { furnish, OURS, THEIRS, twoSellers } from './belongings.fixture.ts'
import { askByTurns } from './by-turns.fixture.ts'

it('two sellers ask ten thousand times by turns on two connections, and neither hears anything of the other', async () => {
  const webhooks = { reach: { anywhere: true }, pace: IMPATIENT }
  const warehouse = await openWarehouse({ world: twoSellers(), webhooks })
  try {
    const ours = await furnish(warehouse, OURS)
    const verdict = await askByTurns(warehouse, { ours, theirs: await furnish(warehouse, THEIRS) }, 10_000)
    console.log(JSON.stringify({ ...verdict, leaked: verdict.leaked.length }))
    expect(verdict.leaked).toEqual([])
    expect(verdict.own).toBeGreaterThan(2000)
    expect(verdict.failed).toBeGreaterThan(300)
  } finally {
    await warehouse.close()
  }
})
