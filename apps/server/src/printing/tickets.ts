import type { Language, Parcel, Unit } from '@restow/domain'
import type { LabelFacts } from '@restow/labels'
import { fill, LABEL_TEXTS, questionInWords } from '@restow/ui/labels'
import { ProblemError } from '../problem.ts'

/** What stands on the tags and tickets of the house, in the language of whoever reads them. */

const refuse = (code: string, sentence: string) => new ProblemError(422, code, sentence)
const LETTERS = { refurbish: 'F', scrap: 'X', hold: 'H', parcel: 'U' } as const

const wordsIn = (language: Language) => {
  const texts = LABEL_TEXTS[language]
  return (key: string, facts: Record<string, string | number> = {}) => fill(texts[key] ?? key, facts)
}
type Words = ReturnType<typeof wordsIn>

/** What is known of a unit in any case: what it is, whose, how many. */
function aboutUnit(unit: Unit, words: Words): string[] {
  const { product, seller, quantity, findings } = unit
  return [
    findings.map((finding) => words(`finding.${finding}`)).join(' · '),
    product ? `${product.title} · ${product.sku}` : '',
    seller ? words('label.seller', { seller }) : '',
    quantity > 1 ? words('label.quantity', { count: quantity }) : '',
  ]
}

type UnitKind = 'refurbish' | 'scrap' | 'hold'

/** The one thing to be read on a unit's ticket. @throws 422 where the unit is not for it */
function titleOf(kind: UnitKind, unit: Unit, words: Words): string {
  if (kind === 'hold') {
    if (!unit.held)
      throw refuse('not_held', `${unit.lpn} waits for nobody. Put it on hold first, then print its tag.`)
    return words('label.decides', { who: words(`waitsFor.${unit.held.waitsFor}`) })
  }
  const route = unit.route ? words(`route.${unit.route}`) : ''
  if (unit.disposition !== kind)
    throw refuse(
      kind === 'scrap' ? 'not_for_scrap' : 'not_for_refurbishment',
      `${unit.lpn} has not been decided to be ${kind === 'scrap' ? 'scrapped' : 'refurbished'}. Classify it first.`,
    )
  return route.charAt(0).toLocaleUpperCase() + route.slice(1)
}

/** @throws 422 not_held, not_for_refurbishment, not_for_scrap */
export function ticketOf(kind: UnitKind, unit: Unit, language: Language): LabelFacts {
  const words = wordsIn(language)
  const own = {
    hold: [unit.held ? questionInWords((key) => LABEL_TEXTS[language][key], unit.held) : ''],
    scrap: [unit.decision?.approvalNeeded ? words('label.notApproved') : ''],
    refurbish: [unit.inspection?.note ?? ''],
  }
  return {
    kind,
    letter: LETTERS[kind],
    heading: words(`label.${kind}`),
    code: unit.lpn,
    title: titleOf(kind, unit, words),
    lines: [...own[kind], ...aboutUnit(unit, words)].filter((line) => line !== ''),
  }
}

/** The tag of a parcel, above all of one that nobody has claimed. */
export function parcelTag(parcel: Parcel, language: Language): LabelFacts {
  const words = wordsIn(language)
  const { seller, condition, receivedAt, receivedBy } = parcel
  const day = receivedAt?.slice(0, 10)
  return {
    kind: 'parcel',
    letter: seller === null ? LETTERS.parcel : 'P',
    heading: words(seller === null ? 'label.parcel' : 'label.parcel.claimed'),
    code: parcel.trackingNumber,
    title: day === undefined ? parcel.trackingNumber : words('label.received', { day }),
    lines: [
      receivedBy ? words('label.by', { who: receivedBy }) : '',
      seller ? words('label.seller', { seller }) : '',
      condition ? words(`condition.${condition}`) : '',
      parcel.warehouse,
    ].filter((line) => line !== ''),
  }
}
