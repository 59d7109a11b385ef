import 'fake-indexeddb/auto'
import type { CopyItem } from '@restow/contracts'
import { expect, it } from 'vitest'
import { receive } from '../../../../packages/testkit/src/builders.ts'
import { given } from '../../../../packages/testkit/src/given.ts'
import { keepPage } from './keep-page.ts'
import { lookUpHere } from './look-up.ts'

it('finds a parcel by its second label while the network is away', async () => {
  const { ledger } = given([
    receive('BOX0001'),
    { type: 'AliasParcel', parcel: 'BOX0001', tracking: 'SECOND1' },
  ])
  const parcel = ledger.parcel('BOX0001')
  if (!parcel) throw new Error('it was not received')
  const item: CopyItem = { k: 'parcel', version: 2, ...parcel }
  await keepPage({ items: [item], cursor: 'c', more: false }, undefined, Date.now())
  for (const code of ['BOX0001', 'second1'])
    expect(await lookUpHere(code, 'LAX1')).toMatchObject({ kind: 'parcel', trackingNumber: 'BOX0001' })
  expect(await lookUpHere('THIRD1', 'LAX1')).toMatchObject({ kind: 'unknown' })
})
