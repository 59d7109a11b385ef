import { describe, expect, it } from 'vitest'
import { ARRIVING_PARCELS, mayCancel, stateOfReturn } from './expected-return.ts'
import { EXPECTED_RETURN_STATES, PARCEL_STATES } from './words.ts'

describe('an announced return', () => {
  it('is announced until a parcel of it comes, and stays so when it is turned away at the door', () => {
    expect(stateOfReturn(false, [])).toBe('announced')
    expect(stateOfReturn(false, ['refused', 'misdelivered', 'void'])).toBe('announced')
  })

  it('arrives with its first parcel, and is complete when all that came are closed', () => {
    expect(stateOfReturn(false, ['received'])).toBe('arriving')
    expect(stateOfReturn(false, ['closed', 'registered'])).toBe('arriving')
    expect(stateOfReturn(false, ['closed', 'refused'])).toBe('complete')
    expect(stateOfReturn(false, ['closed', 'reopened'])).toBe('arriving')
  })

  it('can be cancelled while nothing has come; what comes all the same is taken in', () => {
    expect(stateOfReturn(true, [])).toBe('cancelled')
    expect(stateOfReturn(true, ['received'])).toBe('arriving')
    expect(stateOfReturn(true, ['closed'])).toBe('complete')
  })

  it('reaches each of its states', () => {
    const reached = [true, false].flatMap((c) => [
      stateOfReturn(c, []),
      ...PARCEL_STATES.map((s) => stateOfReturn(c, [s])),
    ])
    expect(new Set(reached)).toEqual(new Set(EXPECTED_RETURN_STATES))
    expect(ARRIVING_PARCELS).toEqual(['received', 'registered', 'reopened'])
  })
})

it('may be called off until goods of it are here, and not after that', () => {
  expect(EXPECTED_RETURN_STATES.filter(mayCancel)).toEqual(['announced', 'cancelled'])
})
