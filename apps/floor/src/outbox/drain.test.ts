import { ApiProblem, Unreachable } from '@restow/client'
import type { WireCommand } from '@restow/contracts'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { drainFor, drainNow } from './drain.ts'
import { enqueue, refusedCount, unsent, useOutbox } from './outbox.store.ts'

const server = vi.hoisted(() => ({ sendCommands: vi.fn(), putPhoto: vi.fn() }))
vi.mock('./api.ts', () => ({ api: server }))

const command = (commandId: string): WireCommand => ({
  ...{ type: 'CloseParcel', parcel: 'P1', commandId },
  ...{ deviceId: 'dev', deviceSeq: 1, scannedAt: '2026-01-01T00:00:00Z' },
})
const accepted = (commands: readonly WireCommand[]) => ({
  outcomes: commands.map(({ commandId }) => ({ commandId, outcome: 'accepted' as const })),
})
const sent = () =>
  server.sendCommands.mock.calls.map(([commands]) => commands.map((c: WireCommand) => c.commandId))
const left = () => useOutbox.getState().commands.map((c) => c.command.commandId)
const settle = () => vi.advanceTimersByTimeAsync(1)

beforeEach(() => {
  vi.useFakeTimers()
  server.sendCommands.mockReset()
  useOutbox.setState({ commands: [], photos: [], offline: false })
})
afterEach(() => {
  drainFor(null)
  vi.useRealTimers()
})

describe('the outbox', () => {
  it('sends what was done in its order, and forgets what was accepted', async () => {
    server.sendCommands.mockImplementation(async (commands) => accepted(commands))
    await enqueue(command('a'), 'OP1001', ['P1'])
    await enqueue(command('b'), 'OP1001', ['P1'])
    drainFor('OP1001')
    await settle()
    expect(sent()).toEqual([['a', 'b']])
    expect(left()).toEqual([])
  })

  it('tries again after silence, later each time, and says that it is offline', async () => {
    server.sendCommands.mockRejectedValueOnce(new Unreachable('no network'))
    server.sendCommands.mockRejectedValueOnce(new ApiProblem(503, { code: 'unavailable' }))
    server.sendCommands.mockImplementation(async (commands) => accepted(commands))
    await enqueue(command('a'), 'OP1001', ['P1'])
    drainFor('OP1001')
    await settle()
    expect(useOutbox.getState().offline).toBe(true)
    expect(unsent(useOutbox.getState()).count).toBe(1)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(sent()).toEqual([['a'], ['a'], ['a']])
    expect(useOutbox.getState().offline).toBe(false)
    expect(left()).toEqual([])
  })

  it('keeps a refused command for the worker to see, and lets the rest flow', async () => {
    server.sendCommands.mockImplementation(async (commands: WireCommand[]) => ({
      outcomes: commands.map(({ commandId }) =>
        commandId === 'a'
          ? { commandId, outcome: 'rejected', code: 'parcel_closed' }
          : { commandId, outcome: 'accepted' },
      ),
    }))
    const { outcome } = await enqueue(command('a'), 'OP1001', ['P1'])
    await enqueue(command('b'), 'OP1001', ['P1'])
    drainFor('OP1001')
    expect((await outcome).code).toBe('parcel_closed')
    await settle()
    expect(left()).toEqual(['a'])
    expect(refusedCount(useOutbox.getState())).toBe(1)
    expect(unsent(useOutbox.getState()).count).toBe(0)
  })

  it('is not jammed by a command that the server cannot read at all', async () => {
    server.sendCommands.mockImplementation(async (commands: WireCommand[]) => {
      if (commands.some((c) => c.commandId === 'poison')) throw new ApiProblem(400, { code: 'malformed' })
      return accepted(commands)
    })
    for (const id of ['a', 'poison', 'b']) await enqueue(command(id), 'OP1001', ['P1'])
    drainFor('OP1001')
    await settle()
    expect(left()).toEqual(['poison'])
    expect(refusedCount(useOutbox.getState())).toBe(1)
  })

  it('sends nobody’s work under another name', async () => {
    server.sendCommands.mockImplementation(async (commands) => accepted(commands))
    await enqueue(command('a'), 'OP1001', ['P1'])
    await enqueue(command('b'), 'OP1002', ['P1'])
    drainFor('OP1002')
    await settle()
    expect(sent()).toEqual([['b']])
    expect(left()).toEqual(['a'])
    drainFor('OP1001')
    await settle()
    expect(left()).toEqual([])
  })

  it('keeps everything when the session is over', async () => {
    server.sendCommands.mockRejectedValue(new ApiProblem(401, { code: 'not_signed_in' }))
    await enqueue(command('a'), 'OP1001', ['P1'])
    drainFor('OP1001')
    drainNow()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(left()).toEqual(['a'])
    expect(useOutbox.getState().offline).toBe(false)
  })
})
