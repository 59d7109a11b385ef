import { expect, it } from 'vitest'
import { expectAllToConverge, expectNothingRefusedAlone } from './convergence-property.fixture.ts'

it('two thousand sequences of work on two to four handhelds converge', () => {
  const met = expectAllToConverge(2000)
  expect([...met].filter((what) => what.startsWith('refused: ')).length).toBeGreaterThan(20)
})

it('five thousand sequences of work on one handheld are refused nothing', () =>
  expectNothingRefusedAlone(5000))
