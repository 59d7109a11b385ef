/** Runs over data that lies beside the project, here but not with every clone (../shared/data/README.md). */

import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { normaliseTracking, readCarriers } from './carriers.ts'
import { compact } from './clean.ts'
import { FORMATS } from './formats.ts'
import { readScan } from './read-scan.ts'

interface Numbered {
  carrier: string
  format: string
  number: string
  valid: boolean
}

const at = (path: string) => new URL(`../../../../shared/data/${path}`, import.meta.url)
const read = <T>(path: string): T[] =>
  existsSync(at(path)) ? JSON.parse(readFileSync(at(path), 'utf8')) : []

const scans = read<{ tracking: string; carrier: string; scanned: string }>('returns/scans.json')
const numbers = read<Numbered>('tracking/numbers.json')
const table = read<{ courier_code: string; tracking_numbers: { name: string }[] }>('tracking/formats.json')
const valid = numbers.filter((one) => one.valid)
const invalid = numbers.filter((one) => !one.valid)
const readsAs = ({ carrier, format, number }: Numbered) =>
  readCarriers(compact(number)).some((one) => one.carrier === carrier && one.format === format)

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
}
