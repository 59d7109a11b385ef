import type { BoardPerson } from '@restow/contracts'
import { expect, it } from 'vitest'
import { inOrder, orderOf } from './people-order.ts'

const person = (badge: string, inspected: number): BoardPerson => ({
  badge,
  name: badge,
  role: 'operator',
  steps: [{ step: 'inspected', lastHour: 0, today: inspected, perHour: null }],
  since: null,
  last: { at: '', event: '', kind: 'unit', key: '', deviceId: '', device: null },
})
const badges = (people: readonly BoardPerson[]) => people.map(({ badge }) => badge)

it('puts nobody before another by number unless a supervisor asks for it', () => {
  const people = [person('A', 3), person('B', 9), person('C', 3)]
  expect(badges(inOrder(people, orderOf(undefined)))).toEqual(['A', 'B', 'C'])
  expect(badges(inOrder(people, orderOf('speed')))).toEqual(['A', 'B', 'C'])
  expect(badges(inOrder(people, orderOf('inspected')))).toEqual(['B', 'A', 'C'])
  expect(badges(people)).toEqual(['A', 'B', 'C'])
})
