import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { normaliseTracking, readCarriers } from './carriers.ts'
import { mod3736CheckCharacter } from './checks.ts'
import { type MadeCarrier, makeScan, makeTracking } from './make.ts'

// Thousands of numbers, on computers that may have other work.
vi.setConfig({ testTimeout: 60_000 })

/** Numbers made here; 0.5 gives fives, and a run of fractions gives different digits. */
const fractions = (seed: number) => {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}
const MADE: [MadeCarrier, string][] = [
  ['ups', 'UPS'],
  ['usps', 'USPS IMpb C'],
  ['fedex', 'FedEx Express (12)'],
  ['dhl', 'DHL Express'],
  ['s10', 'S10'],
]

describe('a carrier’s number', () => {
  it.each(MADE)('of %s is recognised as %s with a right check digit', (carrier, format) => {
    for (let seed = 1; seed <= 50; seed++) {
      const number = makeTracking(carrier, fractions(seed))
      expect(readCarriers(number)).toContainEqual({ carrier, format, trackingNumber: number, check: 'right' })
    }
  })

  it.each(MADE)('of %s with one digit misread is not recognised as %s', (carrier, format) => {
    for (let seed = 1; seed <= 50; seed++) {
      const number = makeTracking(carrier, fractions(seed))
      const at = carrier === 's10' ? 5 : number.length - 1
      const misread = number.slice(0, at) + ((Number(number[at]) + 1) % 10) + number.slice(at + 1)
      expect(readCarriers(misread).map((one) => one.format)).not.toContain(format)
    }
  })

  it.each(MADE)(
    'of %s is the same number announced, typed with blanks in small letters, and scanned',
    (carrier) => {
      for (let seed = 1; seed <= 200; seed++) {
        const random = fractions(seed)
        const number = makeTracking(carrier, random)
        expect(normaliseTracking(number)).toBe(number)
        expect(normaliseTracking(makeScan(number, random))).toBe(number)
        expect(normaliseTracking(` ${[...number.toLowerCase()].join(' ')}\r\n`)).toBe(number)
      }
    },
  )

  it('is listed under every format that fits, those with a right check digit first', () => {
    const checks = readCarriers('40000000000000').map((one) => one.check)
    expect(checks).toEqual(['none'])
    const twelve = readCarriers('000000000000')
    expect(twelve.map((one) => one.format)).toEqual(['FedEx Express (12)', 'Purolator (12)'])
    const post = readCarriers('CN123456785GB')
    expect(post.map((one) => [one.format, one.check])).toEqual([
      ['S10', 'right'],
      ['DHL E-Commerce', 'none'],
    ])
  })

  it('of a post that the UPU does not know is refused, however right its check digit', () => {
    expect(readCarriers('RB123456785XX')).toEqual([])
  })
})

describe('a label with more than the number on it', () => {
  const usps = makeTracking('usps', fractions(7))
  const fedex = makeTracking('fedex', fractions(7))

  it.each([
    ['five digits of postal code', `42010023${usps}`],
    ['nine digits of postal code', `420100233424${usps}`],
    ['a group separator', `42010023\u001d${usps}`],
    ['an AIM identifier and a leading separator', `]C1\u001d420100233424\u001d${usps}`],
    ['a word for the separator', `42010023<GS>${usps}`],
    ['a sign for the separator that nobody has configured', `42010023|${usps}`],
    ['blanks as printed', `420 10023 ${usps.replace(/(.{4})/g, '$1 ')}`],
  ])('gives the USPS number out of %s', (_, scanned) => {
    expect(normaliseTracking(scanned)).toBe(usps)
  })

  it('gives the twelve digits out of FedEx’s 34, 32 and Ground’s 34', () => {
    expect(normaliseTracking(`1${'2'.repeat(14)}1002300${fedex}`)).toBe(fedex)
    expect(normaliseTracking(`3${'1'.repeat(15)}${fedex}2014`)).toBe(fedex)
    expect(normaliseTracking(`9622${'0'.repeat(16)}00${fedex}`)).toBe(fedex)
  })

  it('keeps noughts that belong to FedEx’s twelve digits', () => {
    expect(normaliseTracking(`1${'2'.repeat(14)}1002300000000000000`)).toBe('000000000000')
  })

  it('gives Ground’s fifteen digits out of its 22', () => {
    expect(normaliseTracking('9611020987654312345672')).toBe('987654312345672')
  })

  it('gives DPD’s fourteen digits, with or without the check character, out of its 28', () => {
    const parcel = '01234567890123'
    const long = `0010023${parcel}101276`
    expect(normaliseTracking(long + mod3736CheckCharacter(long))).toBe(parcel)
    expect(normaliseTracking(parcel + mod3736CheckCharacter(parcel))).toBe(parcel)
    expect(normaliseTracking(parcel)).toBe(parcel)
  })

  it('is USPS before it is FedEx, since 34 digits that begin with 420 and a mailer’s number say more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (seed) => {
        const number = makeTracking('usps', fractions(seed))
        expect(normaliseTracking(`420100233424${number}`)).toBe(number)
      }),
    )
  })
})

describe('a number of nobody we know', () => {
  it('keeps its dashes and loses blanks, controls and small letters', () => {
    expect(normaliseTracking(' ret-2026 / 17\u0000\t')).toBe('RET-2026/17')
    expect(normaliseTracking('114-4387548-8681276')).toBe('114-4387548-8681276')
    expect(normaliseTracking('KYV-009956937')).toBe('KYV-009956937')
  })

  it('loses its dashes where a check digit says that it is a carrier’s', () => {
    const number = makeTracking('ups', fractions(3))
    expect(normaliseTracking(number.replace(/(.{6})/g, '$1-'))).toBe(number)
  })

  it('is read from full-width letters and long dashes of a spreadsheet', () => {
    const number = makeTracking('s10', fractions(3))
    const wide = [...number].map((sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).join('')
    expect(normaliseTracking(wide)).toBe(number)
    expect(normaliseTracking('ret\u2013\u200b5')).toBe('RET-5')
  })

  it('is nothing where nothing was written', () => {
    expect(normaliseTracking(' \r\n')).toBe('')
  })
})

describe('any text at all', () => {
  const pieces = fc.constantFrom(
    ']C1',
    '*',
    '420',
    '91461',
    '\u001d',
    '<GS>',
    '<G',
    'S>',
    '^',
    ']',
    '-',
    ' ',
    '96',
    '1Z',
    '00',
  )
  const messy = fc.array(
    fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 6 }), fc.stringMatching(/^\d{0,20}$/)),
  )

  it('is normalised to something that normalises to itself, in at most 128 characters', () => {
    fc.assert(
      fc.property(messy, (parts) => {
        const once = normaliseTracking(parts.join(''))
        expect(normaliseTracking(once)).toBe(once)
        expect(once.length).toBeLessThanOrEqual(128)
      }),
      { numRuns: 2_000 },
    )
  })

  it('made of digits, of any length a label has, normalises to something that normalises to itself', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^(420|96|3|1|00|9[1-5])?\d{8,36}[0-9A-Z]?$/), (digits) => {
        const once = normaliseTracking(digits)
        expect(normaliseTracking(once)).toBe(once)
      }),
      { numRuns: 5_000 },
    )
  })
})
