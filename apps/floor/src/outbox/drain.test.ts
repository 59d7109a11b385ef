import 'fake-indexeddb/auto'
import { ApiProblem, Unreachable } from '@restow/client'
import type { WireCommand } from '@restow/contracts'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startDraining, trustAgain } from './drain.ts'
import {
  enqueue,
  enqueuePhoto,
  loadFromDisk,
  noteSender,
  refusedCount,
  setOffline,
  unsent,
  useOutbox,
} from './outbox.store.ts'
import { keepPerson } from './people.ts'
import { changeCommands, forgetPhoto, loadOutbox } from './storage.ts'

const server = vi.hoisted(() => ({ sendCommands: vi.fn(), putPhoto: vi.fn() }))
vi.mock('./api.ts', () => ({ api: server }))

let sequence = 0
function command(commandId: string, parcel = 'P1'): WireCommand {
  sequence += 1
  return {
    ...{ type: 'CloseParcel', parcel, commandId },
    ...{ deviceId: 'dev', deviceSeq: sequence, scannedAt: '2026-01-01T00:00:00Z' },
  }
}
const accepted = (commands: readonly WireCommand[]) => ({
  outcomes: commands.map(({ commandId }) => ({ commandId, outcome: 'accepted' as const })),
})
const rejectedHere = (refused: string) => async (commands: WireCommand[]) => ({
  outcomes: commands.map(({ commandId }) =>
    commandId === refused
      ? { commandId, outcome: 'rejected', code: 'parcel_closed', message: 'It was closed by OP1002.' }
      : { commandId, outcome: 'accepted' },
  ),
})
const sent = () =>
  server.sendCommands.mock.calls.map(([commands]) => commands.map((c: WireCommand) => c.commandId))
const left = () => useOutbox.getState().commands.map((c) => c.command.commandId)
const person = (badge: string, sendToken = `rst_${badge}`) =>
  keepPerson({
    ...{ badge, name: badge, role: 'operator', warehouse: 'LAX1', timeZone: 'UTC' },
    ...{ sendToken, until: Number.MAX_SAFE_INTEGER, pin: null, wrongPins: 0 },
  })

let stop = () => {}

beforeEach(async () => {
  server.sendCommands.mockReset().mockImplementation(async (commands) => accepted(commands))
  server.putPhoto.mockReset().mockResolvedValue(undefined)
  vi.spyOn(Math, 'random').mockReturnValue(0)
  await person('OP1001')
})
afterEach(async () => {
  stop()
  const { commands, photos } = await loadOutbox()
  await changeCommands(
    [],
    commands.map((c) => c.command.commandId),
  )
  for (const { sha256 } of photos) await forgetPhoto(sha256)
  useOutbox.setState({ commands: [], photos: [], offline: false, senders: {} })
  vi.restoreAllMocks()
})
const drain = () => {
  stop = startDraining()
}

describe('the outbox', () => {
  it('sends what was done in its order under its own person, and forgets what was accepted', async () => {
    await enqueue(command('a'), 'OP1001', { about: ['P1'] })
    await enqueue(command('b'), 'OP1001', { about: ['P1'] })
    drain()
    await vi.waitFor(() => expect(left()).toEqual([]))
    expect(sent()).toEqual([['a', 'b']])
    expect(server.sendCommands.mock.calls[0]?.[1]).toEqual({ sendToken: 'rst_OP1001' })
    expect((await loadOutbox()).commands).toEqual([])
  })

  it('is on the disk before it is said to be kept, and is found there by a page that begins anew', async () => {
    await enqueue(command('a'), 'OP1001', { about: ['P1'] })
    await enqueue(command('b'), 'OP1001', { about: ['P1'] })
    useOutbox.setState({ commands: [] })
    await loadFromDisk()
    expect(left()).toEqual(['a', 'b'])
  })

  it('tries again after silence, with the same to the letter, and says meanwhile that it is offline', async () => {
    server.sendCommands.mockRejectedValueOnce(new Unreachable('no network'))
    server.sendCommands.mockRejectedValueOnce(new ApiProblem(503, { code: 'unavailable' }))
    await enqueue(command('a'), 'OP1001', { about: ['P1'] })
    drain()
    await vi.waitFor(() => expect(useOutbox.getState().offline).toBe(true))
    expect(unsent(useOutbox.getState()).count).toBe(1)
    await vi.waitFor(() => expect(left()).toEqual([]), { timeout: 10_000 })
    const [first, ...others] = server.sendCommands.mock.calls.map(([commands]) => JSON.stringify(commands))
    expect(others).toEqual([first, first])
    expect(useOutbox.getState().offline).toBe(false)
  })

  it('says of what was done while the network was down that it was done earlier', async () => {
    setOffline(true)
    await enqueue(command('a'), 'OP1001', { about: ['P1'] })
    setOffline(false)
    await enqueue(command('b'), 'OP1001', { about: ['P1'] })
    drain()
    await vi.waitFor(() => expect(left()).toEqual([]))
    const [[commands]] = server.sendCommands.mock.calls as [[WireCommand[]]]
    expect(commands.map((c) => c.performed)).toEqual(['earlier', undefined])
  })

  it('keeps a refused command for the worker to see, and lets the rest flow', async () => {
    server.sendCommands.mockImplementation(rejectedHere('b'))
    await enqueue(command('a'), 'OP1001', { about: ['P1'] })
    const { outcome } = await enqueue(command('b'), 'OP1001', { about: ['P1'] })
    await enqueue(command('c'), 'OP1001', { about: ['P1'] })
    drain()
    expect(await outcome).toMatchObject({ outcome: 'rejected', code: 'parcel_closed' })
    await vi.waitFor(() => expect(left()).toEqual(['b']))
    expect(refusedCount(useOutbox.getState())).toBe(1)
    expect((await loadOutbox()).commands).toMatchObject([{ status: 'rejected' }])
  })

  it('does not let one poisoned command jam the others', async () => {
    server.sendCommands.mockImplementation(async (commands: WireCommand[]) => {
      if (commands.some((c) => c.commandId === 'b')) throw new ApiProblem(400, { code: 'malformed' })
      return accepted(commands)
    })
    for (const id of ['a', 'b', 'c']) await enqueue(command(id), 'OP1001', { about: ['P1'] })
    drain()
    await vi.waitFor(() => expect(left()).toEqual(['b']))
    expect(refusedCount(useOutbox.getState())).toBe(1)
  })

  it('lets others pass a command that the server falls over, and keeps it', async () => {
    server.sendCommands.mockImplementation(async (commands: WireCommand[]) => {
      if (commands.some((c) => c.commandId === 'a')) throw new ApiProblem(500, { code: 'internal' })
      return accepted(commands)
    })
    await enqueue(command('a', 'P1'), 'OP1001', { about: ['P1'] })
    await enqueue(command('b', 'P2'), 'OP1001', { about: ['P2'] })
    drain()
    await vi.waitFor(() => expect(left()).toEqual(['a']))
    expect([refusedCount(useOutbox.getState()), unsent(useOutbox.getState()).count]).toEqual([0, 1])
  })

  it('lets nothing pass on the same unit, where the server falls over one that was sent together with it', async () => {
    server.sendCommands.mockImplementation(async (commands: WireCommand[]) => {
      if (commands.some((c) => c.commandId === 'a')) throw new ApiProblem(500, { code: 'internal' })
      return accepted(commands)
    })
    for (const [id, parcel] of [
      ['a', 'P1'],
      ['b', 'P1'],
      ['c', 'P2'],
    ] as const)
      await enqueue(command(id, parcel), 'OP1001', { about: [parcel] })
    drain()
    await vi.waitFor(() => expect(left()).toEqual(['a', 'b']))
    expect(sent()).toEqual([['a', 'b', 'c'], ['a'], ['c']])
  })

  it('lets nobody’s work overtake another person’s on the same unit', async () => {
    await person('OP1002')
    await enqueue(command('a'), 'OP1001', { about: ['P1'] })
    await enqueue(command('b'), 'OP1002', { about: ['P1'] })
    await enqueue(command('c'), 'OP1001', { about: ['P1'] })
    drain()
    await vi.waitFor(() => expect(left()).toEqual([]))
    expect(sent()).toEqual([['a'], ['b'], ['c']])
  })

  it('sends nobody’s work under another name: each under their own, and what cannot be sent waits', async () => {
    await person('OP1002')
    await enqueue(command('a'), 'OP1001', { about: ['P1'] })
    await enqueue(command('b'), 'OP1002', { about: ['P1'] })
    await enqueue(command('c'), 'OP1003', { about: ['P1'] })
    drain()
    await vi.waitFor(() => expect(left()).toEqual(['c']))
    const under = server.sendCommands.mock.calls.map(([commands, as]) => [
      commands[0].commandId,
      as.sendToken,
    ])
    expect(under).toEqual([
      ['a', 'rst_OP1001'],
      ['b', 'rst_OP1002'],
    ])
    expect(useOutbox.getState().senders).toMatchObject({ OP1003: { code: 'send_token_unknown' } })
  })

  it('keeps the work of a device that was taken out of use, and sends it when it is let in again', async () => {
    server.sendCommands.mockRejectedValueOnce(
      new ApiProblem(403, { code: 'device_revoked', detail: 'Bring it to a supervisor.' }),
    )
    await enqueue(command('a'), 'OP1001', { about: ['P1'] })
    drain()
    await vi.waitFor(() =>
      expect(useOutbox.getState().senders).toMatchObject({ OP1001: { detail: 'Bring it to a supervisor.' } }),
    )
    expect(left()).toEqual(['a'])
    trustAgain('OP1001')
    await vi.waitFor(() => expect(left()).toEqual([]))
  })

  it.each(['command', 'photo'])(
    'sends a %s again where a refusal of who sent it comes after they have signed in anew',
    async (what) => {
      const isOver = async () => {
        await person('OP1001', 'rst_new')
        trustAgain('OP1001')
        throw new ApiProblem(401, { code: 'send_token_over' })
      }
      if (what === 'photo') {
        server.putPhoto.mockImplementationOnce(isOver)
        await enqueuePhoto('a', new Blob(['a']), 'OP1001')
      } else {
        server.sendCommands.mockImplementationOnce(isOver)
        await enqueue(command('a'), 'OP1001', { about: ['P1'] })
      }
      drain()
      await vi.waitFor(() => expect([left(), useOutbox.getState().photos]).toEqual([[], []]))
      const { calls } = (what === 'photo' ? server.putPhoto : server.sendCommands).mock
      expect(calls.map((call) => call.at(-1).sendToken)).toEqual(['rst_OP1001', 'rst_new'])
      expect(useOutbox.getState().senders).toEqual({})
    },
  )

  it('sends photos apart from commands, and keeps one that is refused', async () => {
    server.putPhoto.mockImplementation(async (sha256: string) => {
      if (sha256 === 'b') throw new ApiProblem(415, { code: 'no_picture', detail: 'This is no picture.' })
    })
    await enqueuePhoto('a', new Blob(['a']), 'OP1001')
    await enqueuePhoto('b', new Blob(['b']), 'OP1001')
    noteSender('OP1002', { code: 'x', detail: '' })
    drain()
    await vi.waitFor(() =>
      expect(useOutbox.getState().photos).toMatchObject([{ sha256: 'b', refusal: 'This is no picture.' }]),
    )
    expect(server.putPhoto.mock.calls.map(([sha256, , as]) => [sha256, as])).toEqual([
      ['a', { sendToken: 'rst_OP1001' }],
      ['b', { sendToken: 'rst_OP1001' }],
    ])
    await loadFromDisk()
    expect(useOutbox.getState().photos).toHaveLength(1)
  })
})
