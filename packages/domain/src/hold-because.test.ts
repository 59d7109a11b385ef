import { describe, expect, it } from 'vitest'
import { aboutInactive, aboutSuspicion, becauseAsFacts, becauseOfFacts } from './hold-because.ts'

describe('what a rule holds a unit for', () => {
  it.each([aboutSuspicion(['counterfeit_suspected', 'safety']), aboutInactive('LOTUS')])(
    'is read back from a rejection as it was put there: $question',
    ({ because }) => {
      expect(becauseOfFacts({ lpn: 'RU0000000017', ...becauseAsFacts(because) })).toEqual(because)
    },
  )

  it('is asked in English as well, for whoever knows no code', () => {
    expect(aboutSuspicion(['counterfeit_suspected', 'hygiene']).question).toBe(
      'counterfeit suspected, hygiene: what becomes of it?',
    )
    expect(aboutInactive('LOTUS').question).toBe('LOTUS is not active. What becomes of it?')
  })

  it('is nothing where a person asked, or a rule of a newer server', () => {
    expect(becauseAsFacts(undefined)).toEqual({})
    expect(becauseOfFacts({ lpn: 'RU0000000017', seller: 'LOTUS' })).toBeUndefined()
    expect(becauseOfFacts({ heldFor: 'recalled', findings: 'safety' })).toBeUndefined()
  })
})
