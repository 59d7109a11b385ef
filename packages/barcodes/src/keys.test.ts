/** What a parcel is looked up by must not be somebody else's number: many numbers that are no parcel's, and what becomes of them. */

import { gs1CheckDigit } from '@restow/domain'
import { describe, expect, it, vi } from 'vitest'
import { readCarriers } from './carriers.ts'
import { isOf, SHAPES } from './formats.fixture.ts'
import { fractions } from './fractions.fixture.ts'
import { kindsOf } from './precedence.ts'
import { readScan } from './read-scan.ts'

// Thousands of numbers, on computers that may have other work.
vi.setConfig({ testTimeout: 60_000 })

const MANY = 10_000

const random = fractions(2_026)
const digits = (count: number) => Array.from({ length: count }, () => Math.floor(random() * 10)).join('')
const withCheck = (serial: string) => `${serial}${gs1CheckDigit(serial)}`
const many = (make: (i: number) => string) => Array.from({ length: MANY }, (_, i) => make(i))

describe(`of ${MANY} products’ numbers`, () => {
  const lengths = [8, 12, 13, 14]
  const numbers = many((i) => withCheck(digits((lengths[i % 4] ?? 8) - 1))).filter((one) => /[1-9]/.test(one))

  it('each is listed as a product, and looked up as a parcel by itself alone', () => {
    const wrong = numbers.filter((number) => {
      const { gtin, trackingKeys } = readScan(number)
      return gtin !== number.padStart(14, '0') || trackingKeys.join() !== number
    })
    expect(wrong).toEqual([])
  })

  it('behind 01 each is listed as that product, and looked up as a parcel by itself alone', () => {
    const wrong = numbers.filter((number) => {
      const scan = `01${number.padStart(14, '0')}`
      const { gtin, trackingKeys } = readScan(`]C1${scan}`)
      return gtin !== scan.slice(2) || trackingKeys.join() !== scan
    })
    expect(wrong).toEqual([])
  })

  it('some look like carriers’ numbers too, and are listed as such', () => {
    const upcA = numbers.filter((number) => number.length === 12)
    const likeFedex = upcA.filter((one) => readCarriers(one).some(({ carrier }) => carrier === 'fedex'))
    expect(likeFedex.length / upcA.length).toBeGreaterThan(0.05)
    const fourteen = numbers.filter((number) => number.length === 14)
    expect(fourteen.filter((one) => readCarriers(one).length === 0)).toEqual([])
    expect(fourteen.filter((one) => kindsOf(readScan(one))[0] !== 'product')).toEqual([])
  })
})

describe(`of ${MANY} pallets’ numbers`, () => {
  const numbers = many(() => withCheck(digits(17)))

  it('each is looked up by itself, with and without its identifier, and by nothing else', () => {
    const wrong = numbers.filter((number) => {
      const { sscc, trackingKeys } = readScan(`00${number}`)
      return (
        sscc !== number ||
        trackingKeys.join() !== `00${number},${number}` ||
        readScan(number).trackingKeys.join() !== number
      )
    })
    expect(wrong).toEqual([])
  })

  it('each looks like USPS’s behind 00, is listed so, and is a pallet first', () => {
    const wrong = numbers.filter((number) => {
      const reading = readScan(`00${number}`)
      const isUsps = reading.carriers.some(({ format }) => format === 'USPS 20')
      return !isUsps || kindsOf(reading)[0] !== 'pallet'
    })
    expect(wrong).toEqual([])
  })
})

describe(`of ${MANY} orders’ numbers`, () => {
  const numbers = many((i) =>
    i % 2 === 0 ? `${digits(3)}-${digits(7)}-${digits(7)}` : `${digits(2)}-${digits(5)}-${digits(5)}`,
  )

  it('each is an order, no carrier’s number, and looked up by itself alone', () => {
    const wrong = numbers.filter((number) => {
      const { order, carriers, trackingKeys } = readScan(number)
      return order !== number || carriers.length > 0 || trackingKeys.join() !== number
    })
    expect(wrong).toEqual([])
  })
})

describe(`of ${MANY} runs of 8 to 38 digits`, () => {
  const checked = SHAPES.filter((shape) => shape.check)
  const starts = ['', '', '420', '96', '91', '00', '1', '3']
  const runs = many((i) => {
    const start = starts[i % starts.length] ?? ''
    return start + digits(8 + (i % 31) - start.length)
  })

  it('none is looked up by a part of it, unless a check digit says that the part is a number', () => {
    const wrong = runs.filter((run) => {
      const { trackingKeys, sscc } = readScan(run)
      const others = trackingKeys.filter(
        (key) => key !== run && key !== sscc && key !== `00${sscc}` && !/^9\d{19,}$/.test(key),
      )
      return others.length > 0 && !checked.some((shape) => isOf(shape, run))
    })
    expect(wrong).toEqual([])
  })

  it('none behind a postal code with a right number of USPS’s is looked up by FedEx’s twelve digits', () => {
    const labels = many(() => `420${digits(9)}92${digits(3)}9${digits(15)}`).map((one) =>
      withCheckBehind(one, 12),
    )
    const likeFedex = labels.filter((one) => readCarriers(one).some(({ carrier }) => carrier === 'fedex'))
    expect(likeFedex.length).toBeGreaterThan(100)
    expect(likeFedex.filter((one) => readScan(one).trackingKeys.some((key) => key.length === 12))).toEqual([])
  })
})

function withCheckBehind(label: string, at: number): string {
  return label.slice(0, at) + withCheck(label.slice(at))
}
