import { REJECTIONS, type RejectionCode } from '@restow/domain'
import { expect } from 'vitest'
import type { ModelDevice } from './convergence-device.fixture.ts'
import type { Accepted, ModelServer } from './convergence-server.fixture.ts'
import type { Walk } from './convergence-walk.fixture.ts'

/** What has to be true when everybody is online again. */

/** Each command that was said to be saved ended: accepted, or refused and seen by somebody. */
export function unsettled(device: ModelDevice, server: ModelServer): string[] {
  return [...device.said].filter((id) => {
    const outcome = server.outcomes.get(id)?.outcome
    if (outcome?.outcome === 'accepted') return device.settledByHand.has(id)
    return outcome === undefined || !device.settledByHand.has(id)
  })
}

/** Those of a device that came before an earlier one about the same unit; what a person sent once more may come late. */
export function outOfOrder(device: ModelDevice, accepted: readonly Accepted[]): string[] {
  const again = new Set(device.settledByHand.values())
  const last = new Map<string, number>()
  const found: string[] = []
  for (const { command, streams } of accepted) {
    if (command.deviceId !== device.id || again.has(command.commandId)) continue
    for (const stream of streams.filter((s) => s.startsWith('unit '))) {
      if (command.deviceSeq < (last.get(stream) ?? 0))
        found.push(`${command.type} ${command.commandId} ${stream}`)
      last.set(stream, Math.max(command.deviceSeq, last.get(stream) ?? 0))
    }
  }
  return found
}

/** Numbers that a device has given to two of its commands. */
export function countedTwice(device: ModelDevice, accepted: readonly Accepted[]): number[] {
  const again = new Set(device.settledByHand.values())
  const own = accepted.filter((a) => a.command.deviceId === device.id && !again.has(a.command.commandId))
  const numbers = own.map((a) => a.command.deviceSeq)
  return numbers.filter((number, at) => numbers.indexOf(number) !== at)
}

/** Codes of refusals that do not say who was first and when, although their sentences want to. */
export function untold(walk: Walk): string[] {
  const done = new Set(walk.server.ledger.events.map(({ meta }) => `${meta.actor.user} ${meta.recordedAt}`))
  return walk.devices
    .flatMap((device) => device.refused)
    .flatMap(({ code = '', facts = {} }) => {
      const sentence = REJECTIONS[code as RejectionCode]
      const names = sentence.includes('{lastBy}') ? (['lastBy', 'lastAt'] as const) : (['by', 'at'] as const)
      if (!names.every((name) => sentence.includes(`{${name}}`))) return []
      const [by, at] = names.map((name) => facts[name])
      return done.has(`${by} ${at}`) ? [] : [`${code} ${by} ${at}`]
    })
}

export function expectConverged(walk: Walk): void {
  const { server, devices } = walk
  const ids = server.accepted.map(({ command }) => command.commandId)
  expect(new Set(ids).size, 'each once').toBe(ids.length)
  const codes = devices.flatMap((device) => device.refused.map(({ code }) => code))
  expect(codes).not.toContain('command_id_reused')
  for (const device of devices) {
    expect(unsettled(device, server), 'said to be saved').toEqual([])
    expect(device.sentTooSoon, 'waits for a person').toEqual([])
    expect(outOfOrder(device, server.accepted), 'in order').toEqual([])
    expect(countedTwice(device, server.accepted), 'counted twice').toEqual([])
    const { units, parcels } = device.view()
    expect(units, 'units').toEqual(server.ledger.units)
    expect(parcels, 'parcels').toEqual(server.ledger.parcels)
  }
  expect(untold(walk), 'who and when').toEqual([])
}
