/** Runs over data that lies beside the project, here but not with every clone (../shared/data/README.md). */

import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import { normaliseTracking, readCarriers } from './carriers.ts'
import { compact } from './clean.ts'
import { isOf, misread, numbersOf, SHAPES } from './formats.fixture.ts'
import { FORMATS } from './formats.ts'
import { fractions } from './fractions.fixture.ts'
import { readScan } from './read-scan.ts'
import { issuesS10 } from './s10-countries.ts'

// Thousands of numbers, on computers that may have other work.
vi.setConfig({ testTimeout: 60_000 })

interface Numbered {
  carrier: string
  format: string
  number: string
  valid: boolean
}

/** A format as the table of shared/data has it, as far as it says whether a number is of it. */
interface TableFormat {
  name: string
  regex: string | string[]
  validation: {
    checksum?: {
      name: string
      evens_multiplier?: number
      odds_multiplier?: number
      reverse?: boolean
      weightings?: number[]
      modulo1?: number
      modulo2?: number
      alphabet?: string
    }
    serial_number_format?: { prepend_if: { matches_regex: string; content: string } }
    additional?: { exists: string[] }
  }
  additional?: {
    name: string
    regex_group_name: string
    lookup: { matches?: string; matches_regex?: string }[]
  }[]
}

const at = (path: string) => new URL(`../../../../shared/data/${path}`, import.meta.url)
const read = <T>(path: string): T[] =>
  existsSync(at(path)) ? JSON.parse(readFileSync(at(path), 'utf8')) : []

const scans = read<{ tracking: string; carrier: string; scanned: string }>('returns/scans.json')
const numbers = read<Numbered>('tracking/numbers.json')
const table = read<{ courier_code: string; tracking_numbers: TableFormat[] }>('tracking/formats.json')
const valid = numbers.filter((one) => one.valid)
const invalid = numbers.filter((one) => !one.valid)
const readsAs = ({ carrier, format, number }: Numbered) =>
  readCarriers(compact(number)).some((one) => one.carrier === carrier && one.format === format)

const ordinal = (sign: string) => (/\d/.test(sign) ? Number(sign) : (sign.charCodeAt(0) - 3) % 10)
const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0)
const toTen = (sum: number) => (10 - (sum % 10)) % 10

/** The table's own words for a check digit, carried out. */
function checkOf(serial: string, checksum: NonNullable<TableFormat['validation']['checksum']>): string {
  const signs = checksum.reverse ? [...serial].reverse() : [...serial]
  switch (checksum.name) {
    case 'mod10': {
      const { evens_multiplier: evens = 1, odds_multiplier: odds = 1 } = checksum
      return String(toTen(sumOf(signs.map((sign, i) => ordinal(sign) * (i % 2 === 0 ? evens : odds)))))
    }
    case 'mod7':
      return String(BigInt(serial) % 7n)
    case 'luhn': {
      const digits = signs.reverse().map(Number)
      return String(
        toTen(sumOf(digits.map((one, i) => (i % 2 === 0 ? (one * 2 > 9 ? one * 2 - 9 : one * 2) : one)))),
      )
    }
    case 'sum_product_with_weightings_and_modulo': {
      const sum = sumOf(signs.map((sign, i) => Number(sign) * (checksum.weightings?.[i] ?? 0)))
      return String((sum % (checksum.modulo1 ?? 1)) % (checksum.modulo2 ?? 1))
    }
    case 's10': {
      const rest = sumOf(signs.map((sign, i) => Number(sign) * (checksum.weightings?.[i] ?? 0))) % 11
      return rest === 1 ? '0' : rest === 0 ? '5' : String(11 - rest)
    }
    case 'mod_37_36': {
      const alphabet = checksum.alphabet ?? ''
      let rest = 36
      for (const sign of signs) {
        rest = (rest + alphabet.indexOf(sign)) % 36 || 36
        rest = (rest * 2) % 37
      }
      return alphabet[(37 - rest) % 36] ?? ''
    }
  }
  throw new Error(`The table has a check digit that this test does not know: ${checksum.name}`)
}

const patternOf = ({ regex }: TableFormat) => new RegExp(`^(?:${[regex].flat().join('')})$`)

/** Whether the table takes a number for one of this format: its pattern, its check digit, and what must be in a list. */
function tableTakes({ validation, additional = [] }: TableFormat, pattern: RegExp, number: string): boolean {
  const groups = pattern.exec(number)?.groups
  if (!groups) return false
  const listed = (validation.additional?.exists ?? []).every((name) => {
    const list = additional.find((one) => one.name === name)
    const value = groups[list?.regex_group_name ?? ''] ?? ''
    return list?.lookup.some(
      (one) => one.matches === value || new RegExp(`^(?:${one.matches_regex})$`).test(value),
    )
  })
  const { checksum, serial_number_format: prepend } = validation
  if (!checksum || !listed) return listed
  const { SerialNumber: bare = '', CheckDigit: check } = groups
  const isBare = prepend && new RegExp(prepend.prepend_if.matches_regex).test(bare)
  return checkOf(isBare ? prepend.prepend_if.content + bare : bare, checksum) === check
}

const MADE = 200

function overMadeNumbers() {
  const formats = table.flatMap((courier) =>
    courier.tracking_numbers.map((format) => [courier.courier_code, format.name, format] as const),
  )
  describe.each(formats)('%s %s, as the table of shared/data says it', (carrier, name, format) => {
    const pattern = patternOf(format)
    const shape = SHAPES.find((one) => one.carrier === carrier && one.format === name)
    const made = shape ? numbersOf(shape, MADE) : []
    const readsIt = (number: string) => readsAs({ carrier, format: name, number, valid: true })

    it(`takes each of ${MADE} numbers made of it, and we do`, () => {
      expect(made).toHaveLength(MADE)
      expect(made.filter((number) => !tableTakes(format, pattern, number) || !readsIt(number))).toEqual([])
    })

    it(`takes of ${MADE} numbers with each digit misread in turn those that we take`, () => {
      const random = fractions(23)
      const wrong = made.flatMap((number) => misread(number, random))
      // 34 digits behind 420 can be cut in two ways; the table looks at one only, we at the one whose check digit is right.
      const isOtherCut = (number: string) =>
        /^420\d{31}$/.test(number) && shape !== undefined && isOf(shape, number)
      const differ = wrong.filter((number) => tableTakes(format, pattern, number) !== readsIt(number))
      expect(differ.filter((number) => !isOtherCut(number))).toEqual([])
    })
  })

  it('lists the countries whose posts issue S10 numbers, which are ours', () => {
    const s10 = table.find((one) => one.courier_code === 's10')?.tracking_numbers[0]
    const countries =
      s10?.additional?.find((one) => one.name === 'Courier')?.lookup.map((one) => one.matches) ?? []
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
    const ours = letters.flatMap((a) => letters.map((b) => a + b)).filter(issuesS10)
    expect(ours.sort()).toEqual([...countries].sort())
  })
}

function overLabels() {
  describe(`over ${scans.length} labels of shared/data`, () => {
    it(`each of ${scans.length} announced numbers and its label's scan normalise to the announced number`, () => {
      const wrong = scans.filter(
        ({ tracking, scanned }) =>
          normaliseTracking(tracking) !== tracking || readScan(scanned).trackingKeys[0] !== tracking,
      )
      expect(wrong).toEqual([])
    })

    it(`each of ${scans.length} scans names a carrier with a right check digit`, () => {
      expect(scans.filter(({ scanned }) => readScan(scanned).carriers[0]?.check !== 'right')).toEqual([])
    })
  })
}

function overNumbers() {
  describe(`over ${numbers.length} carriers' numbers of shared/data`, () => {
    it(`recognises each of ${valid.length} valid numbers by its carrier and format`, () => {
      expect(valid.filter((one) => !readsAs(one))).toEqual([])
    })

    it(`refuses each of ${invalid.length} invalid numbers for its carrier and format`, () => {
      expect(invalid.filter(readsAs)).toEqual([])
    })

    it(`normalises each of ${numbers.length} numbers to one that normalises to itself`, () => {
      const unstable = numbers.filter(({ number }) => {
        const once = normaliseTracking(number)
        return normaliseTracking(once) !== once
      })
      expect(unstable).toEqual([])
    })

    it(`has all formats of the table of ${table.length} carriers, under its names, and no other`, () => {
      const theirs = table.flatMap((one) =>
        one.tracking_numbers.map(({ name }) => `${one.courier_code} ${name}`),
      )
      const ours = FORMATS.map((one) => `${one.carrier} ${one.format}`)
      expect([...new Set(ours)].sort()).toEqual(theirs.sort())
    })
  })
}

if (scans.length === 0 || numbers.length === 0) {
  it('stands on its own fixtures only, since ../shared/data does not lie beside this clone', () => {
    expect(existsSync(at('README.md'))).toBe(false)
  })
} else {
  overLabels()
  overNumbers()
  overMadeNumbers()
}
