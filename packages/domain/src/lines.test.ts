import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { announced, line, plate, receive, register, world } from '../../testkit/src/builders.ts'
import { given } from '../../testkit/src/given.ts'
import { answerLine, missingLines, shareOfValue } from './lines.ts'
import type { Parcel } from './parcel.ts'

function parcelWith(registered: Record<string, number> = {}): Parcel {
  const parcel = given([receive('T1000')]).ledger.parcel('T1000')
  if (!parcel) throw new Error('no parcel')
  return { ...parcel, registered }
}
const mug = world().products.find((p) => p.sku === 'MUG') ?? null

describe('the shares of a line’s value', () => {
  it('add up to it, whatever lots its pieces come in', () => {
    fc.assert(
      fc.property(
        fc.nat(1_000_000),
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1 }),
        (value, lots) => {
          const pieces = lots.reduce((a, b) => a + b)
          let done = 0
          let sum = 0
          for (const lot of lots) {
            const share = shareOfValue(value, pieces, done, lot)
            expect(Number.isInteger(share)).toBe(true)
            expect(Math.abs(share - (value * lot) / pieces)).toBeLessThanOrEqual(1)
            done += lot
            sum += share
          }
          expect(sum).toBe(value)
        },
      ),
    )
  })

  it('add up to it in a parcel too, also when another parcel brings the rest', () => {
    const { ledger } = given(
      [
        receive('T1'.padEnd(6, '0')),
        register('T10000', plate(1), 'MUG'),
        receive('T20000'),
        register('T20000', plate(2), 'MUG', { quantity: 2 }),
      ],
      world({
        announced: [
          announced('LOTUS', 'A', ['T10000', 'T20000'], [line('MUG', { quantity: 3, valueMinor: 100 })]),
        ],
      }),
    )
    expect([1, 2].map((n) => ledger.unit(plate(n))?.line?.valueMinor)).toEqual([33, 67])
  })
})

describe('the line that a unit answers', () => {
  const two = [
    announced('LOTUS', 'A', [], [line('MUG', { quantity: 3 }), line('MUG', { quantity: 1, occurrence: 2 })]),
    announced('NORTHSTAR', 'B', [], [line('MUG')]),
  ]

  it('is the one with just that many left, else with enough, else with any', () => {
    const occurrence = (done: Record<string, number>, quantity: number) =>
      answerLine(two, parcelWith(done), mug, quantity).line?.occurrence
    expect(occurrence({}, 1)).toBe(2)
    expect(occurrence({}, 3)).toBe(1)
    expect(occurrence({}, 2)).toBe(1)
    expect(occurrence({ 'A/MUG/2': 1 }, 1)).toBe(1)
    expect(occurrence({ 'A/MUG/1': 2, 'A/MUG/2': 1 }, 5)).toBe(1)
  })

  it('is the last one when nothing is left, and too many are noted', () => {
    expect(answerLine(two, parcelWith({ 'A/MUG/1': 3, 'A/MUG/2': 1 }), mug, 1)).toMatchObject({
      line: { occurrence: 2 },
      exceptions: [{ code: 'more_than_announced', facts: { over: 1, announced: 1 } }],
    })
  })

  it('is its own seller’s, never another’s', () => {
    expect(answerLine(two.slice(1), parcelWith(), mug, 1)).toMatchObject({
      line: null,
      exceptions: [{ code: 'not_announced' }],
    })
  })

  it('is none for what nobody could identify', () => {
    expect(answerLine(two, parcelWith(), null, 1)).toEqual({ line: null, exceptions: [] })
  })

  it('has no value when none was announced', () => {
    const of = [announced('LOTUS', 'A', [], [line('MUG', { valueMinor: null })])]
    expect(answerLine(of, parcelWith(), mug, 1).line?.valueMinor).toBeNull()
  })
})

it('misses what was announced and came neither here nor in another parcel', () => {
  const of = [
    announced('LOTUS', 'A', [], [line('MUG', { quantity: 3, registeredElsewhere: 1 }), line('TEE')]),
  ]
  expect(missingLines(of, parcelWith({ 'A/MUG/1': 1, 'A/TEE/1': 1 }))).toMatchObject([
    { facts: { sku: 'MUG', announced: 3, registered: 2 } },
  ])
  expect(missingLines(of, parcelWith({ 'A/MUG/1': 2, 'A/TEE/1': 1 }))).toEqual([])
})
