import type { Outcome } from '@restow/contracts'
import { describe, expect, it } from 'vitest'
import { inspect, plate } from '../../../../packages/testkit/src/builders.ts'
import { OLGA, OTTO } from '../../../../packages/testkit/src/given.ts'
import { expectConverged } from './convergence-checks.fixture.ts'
import type { ModelDevice } from './convergence-device.fixture.ts'
import { expectAllToConverge, expectNothingRefusedAlone } from './convergence-property.fixture.ts'
import { SENDS, Walk } from './convergence-walk.fixture.ts'
import type { Queued } from './queued.ts'

const SECONDS = 60_000

/** A morning with a mug on the first plate, and two handhelds that know of it. */
function two(): { walk: Walk; otto: ModelDevice; olga: ModelDevice } {
  const walk = new Walk(new Uint8Array(), 2)
  const [otto, olga] = walk.devices as [ModelDevice, ModelDevice]
  return { walk, otto, olga }
}

describe('two handhelds on one unit, offline both', () => {
  it.each(['OP1001', 'OP1002'])(
    'end on what the one has done that is online first (%s), and the other sees who it was and when',
    (first) => {
      const { walk, otto, olga } = two()
      expect(otto.does(inspect(plate(1), 'like_new'), OTTO.user, walk.now)).toBe(true)
      expect(olga.does(inspect(plate(1), 'good'), OLGA.user, walk.now)).toBe(true)
      const [winner, loser] = first === OTTO.user ? [otto, olga] : [olga, otto]
      walk.flush(winner)
      walk.flush(loser)
      const at = new Date(walk.now).toISOString()
      expect(winner.refused).toEqual([])
      expect(loser.refused).toMatchObject([{ code: 'already_inspected', facts: { by: first, at } }])
      expect(walk.comeTogether()).toBe(0)
      for (const device of [otto, olga])
        expect(device.view().unit(plate(1))?.inspection).toMatchObject({ by: first, at })
      expectConverged(walk)
    },
  )
})

describe('what was refused and is sent once more', () => {
  it('is taken back by what already waited to take it back', () => {
    const { walk, otto } = two()
    const view = () => otto.view().unit(plate(1))
    expect(otto.does(inspect(plate(1), 'like_new'), OTTO.user, walk.now)).toBe(true)
    const eventId = view()?.steps.at(-1)?.eventIds.at(-1) ?? ''
    expect(otto.does({ type: 'TakeBack', lpn: plate(1), eventId }, OTTO.user, walk.now)).toBe(true)
    const [first] = otto.take(walk.now)
    const { commandId } = first?.command ?? {}
    otto.settle([{ commandId, outcome: 'rejected', code: 'malformed' } as Outcome])
    otto.settledByHand.set(commandId ?? '', null)
    const [refused] = otto.commands.filter((c) => c.status === 'rejected')
    otto.again(refused as Queued, walk.now)
    walk.flush(otto)
    expect(walk.server.accepted.slice(-2).map(({ command }) => command.type)).toEqual([
      'InspectUnit',
      'TakeBack',
    ])
    expect(walk.comeTogether()).toBe(0)
    expect(view()?.inspection).toBeNull()
  })
})

describe('any work of two to four handhelds', () => {
  it(
    'converges, whatever the network loses, doubles or holds back and whenever a device dies',
    () => {
      const met = expectAllToConverge(200)
      const wanted = [...SENDS.map((send) => `a request ${send}`), 'a crash', 'sent once more']
      expect(wanted.filter((what) => !met.has(what))).toEqual([])
      const refusals = [...met].filter((what) => what.startsWith('refused: already_'))
      expect(refusals.length).toBeGreaterThan(3)
    },
    SECONDS,
  )

  it('is refused to nobody who works alone', () => expectNothingRefusedAlone(300), SECONDS)
})
