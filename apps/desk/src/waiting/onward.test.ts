import { describe, expect, it } from 'vitest'
import {
  classify,
  demoPolicy,
  hold,
  inspect,
  mug,
  plate,
  putAway,
  seller,
  world,
} from '../../../../packages/testkit/src/builders.ts'
import { given } from '../../../../packages/testkit/src/given.ts'
import { stepAfterHold } from './onward.ts'

const STRICT = world({
  sellers: { LOTUS: seller('LOTUS', { policy: demoPolicy({ scrapLimitMinor: 100 }) }) },
})
const after = (deeds: Parameters<typeof given>[0], of = world()) => {
  const unit = given(deeds, of).ledger.unit(plate(1))
  if (!unit) throw new Error('it was registered')
  return stepAfterHold(unit)
}

describe('a unit that is let on', () => {
  it('goes on where its journey stood', () => {
    expect(after([...mug.registered, hold(plate(1))])).toBe('InspectUnit')
    expect(after([...mug.inspected, hold(plate(1))])).toBe('ClassifyUnit')
    expect(after([...mug.decided('repair'), putAway(plate(1), 'BENCH'), hold(plate(1))])).toBe(
      'StartRefurbishment',
    )
  })

  it('goes to its shelf from wherever it lay on hold', () => {
    const held = [...mug.decided('restock'), hold(plate(1)), putAway(plate(1), 'HOLD')]
    expect(after(held)).toBe('PutAwayUnit')
  })

  it('is scrapped where it lies, once a second person has approved it', () => {
    const decided = [...mug.decided('recycle'), putAway(plate(1), 'SCRAP')]
    expect(after(decided)).toBe('ScrapUnit')
    expect(after(decided, STRICT)).toBe('ApproveScrap')
  })

  it('waits on its shelf, or is gone', () => {
    expect(
      after([
        ...mug.registered,
        inspect(plate(1)),
        classify(plate(1), 'restock'),
        putAway(plate(1), 'SHELF-1'),
      ]),
    ).toBeNull()
  })
})
