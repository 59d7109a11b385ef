import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InOrder } from './in-order.ts'

interface One {
  readonly id: string
  readonly time: number
}
const inOrder = (all: readonly One[]) => {
  const order = new InOrder<One>(({ time }) => time)
  for (const one of all) order.put(one)
  return order
}
const sorted = (all: readonly One[]) => [...all].sort((a, b) => a.time - b.time || (a.id < b.id ? -1 : 1))

describe('an order of times', () => {
  it('is that of sorting, whatever comes and goes', () => {
    const times = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 3000, size: 'max' })
    fc.assert(
      fc.property(
        times,
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: -1, max: 301 }),
        (all, every, time) => {
          const ones = all.map((time, n) => ({ id: `${(n * 7919) % 3001}`, time }))
          const order = inOrder(ones)
          const isOut = (n: number) => n % every === 0 && n % 2 === 0
          for (const [n, one] of ones.entries()) if (n % every === 0) order.remove(one)
          for (const [n, one] of ones.entries()) if (n % every === 0 && !isOut(n)) order.put(one)
          const left = sorted(ones.filter((_, n) => !isOut(n)))
          expect(order.size).toBe(left.length)
          expect(order.since).toBe(left[0]?.time ?? Number.POSITIVE_INFINITY)
          const by = left.filter((one) => one.time <= time).length
          expect(order.countBy(time)).toBe(by)
          expect(order.slice(by, by + 20)).toEqual(left.slice(by, by + 20))
          expect(order.slice(0, left.length)).toEqual(left)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('has those without a time at its end', () => {
    const [late, never] = [
      { id: 'a', time: 5 },
      { id: 'b', time: Number.NaN },
    ]
    const order = inOrder([never, late])
    expect(order.slice(0, 2)).toEqual([late, never])
    expect([order.size, order.since, order.countBy(1e15)]).toEqual([2, 5, 1])
    order.remove(late)
    expect([order.size, order.since, order.countBy(1e15)]).toEqual([1, Number.POSITIVE_INFINITY, 0])
    order.remove(never)
    expect([order.size, order.slice(0, 9)]).toEqual([0, []])
  })

  it('does not let something be taken out that is not there', () => {
    const one = { id: 'a', time: 5 }
    const order = inOrder([one])
    expect(() => order.remove({ id: 'a', time: 5 })).toThrow('a is not in the order')
    expect(() => order.remove({ id: 'b', time: 6 })).toThrow('b is not in the order')
    expect(order.slice(0, 9)).toEqual([one])
  })
})
