import 'fake-indexeddb/auto'
import { ApiProblem, Unreachable } from '@restow/client'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { keptDatabase } from './database.ts'
import { keepDropped, tellDropped } from './dropped.ts'
import { keepPerson } from './people.ts'
import type { Queued } from './queued.ts'

const server = vi.hoisted(() => ({ tellDropped: vi.fn() }))
vi.mock('./api.ts', () => ({ api: server }))

const refused = (commandId: string): Queued =>
  ({
    command: { commandId, type: 'PutAwayUnit', lpn: 'U1', bin: 'B1' },
    ...{ by: 'OP1001', about: ['U1'], status: 'rejected' },
    refusal: { commandId, outcome: 'rejected', code: 'bin_full', message: 'Full.' },
  }) as unknown as Queued
const told = () =>
  server.tellDropped.mock.calls.map(([{ dropped }, as]) => [
    as.sendToken,
    dropped.map((one: { commandId: string }) => one.commandId),
  ])
const person = (badge: string) =>
  keepPerson({
    ...{ badge, name: badge, role: 'operator', warehouse: 'LAX1', timeZone: 'UTC' },
    ...{ sendToken: `rst_${badge}`, until: 0, pin: null, wrongPins: 0 },
  })

beforeEach(async () => {
  server.tellDropped.mockReset().mockResolvedValue({ kept: 1 })
  await (await keptDatabase()).clear('facts')
  for (const badge of ['OP1001', 'OP1002']) await person(badge)
})

describe('what a person has dropped', () => {
  it('is told once, under the name of whoever has dropped it', async () => {
    await keepDropped(refused('a'), 'settled', 'OP1002')
    await keepDropped(refused('b'), 'mistake', 'OP1001')
    await tellDropped()
    await tellDropped()
    expect(told()).toEqual([
      ['rst_OP1001', ['b']],
      ['rst_OP1002', ['a']],
    ])
    const [[{ dropped }]] = server.tellDropped.mock.calls as [[{ dropped: object[] }]]
    expect(dropped).toMatchObject([
      {
        type: 'PutAwayUnit',
        about: 'U1',
        doneBy: 'OP1001',
        code: 'bin_full',
        message: 'Full.',
        reason: 'mistake',
      },
    ])
  })

  it('is told again after silence, and what the server cannot take jams nothing', async () => {
    server.tellDropped.mockRejectedValueOnce(new Unreachable('silence'))
    await keepDropped(refused('a'), 'settled', 'OP1001')
    await tellDropped()
    server.tellDropped.mockRejectedValueOnce(new ApiProblem(400, { code: 'malformed', detail: '' }))
    await tellDropped()
    await keepDropped(refused('b'), 'settled', 'OP1001')
    await tellDropped()
    expect(told().map(([, ids]) => ids)).toEqual([['a'], ['a'], ['b']])
  })

  it('is told one by one where one of them cannot be taken, and each only once', async () => {
    server.tellDropped.mockImplementation(async ({ dropped }: { dropped: { commandId: string }[] }) => {
      if (dropped.some((one) => one.commandId === 'bad'))
        throw new ApiProblem(400, { code: 'malformed', detail: '' })
      return { kept: dropped.length }
    })
    for (const id of ['a', 'bad', 'b']) await keepDropped(refused(id), 'settled', 'OP1001')
    await tellDropped()
    await tellDropped()
    expect(told().map(([, ids]) => ids)).toEqual([['b', 'bad', 'a'], ['b'], ['bad'], ['a']])
  })

  it('goes on where silence has cut it off', async () => {
    for (const id of ['a', 'b']) await keepDropped(refused(id), 'settled', 'OP1001')
    server.tellDropped
      .mockRejectedValueOnce(new ApiProblem(400, { code: 'malformed', detail: '' }))
      .mockResolvedValueOnce({ kept: 1 })
      .mockRejectedValueOnce(new Unreachable('silence'))
    await tellDropped()
    await tellDropped()
    expect(told().map(([, ids]) => ids)).toEqual([['b', 'a'], ['b'], ['a'], ['a']])
  })

  it('is cut between characters, never within one', async () => {
    const long = { ...refused('a'), about: [`U${'📦'.repeat(120)}`] }
    await keepDropped(
      { ...long, refusal: { ...long.refusal, message: `.${'📦'.repeat(600)}` } } as unknown as Queued,
      'settled',
      'OP1001',
    )
    await tellDropped()
    const [[{ dropped }]] = server.tellDropped.mock.calls as [
      [{ dropped: { about: string; message: string }[] }],
    ]
    expect(dropped).toMatchObject([{ about: `U${'📦'.repeat(99)}`, message: `.${'📦'.repeat(499)}` }])
  })
})
