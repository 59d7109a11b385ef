import { describe, expect, it } from 'vitest'
import { classify, hold, inspect, mug, plate, putAway } from '../../testkit/src/builders.ts'
import { doing, given, OLGA, OTTO, SVEN } from '../../testkit/src/given.ts'
import type { Command } from './commands.ts'

const release: Command = { type: 'ReleaseUnit', lpn: plate(1), answer: 'Sell it.' }

describe('a unit on hold', () => {
  it('says who it waits for, since when and why', () => {
    given(mug.registered)
      .when(hold(plate(1), 'seller'))
      .then([{ type: 'UnitHeld', data: { waitsFor: 'seller', quarantine: false } }])
    given([...mug.registered, hold(plate(1), 'seller')])
      .when(inspect(plate(1)))
      .thenRejected('held', { waitsFor: 'seller', question: 'What becomes of it?', by: OTTO.user })
  })

  it('takes no step until it is released', () => {
    const steps: [readonly Command[], Command][] = [
      [mug.registered, inspect(plate(1))],
      [mug.inspected, classify(plate(1), 'restock')],
      [mug.decided('repair'), { type: 'StartRefurbishment', lpn: plate(1), route: 'repair' }],
      [mug.decided('recycle'), { type: 'ScrapUnit', lpn: plate(1), route: 'recycle' }],
      [mug.shelved, { type: 'DispatchUnit', lpn: plate(1), reason: 'sold', reference: 'S-1' }],
      [mug.registered, { type: 'SplitUnit', lpn: plate(1), quantity: 1, newLpn: plate(2) }],
    ]
    for (const [deeds, step] of steps)
      given([...deeds, hold(plate(1))])
        .when(step)
        .thenRejected('held')
  })

  it('goes on from the step it was at', () => {
    given([...mug.inspected, hold(plate(1), 'seller'), release])
      .when(classify(plate(1), 'restock'))
      .then(['UnitClassified'])
  })

  it('that waits for a supervisor is released by one; that waits for the seller, by anybody', () => {
    const waiting = [...mug.registered, hold(plate(1), 'supervisor')]
    given(waiting)
      .when(doing(release, { by: OLGA }))
      .thenRejected('forbidden', { needs: 'supervisor', by: OLGA.user })
    given(waiting)
      .when(doing(release, { by: SVEN }))
      .then([{ type: 'UnitReleased', data: { answer: 'Sell it.' } }])
    given([...mug.registered, hold(plate(1), 'seller')])
      .when(doing(release, { by: OLGA }))
      .then(['UnitReleased'])
  })

  it('has what was answered in sight until the next step is taken, and again where that is taken back', () => {
    const held = hold(plate(1), 'seller')
    const { ledger } = given([...mug.inspected, held, release])
    const said = { question: 'What becomes of it?', answer: 'Sell it.', by: OTTO.user }
    expect(ledger.unit(plate(1))?.answer).toMatchObject(said)
    ledger.run(putAway(plate(1), 'HOLD'), { performed: 'earlier' })
    ledger.run(classify(plate(1), 'restock'))
    expect(ledger.unit(plate(1))).toMatchObject({ state: 'classified', answer: null })
    ledger.run({ type: 'TakeBack', lpn: plate(1), eventId: ledger.lastEventId({ lpn: plate(1) }) })
    expect(ledger.unit(plate(1))).toMatchObject({ state: 'inspected', answer: said })
    ledger.run(held)
    expect(ledger.unit(plate(1))?.answer).toBeNull()
  })

  it('has none where nothing was said, or where it was said before answers were kept', () => {
    const { ledger } = given([
      ...mug.inspected,
      hold(plate(1)),
      doing({ type: 'ReleaseUnit', lpn: plate(1) }, { by: SVEN }),
    ])
    expect(ledger.unit(plate(1))).not.toHaveProperty('answer')
    const unit = ledger.unit(plate(1))
    const old = {
      stream: { kind: 'unit', id: unit?.id ?? '' },
      type: 'UnitReleased',
      data: { answer: 'Yes.' },
    } as const
    ledger.run(hold(plate(1)))
    ledger.record(old, ledger.act(), 1)
    expect(ledger.unit(plate(1))).not.toHaveProperty('answer')
  })

  it('is held once, and released once', () => {
    given([...mug.registered, hold(plate(1))])
      .when(hold(plate(1), 'seller'))
      .thenRejected('already_held')
    given(mug.registered).when(release).thenRejected('not_held')
  })

  it('can be held on its shelf, and stays there or is laid aside', () => {
    given([...mug.shelved, hold(plate(1))])
      .when(putAway(plate(1), 'HOLD'))
      .andUnit(plate(1), { state: 'shelved', bin: 'HOLD' })
  })
})
