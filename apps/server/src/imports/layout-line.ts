import { readScan, wholeBinCode } from '@restow/barcodes'
import { type BinPlace, MOST_METRES, MOST_PLATES, PLACE_NAME } from '@restow/contracts'
import { ZONES, type Zone } from '@restow/domain'
import { isProblem, type LineProblem, problem } from './announced-line.ts'

/** What a line of a layout has to be like: one bin, where it stands and what it is for. */

export interface LayoutBin {
  readonly code: string
  readonly zone: Zone
  readonly capacity: number
  readonly place: BinPlace
}

export const LAYOUT_REQUIRED = ['bin', 'zone', 'capacity'] as const

/** As they stand on bins where the house has letters. */
const LETTERS: Readonly<Record<string, Zone>> = {
  d: 'dock',
  i: 'inspection',
  h: 'hold',
  q: 'quarantine',
  s: 'resell',
  f: 'refurbish',
  x: 'scrap',
  o: 'outbound',
}
const NAME = new RegExp(PLACE_NAME, 'u')
const NUMBER = /^\d{1,6}([.,]\d{1,4})?$/

type Field = (column: string) => string

/** The code as it is kept, where a scanner would read it as a bin of this warehouse. */
export function codeOf(text: string, warehouse: string): string | LineProblem {
  if (text === '') return problem('bin_missing', 'There is no bin code.')
  const given = text.toUpperCase()
  const code = wholeBinCode(given, warehouse)
  if (readScan(code).bin?.code === code) return code
  const isElsewhere = readScan(given).bin?.code === given
  return isElsewhere
    ? problem('other_warehouse', `This bin is not of ${warehouse}: its code begins with another warehouse.`)
    : problem(
        'bin_code_wrong',
        `This would not be read as a bin. Codes look like ${warehouse}-S-02-01: zone, aisle, place.`,
      )
}

function zoneOf(text: string): Zone | LineProblem {
  const word = text.toLowerCase()
  const zone = ZONES.find((one) => one === word) ?? LETTERS[word]
  return zone ?? problem('zone_unknown', `There is no such zone. Zones are ${ZONES.join(', ')}.`)
}

function capacityOf(text: string): number | LineProblem {
  const plates = /^\d{1,6}$/.test(text) ? Number(text) : 0
  if (plates >= 1 && plates <= MOST_PLATES) return plates
  return problem('capacity_wrong', 'The capacity is no whole number of plates from 1 to 100,000.')
}

function namesOf(field: Field): BinPlace | LineProblem {
  const given = (['aisle', 'bay', 'level'] as const).flatMap((name) =>
    field(name) === '' ? [] : [[name, field(name)] as const],
  )
  const wrong = given.find(([, text]) => !NAME.test(text))
  if (!wrong) return Object.fromEntries(given)
  return problem(
    'place_wrong',
    `The ${wrong[0]} is none: up to 20 letters and digits, and it begins with one of them.`,
  )
}

function planOf(field: Field): BinPlace | LineProblem {
  const given = (['x', 'y', 'w', 'h'] as const).map((name) => field(name))
  if (given.every((text) => text === '')) return {}
  const [x = -1, y = -1, w = 0, h = 0] = given.map((text) =>
    NUMBER.test(text) ? Number(text.replace(',', '.')) : -1,
  )
  const fits = x >= 0 && y >= 0 && w > 0 && h > 0 && Math.max(x, y, w, h) <= MOST_METRES
  return fits
    ? { x, y, w, h }
    : problem('plan_wrong', 'A place on the plan has x, y, w and h in metres: all four or none.')
}

/** Reads a line. @param code as `codeOf` has read it */
export function layoutLine(code: string, field: Field): LayoutBin | LineProblem {
  const zone = zoneOf(field('zone'))
  if (isProblem(zone)) return zone
  const capacity = capacityOf(field('capacity'))
  if (isProblem(capacity)) return capacity
  const names = namesOf(field)
  if (isProblem(names)) return names
  const plan = planOf(field)
  return isProblem(plan) ? plan : { code, zone, capacity, place: { ...names, ...plan } }
}
