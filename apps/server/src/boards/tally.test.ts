import { USUAL_TARGETS } from '@restow/domain'
import { describe, expect, it } from 'vitest'
import { ClockTargets } from './clocks.ts'
import type { HallBin, Lying, Shelves } from './lying.ts'
import { Tallies } from './tally.ts'

const HOUR = 3_600_000
const USUAL = new ClockTargets(USUAL_TARGETS, {})
const NOW = Date.parse('2026-11-27T12:00:00.000Z')
const BIN: HallBin = { code: 'LAX1-S-01-01', zone: 'resell', capacity: 3, place: null }

const lying = (change: Partial<Lying> = {}): Lying => ({
  ...{
    kind: 'unit',
    id: 'unit',
    seller: 'LOTUS',
    bin: BIN.code,
    state: 'shelved',
    disposition: 'resell',
    isHere: true,
    hasLeft: false,
    quantity: 1,
    exceptions: 0,
    held: false,
  },
  ...{ zones: ['resell'], clock: null, started: Number.NaN, registered: NOW - HOUR },
  ...{ since: NOW - HOUR, classified: Number.NaN, shelved: Number.NaN, left: Number.NaN },
  ...change,
})

/** A hall of one bin, into which more can be laid. */
function hall(...units: Lying[]) {
  const shelf = { units: new Set(units), version: 1 }
  const shelves: Shelves = { bins: [{ bin: BIN, shelf }] }
  const lay = (unit: Lying) => {
    shelf.units.add(unit)
    shelf.version += 1
  }
  return { shelves, lay }
}

describe('what a bin sums up to', () => {
  it('counts plates, pieces, whose they are, what is held, and what belongs elsewhere', () => {
    const { shelves } = hall(
      lying({ quantity: 5 }),
      lying({ seller: null, held: true, since: NOW - 3 * HOUR, registered: NOW - 30 * HOUR }),
      lying({ zones: ['scrap'], exceptions: 2 }),
    )
    const [tally] = new Tallies(null).of(shelves, NOW, USUAL)
    expect(tally?.boardBin(NOW)).toEqual({
      ...{ code: BIN.code, plates: 3, capacity: 3, exceptions: 2, pieces: 7, held: 1, misplaced: 1 },
      ...{ oldestSeconds: 30 * 3600, oldestAt: (NOW - 30 * HOUR) / 1000, sellers: { LOTUS: 2, '': 1 } },
    })
    expect([tally?.overADay, tally?.heldSince]).toEqual([1, NOW - 3 * HOUR])
  })

  it('is summed up anew when something is laid in, and only then', () => {
    const { shelves, lay } = hall(lying())
    const tallies = new Tallies(null)
    const [before] = tallies.of(shelves, NOW, USUAL)
    expect(tallies.of(shelves, NOW + 1000, USUAL)[0]).toBe(before)
    lay(lying())
    expect(tallies.of(shelves, NOW + 2000, USUAL)[0]?.plates).toBe(2)
  })

  it('stays as it is where another bin is added, and is summed up anew where it is itself changed', () => {
    const { shelves } = hall(lying())
    const tallies = new Tallies(null)
    const [before] = tallies.of(shelves, NOW, USUAL)
    const other = { bin: { ...BIN, code: 'LAX1-A-01-01' }, shelf: { units: new Set<Lying>(), version: 0 } }
    const [added, same] = tallies.of({ bins: [other, ...shelves.bins] }, NOW, USUAL)
    expect([added?.bin.code, added?.plates]).toEqual(['LAX1-A-01-01', 0])
    expect(same).toBe(before)
    const larger = shelves.bins.map(({ shelf }) => ({ bin: { ...BIN, capacity: 9 }, shelf }))
    expect(tallies.of({ bins: larger }, NOW, USUAL)[0]?.boardBin(NOW).capacity).toBe(9)
  })

  it('or when time alone makes something late or a day old', () => {
    const { shelves } = hall(
      lying({ clock: 'shelve', started: NOW - 23 * HOUR, registered: NOW - 22 * HOUR }),
    )
    const tallies = new Tallies(null)
    const at = (hours: number) => tallies.of(shelves, NOW + hours * HOUR, USUAL)[0]
    expect([at(0)?.late, at(0)?.overADay]).toEqual([0, 0])
    expect([at(1)?.late, at(1)?.overADay]).toEqual([1, 0])
    expect([at(3)?.late, at(3)?.overADay]).toEqual([1, 1])
    expect(at(3)?.lateSince).toBe(NOW - 23 * HOUR)
  })

  it('goes by a seller’s own target where its contract has one, and by another one once that is set', () => {
    const { shelves } = hall(lying({ clock: 'shelve', started: NOW - 3 * HOUR }))
    const tallies = new Tallies(null)
    const late = (own: Record<string, { shelve: number }>) =>
      tallies.of(shelves, NOW, new ClockTargets(USUAL_TARGETS, own))[0]?.late
    expect(late({ NORTHSTAR: { shelve: 3600 } })).toBe(0)
    expect(late({ LOTUS: { shelve: 2 * 3600 } })).toBe(1)
    expect(late({ LOTUS: { shelve: 4 * 3600 } })).toBe(0)
  })

  it('has one seller’s goods alone where that one is looked at', () => {
    const { shelves } = hall(lying(), lying({ seller: 'NORTHSTAR' }), lying({ seller: null }))
    expect(new Tallies('NORTHSTAR').of(shelves, NOW, USUAL)[0]?.plates).toBe(1)
  })
})
