import { USUAL_TARGETS } from '@restow/domain'
import { describe, expect, it } from 'vitest'
import { chanceFrom } from '../../../../packages/testkit/src/chance.ts'
import { ClockTargets } from './clocks.ts'
import type { Running } from './lying.ts'
import { Clocks } from './running.ts'
import { Stock } from './stock.ts'

const NOW = Date.parse('2026-11-21T20:00:00.000Z')
const [SECOND, HOUR] = [1000, 3_600_000]
const USUAL = new ClockTargets(USUAL_TARGETS, { LOTUS: { decide: 3600 } })

const running = (clock: Running['clock'], ago: number, over: Partial<Running> = {}): Running => ({
  ...{
    kind: clock === 'register' ? 'parcel' : 'unit',
    id: `${clock} ${ago}`,
    clock,
    seller: null,
    bin: null,
  },
  started: NOW - ago,
  ...over,
})
/** What runs, by whose it is. */
function stocksOf(all: readonly Running[]): Stock[] {
  const stocks = new Map<string | null, Stock>()
  for (const one of all) {
    const stock = stocks.get(one.seller) ?? new Stock(one.seller)
    stock.running[one.clock].put(one)
    stocks.set(one.seller, stock)
  }
  return [...stocks.values()]
}
const at = (ago: number, clock: Running['clock'], seller: string | null = null) =>
  new Clocks(stocksOf([running(clock, ago, { seller })]), NOW, USUAL).rows.find((row) => row.clock === clock)

describe('a time target', () => {
  it.each([
    ['register', 4],
    ['decide', 24],
    ['shelve', 24],
  ] as const)('to %s is broken after %i hours, and breaks soon in the hour before', (clock, hours) => {
    expect(at(hours * HOUR, clock)).toMatchObject({ running: 1, broken: 1, breaking: 0 })
    expect(at(hours * HOUR - SECOND, clock)).toMatchObject({ broken: 0, breaking: 1, nextSeconds: 1 })
    expect(at((hours - 1) * HOUR, clock)).toMatchObject({ breaking: 1, nextSeconds: 3600 })
    expect(at((hours - 1) * HOUR - SECOND, clock)).toMatchObject({ running: 1, broken: 0, breaking: 0 })
  })

  it('of a seller’s own contract holds for its goods alone', () => {
    expect(at(2 * HOUR, 'decide', 'LOTUS')).toMatchObject({ broken: 1 })
    expect(at(2 * HOUR, 'decide', 'NORTHSTAR')).toMatchObject({ broken: 0, breaking: 0 })
  })

  it('names what breaks next by when it is due, so many of either kind, however many are broken', () => {
    const late = Array.from({ length: 50 }, (_, n) => running('decide', (30 + ((n * 7) % 50)) * HOUR))
    const coming = Array.from({ length: 50 }, (_, n) => running('register', ((n * 11) % 50) * 60 * SECOND))
    const twins = [running('shelve', HOUR, { id: 'b' }), running('shelve', HOUR, { id: 'a' })]
    const { next } = new Clocks(stocksOf([...coming, ...late, ...twins]), NOW, USUAL, 3)
    expect(next.map(({ left }) => Math.round((left / HOUR) * 60))).toEqual([
      -3300, -3240, -3180, 191, 192, 193,
    ])
    expect(new Clocks(stocksOf(twins), NOW, USUAL, 3).next.map(({ id }) => id)).toEqual(['a', 'b'])
  })

  it('counts and names over all sellers and clocks as if each were looked at by itself', () => {
    const random = chanceFrom('clocks')
    const all = Array.from({ length: 900 }, (_, n) =>
      running(
        (['register', 'decide', 'shelve'] as const)[n % 3] as Running['clock'],
        Math.floor(random() * 40 * HOUR),
        {
          id: `${(n * 7919) % 901}`,
          seller: [null, 'LOTUS', 'NORTHSTAR'][Math.floor(random() * 3)] ?? null,
        },
      ),
    )
    const left = (one: Running) => one.started + USUAL.of(one.clock, one.seller) * 1000 - NOW
    const due = [...all].sort((a, b) => left(a) - left(b) || (a.id < b.id ? -1 : 1))
    const clocks = new Clocks(stocksOf(all), NOW, USUAL, 20)
    const named = [due.filter((one) => left(one) <= 0), due.filter((one) => left(one) > 0)]
    expect(clocks.next.map(({ id }) => id)).toEqual(
      named.flatMap((ones) => ones.slice(0, 20).map(({ id }) => id)),
    )
    for (const row of clocks.rows) {
      const own = all.filter(({ clock }) => clock === row.clock)
      const broken = own.filter((one) => left(one) <= 0)
      const breaking = own.filter((one) => left(one) > 0 && left(one) <= HOUR)
      expect(row).toEqual({
        ...{ clock: row.clock, running: own.length, broken: broken.length, breaking: breaking.length },
        oldestBroken: new Date(Math.min(...broken.map(({ started }) => started))).toISOString(),
        nextSeconds: Math.min(...breaking.map(left)) / 1000,
      })
    }
  })
})
