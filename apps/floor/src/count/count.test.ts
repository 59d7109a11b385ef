import { describe, expect, it } from 'vitest'
import { type Count, commandOf, isEven, type Kind, notScanned, ofKind } from './count.ts'

const expected = ['RU1', 'RU2', 'RU3'].map((lpn) => ({ lpn, title: 'Mug' }))
const counted = (...of: [string, Kind][]): Count['counted'] =>
  of.map(([lpn, kind]) => ({ lpn, kind, title: null, from: null }))
const count = (change: Partial<Count>): Count => ({ expected, isWhole: true, counted: [], ...change })

describe('a count of a bin', () => {
  it('misses what was not scanned, and tells the server of it', () => {
    const half = count({ counted: counted(['RU1', 'here'], ['RU9', 'elsewhere']) })
    expect(notScanned(half).map(({ lpn }) => lpn)).toEqual(['RU2', 'RU3'])
    expect(commandOf('S-01-01', half)).toEqual({
      type: 'CountBin',
      bin: 'S-01-01',
      lpns: ['RU1', 'RU9'],
      missing: ['RU2', 'RU3'],
    })
  })

  it('leaves it to the server to say what is missing where this device does not know all that should be there', () => {
    const unsure = count({ isWhole: false, counted: counted(['RU7', 'unsure']) })
    expect(commandOf('S-01-01', unsure)).toEqual({ type: 'CountBin', bin: 'S-01-01', lpns: ['RU7'] })
  })

  it('does not tell of plates that are on nothing: they would refuse it', () => {
    const strange = count({ counted: counted(['RU1', 'here'], ['RU8', 'stranger']) })
    expect(commandOf('S-01-01', strange).lpns).toEqual(['RU1'])
    expect(ofKind(strange, 'stranger').map(({ lpn }) => lpn)).toEqual(['RU8'])
  })

  it('is even where everything was scanned and nothing else', () => {
    const all = counted(['RU1', 'here'], ['RU2', 'here'], ['RU3', 'here'])
    expect(isEven(count({ counted: all }))).toBe(true)
    expect(isEven(count({ counted: all.slice(1) }))).toBe(false)
    expect(isEven(count({ counted: [...all, ...counted(['RU4', 'found'])] }))).toBe(false)
  })
})
