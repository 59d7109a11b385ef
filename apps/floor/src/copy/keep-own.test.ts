import 'fake-indexeddb/auto'
import type { Unit } from '@restow/domain'
import { expect, it } from 'vitest'
import { type At, copyDatabase } from './database.ts'
import { keepOwn } from './local.ts'

const unit = (version: number, bin: string) =>
  ({
    id: 'u1',
    lpn: 'RU0000000018',
    formerLpns: [],
    parcel: { id: 'p1' },
    version,
    bin,
  }) as unknown as At<Unit>
const kept = async () => (await (await copyDatabase()).get('units', 'u1'))?.bin

it('goes on from what this device has done, until the server has told it itself', async () => {
  await keepOwn({ unit: unit(1, 'ours') })
  await keepOwn({ unit: unit(2, 'ours again') })
  expect(await kept()).toBe('ours again')
  await (await copyDatabase()).put('units', unit(3, 'the server’s'))
  await keepOwn({ unit: unit(3, 'ours, heard late') })
  expect(await kept()).toBe('the server’s')
})
