import 'fake-indexeddb/auto'
import type { WireCommand } from '@restow/contracts'
import { expect, it } from 'vitest'
import type { Queued } from './queued.ts'
import { changeCommands, lastSequence, saveCommand } from './storage.ts'

const queued = (commandId: string, deviceSeq: number): Queued => ({
  command: { type: 'CloseParcel', parcel: 'P1', commandId, deviceSeq } as WireCommand,
  ...{ by: 'OP1001', about: ['P1'], queuedAt: 0, status: 'queued', offline: false, sealed: false },
})

it('counts on after a restart, also where an old command was sent once more under its old number', async () => {
  await saveCommand(queued('a', 1))
  await saveCommand(queued('b', 2))
  await saveCommand(queued('c', 3))
  await changeCommands([], ['b', 'c'])
  await saveCommand(queued('a again', 1))
  expect(await lastSequence()).toBe(3)
})
