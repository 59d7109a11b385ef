import { existsSync, readFileSync } from 'node:fs'
import { HOUSE_CATEGORIES, type HoldBecause, LANGUAGE_CODES, mapReason, RETURN_REASONS } from '@restow/domain'
import { describe, expect, it } from 'vitest'
import { english as desk, translations as deskIn } from '../languages/desk-texts.ts'
import { english as floor, translations as floorIn } from '../languages/floor-texts.ts'
import { LABEL_TEXTS } from '../languages/label-texts.ts'
import {
  categoryInWords,
  categoryOfWords,
  questionInWords,
  readable,
  reasonInWords,
} from './code-in-words.ts'

type Texts = Readonly<Record<string, string>>
const finderOf = (texts: Texts) => (key: string) => texts[key]
const english = finderOf(floor)
const said = (raw: string, find = english) => reasonInWords(find, { raw, mapped: mapReason(raw) })

/** Codes of marketplaces, where they lie beside the project. */
const CODES = new URL('../../../../../shared/data/codes/codes.json', import.meta.url)
const channelCodes = (): string[] => {
  const { amazon, shopify, ebay } = JSON.parse(readFileSync(CODES, 'utf8'))
  return [...amazon.reason, ...shopify.returnReason, ...ebay.returnReason]
}

describe('a customer’s reason on the screen', () => {
  it.each([
    ['UNWANTED_ITEM', 'No longer wanted'],
    ['CR-DEFECTIVE', 'Defective'],
    [' amz-pg-apparel_too_small ', 'Too small'],
    ['UNDELIVERABLE_SOMEHOW', 'Undeliverable'],
    ['NO_REASON_GIVEN', 'Not said'],
    ['FREE_TRIAL_ENDED', 'free trial ended'],
    ['the Lid does not close', 'the Lid does not close'],
    ['不想要了', '不想要了'],
    ['constructor', 'constructor'],
    ['', ''],
  ])('says “%s” as people do', (raw, words) => {
    expect(said(raw)).toBe(words)
  })

  it.each([
    ['de', 'Zu klein', 'Defekt'],
    ['es', 'Demasiado pequeño', 'Defectuoso'],
    ['zh-CN', '太小', '有缺陷'],
  ] as const)('is said in %s on the handheld as at the desk', async (language, small, defective) => {
    for (const load of [floorIn[language], deskIn[language]]) {
      const find = finderOf((await load()).default)
      expect([said('APPAREL_TOO_SMALL', find), said('DEFECTIVE', find)]).toEqual([small, defective])
    }
  })

  it('has a word for each of the trade’s own', () => {
    for (const mapped of RETURN_REASONS) expect(english(`reason.${mapped}`), mapped).toMatch(/^[A-Z]/)
  })

  it.skipIf(!existsSync(CODES))('knows every code that marketplaces write down', () => {
    const codes = channelCodes()
    expect(codes.length).toBeGreaterThan(60)
    expect(codes.filter((code) => said(code) === readable(code))).toEqual([])
  })
})

describe('a product’s category on the screen', () => {
  it('is said in the reader’s language, one of the house’s own making as it stands', async () => {
    const german = finderOf((await deskIn.de()).default)
    expect(categoryInWords(german, 'electronics')).toBe('Elektronik')
    expect(categoryInWords(german, 'power_tools')).toBe('power tools')
    expect(categoryInWords(german, 'Heim & Garten')).toBe('Heim & Garten')
  })

  it('is understood as it is said', async () => {
    for (const texts of [desk, ...(await Promise.all(Object.values(deskIn).map((load) => load())))]) {
      const find = finderOf('default' in texts ? texts.default : texts)
      for (const category of HOUSE_CATEGORIES) {
        const words = categoryInWords(find, category)
        expect(words).toMatch(/^[^a-z]/)
        expect(categoryOfWords(find, ` ${words} `)).toBe(category)
      }
      expect(categoryOfWords(find, ' power_tools ')).toBe('power_tools')
    }
  })
})

describe('the question that a unit waits with', () => {
  const because: HoldBecause = { code: 'suspicion', findings: ['counterfeit_suspected', 'hygiene'] }
  const held = { question: 'counterfeit suspected, hygiene: what becomes of it?', because }

  it('is asked in the reader’s language where a rule asks it: on handhelds, at the desk, on tickets', async () => {
    const german = 'Fälschung vermutet, Hygiene: Was wird daraus?'
    for (const texts of [(await floorIn.de()).default, (await deskIn.de()).default, LABEL_TEXTS.de])
      expect(questionInWords(finderOf(texts), held)).toBe(german)
    for (const language of LANGUAGE_CODES) {
      const find = finderOf(LABEL_TEXTS[language])
      const inactive = { question: '', because: { code: 'seller_inactive', seller: 'LOTUS' } } as const
      expect(questionInWords(find, inactive)).toMatch(/^LOTUS .*[?？]$/)
    }
  })

  it('stays as it was recorded where a person asked it, before rules said what for, and by a newer rule', () => {
    const newer = { code: 'recalled', batch: '7' } as unknown as HoldBecause
    for (const said of [undefined, newer])
      expect(questionInWords(english, { question: 'Is it safe?', because: said })).toBe('Is it safe?')
  })
})
