import { readScan } from '@restow/barcodes'
import { GRADES, HOUSE_CATEGORIES, ROUTES, ZONES } from '@restow/domain'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { binPicker, DEMO_BINS } from './bins.ts'
import { HOUSE_CHECKLISTS } from './checklists.ts'
import { demoPhoto } from './photos.ts'
import { DEMO_POLICY } from './policies.ts'
import { DEMO_PRODUCTS } from './products.ts'
import { randomFrom } from './random.ts'
import { DEMO_STAFF } from './staff.ts'

const distinct = <T>(values: readonly T[]) => new Set(values).size

describe('the products of the demo', () => {
  it('have numbers of their own whose check digits are right', () => {
    for (const { gtin, sku } of DEMO_PRODUCTS) {
      expect(readScan(gtin.slice(1)).gtin, sku).toBe(gtin)
      expect(gtin).toMatch(/^02\d{12}$/)
    }
    for (const key of ['sku', 'gtin', 'fnsku', 'asin', 'title'] as const)
      expect(distinct(DEMO_PRODUCTS.map((p) => p[key]))).toBe(DEMO_PRODUCTS.length)
  })

  it('are some sixty of two sellers, in every category that has a checklist', () => {
    const of = (seller: string) => DEMO_PRODUCTS.filter((p) => p.seller === seller).length
    expect([of('LOTUS'), of('NORTHSTAR')]).toEqual([36, 25])
    expect(new Set(DEMO_PRODUCTS.map((p) => p.category))).toEqual(
      new Set(HOUSE_CHECKLISTS.map((c) => c.category)),
    )
    for (const p of DEMO_PRODUCTS) {
      expect(p.fnsku).toMatch(/^X00[0-9A-Z]{7}$/)
      expect(p.asin).toMatch(/^B0[0-9A-Z]{8}$/)
      expect(p.hsCode).toMatch(/^\d{6}$/)
      expect(Math.min(p.weightGrams, p.priceMinor)).toBeGreaterThan(0)
    }
  })
})

describe('the checklists of the demo', () => {
  it('are of the categories that have words in every language', () => {
    expect(new Set(HOUSE_CHECKLISTS.map((c) => c.category))).toEqual(new Set(HOUSE_CATEGORIES))
  })

  it('ask three to five things, the best answer first, and all best answers give like new', () => {
    for (const { category, checks } of HOUSE_CHECKLISTS) {
      expect(checks.length, category).toBeGreaterThanOrEqual(3)
      expect(checks.length, category).toBeLessThanOrEqual(5)
      expect(distinct(checks.map((c) => c.check))).toBe(checks.length)
      for (const { answers } of checks) {
        expect(answers[0]?.cap).toBe('like_new')
        expect(distinct(answers.map((a) => a.answer))).toBe(answers.length)
        const caps = answers.map((a) => GRADES.indexOf(a.cap))
        expect(caps).toEqual([...caps].sort())
      }
    }
  })

  it('speak all four languages of the floor', () => {
    const texts = HOUSE_CHECKLISTS.flatMap((c) => c.checks).flatMap((c) => [
      c.question,
      ...c.answers.map((a) => a.label),
    ])
    expect(texts.length).toBeGreaterThan(80)
    for (const text of texts)
      for (const language of ['en', 'zh-CN', 'de', 'es']) expect(text[language], text.en).toMatch(/\S/)
  })
})

describe('the warehouse of the demo', () => {
  it('has about two hundred bins with codes of their own in all eight zones', () => {
    expect(DEMO_BINS.length).toBeGreaterThan(180)
    expect(distinct(DEMO_BINS.map((b) => b.code))).toBe(DEMO_BINS.length)
    expect(new Set(DEMO_BINS.map((b) => b.zone))).toEqual(new Set(ZONES))
    for (const { code } of DEMO_BINS) expect(readScan(code).bin?.code).toBe(code)
  })

  it('never has more plates laid into a bin than it holds', () => {
    const binFor = binPicker(randomFrom('bins'))
    const plates = new Map<string, number>()
    const holds = DEMO_BINS.filter((b) => b.zone === 'quarantine').reduce((sum, b) => sum + b.capacity, 0)
    for (let i = 0; i < holds; i++) {
      const code = binFor('quarantine')
      plates.set(code, (plates.get(code) ?? 0) + 1)
    }
    for (const { code, capacity, zone } of DEMO_BINS)
      if (zone === 'quarantine') expect(plates.get(code)).toBe(capacity)
    expect(() => binFor('quarantine')).toThrow()
  })

  it('is staffed by people whose badges can be scanned', () => {
    for (const { badge } of DEMO_STAFF) expect(readScan(badge).badge?.badge).toBe(badge)
    expect(DEMO_STAFF.map((s) => s.role)).toEqual(['operator', 'operator', 'supervisor', 'admin'])
  })
})

describe('the policy of the demo', () => {
  it('has every route allowed and costed, and one figure for each currency', () => {
    expect(DEMO_POLICY.routes).toEqual(ROUTES)
    expect(Object.keys(DEMO_POLICY.costs).sort()).toEqual([...ROUTES].sort())
    expect(new Set(Object.values(DEMO_POLICY.rates))).toEqual(new Set(['1']))
    for (const currency of ['USD', 'EUR', 'GBP', 'JPY']) expect(DEMO_POLICY.rates).toHaveProperty(currency)
    const names = new Intl.DisplayNames('en', { type: 'currency', fallback: 'none' })
    for (const currency of Object.keys(DEMO_POLICY.rates)) expect(names.of(currency), currency).toBeDefined()
  })
})

describe('a photo of the demo', () => {
  it('is a small JPEG, the same for the same product and angle', async () => {
    const photos = new Map<string, number>()
    for (const kind of [...HOUSE_CHECKLISTS.map((c) => c.category), 'parcel'])
      for (const angle of ['front', 'label', 'damage', 'box']) {
        const photo = await demoPhoto(kind, angle, 'LT-STM-20')
        expect(await demoPhoto(kind, angle, 'LT-STM-20')).toEqual(photo)
        expect(photo.length).toBeLessThan(20_000)
        photos.set(photo.toString('base64'), photo.length)
        const { format, width, height } = await sharp(photo).metadata()
        expect({ format, width, height }).toEqual({ format: 'jpeg', width: 800, height: 600 })
      }
    expect(photos.size).toBeGreaterThanOrEqual(12)
  })
})
