import {
  type Angle,
  allowedGrade,
  type Checklist,
  type Finding,
  findingsOf,
  GRADES,
  type Grade,
  type Identity,
  isAtMost,
} from '@restow/domain'
import { HOUSE_CHECKLISTS } from './checklists.ts'
import type { RoundPlan } from './plan.ts'
import { chance, pick, pickWeighted, type Random } from './random.ts'

/** What an inspection said, without when. */
export type Inspected = Pick<RoundPlan, 'identity' | 'answers' | 'findings' | 'grade' | 'gradeLowering'>

/** How goods come back, best grade first, by the beginning of the customer's reason. */
const MIX: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^UNDELIVERABLE/, [88, 8, 4, 0, 0]],
  [/^DEFECTIVE/, [18, 12, 15, 35, 20]],
  [/^DAMAGED/, [10, 15, 30, 20, 25]],
  [/^MISSING_PARTS/, [25, 10, 25, 40, 0]],
  [/^(QUALITY|NOT_AS)/, [40, 25, 20, 10, 5]],
  [/^APPAREL/, [62, 25, 8, 4, 1]],
  [/./, [70, 15, 8, 4, 3]],
]

const withoutPrefix = (reason: string): string => reason.replace(/^(CR-|AMZ-PG-)/, '')

/** About how good a unit is that a customer sent back for this reason. */
export function gradeFor(random: Random, reason: string): Grade {
  const mix = MIX.find(([begin]) => begin.test(withoutPrefix(reason)))?.[1] ?? []
  return pickWeighted(
    random,
    GRADES.map((grade, i) => [grade, mix[i] ?? 0] as const),
  )
}

function checklistOf(category: string): Checklist {
  const own = HOUSE_CHECKLISTS.find((c) => c.category === category) ?? HOUSE_CHECKLISTS[0]
  if (!own) throw new Error('The demo has no checklists.')
  return own
}

/** Answers that allow about the wanted grade: one check decides it, the others are as good or better. */
function answersFor(random: Random, { checks }: Checklist, wanted: Grade): RoundPlan['answers'] {
  const deciding = checks.filter((c) => c.answers.some((a) => a.cap === wanted))
  const decides = deciding.length > 0 ? pick(random, deciding) : undefined
  return checks.map((c) => {
    const best = c.answers.filter((a) => a.cap === 'like_new')
    const asWanted = c.answers.filter((a) => a.cap === wanted)
    const noWorse = c.answers.filter((a) => isAtMost(wanted, a.cap) && a.cap !== 'unsellable')
    const from = c === decides ? asWanted : wanted !== 'like_new' && chance(random, 0.2) ? noWorse : best
    return { check: c.check, answer: pick(random, from).answer }
  })
}

/** What is found along with an answer. */
const FOUND_WITH: Readonly<Record<string, Finding>> = {
  main_missing: 'missing_parts',
  faulty: 'defect',
  dead: 'defect',
  weak: 'defect',
  expired: 'expired',
  swollen: 'safety',
  loose: 'safety',
  soiled: 'hygiene',
  permanent: 'hygiene',
  damaged: 'customer_damage',
  dented: 'customer_damage',
  chipped: 'customer_damage',
  scratched: 'customer_damage',
  cracked: 'customer_damage',
  torn: 'customer_damage',
  leaking: 'customer_damage',
  broken: 'customer_damage',
}

function findingsFor(random: Random, answers: RoundPlan['answers'], reason: string): Finding[] {
  const found = answers.flatMap(({ answer }) => {
    const finding = FOUND_WITH[answer]
    if (finding === undefined || chance(random, 0.15)) return []
    const byCarrier = finding === 'customer_damage' && withoutPrefix(reason).startsWith('DAMAGED_BY_CARRIER')
    return [byCarrier ? 'carrier_damage' : finding]
  })
  return [...new Set(found)]
}

/** Now and then somebody sees what no check asks for. */
function lowered(random: Random, allowed: Grade): Pick<Inspected, 'grade' | 'gradeLowering'> {
  const next = GRADES[GRADES.indexOf(allowed) + 1]
  if (next === undefined || next === 'unsellable' || !chance(random, 0.04)) return { grade: allowed }
  return { grade: next, gradeLowering: { from: allowed, note: 'Looks worse than the answers tell.' } }
}

/** An inspection of a unit that is what was announced. */
export function inspect(random: Random, category: string, wanted: Grade, reason: string): Inspected {
  const checklist = checklistOf(category)
  const answers = answersFor(random, checklist, wanted)
  const findings = wanted === 'like_new' ? [] : findingsFor(random, answers, reason)
  const identity = 'as_announced'
  return { identity, answers, findings, ...lowered(random, allowedGrade(checklist, answers, findings)) }
}

/** An inspection of what was not announced, or of nothing. */
export function inspectOther(identity: Extract<Identity, 'wrong_item' | 'empty_box'>): Inspected {
  return { identity, answers: [], findings: findingsOf(identity, []), grade: 'unsellable' }
}

/** The photos that the category's checklist wants for a grade, and sometimes one more. */
export function anglesFor(random: Random, category: string, grade: Grade): Angle[] {
  const { always, belowLikeNew } = checklistOf(category).requiredAngles
  const wanted = grade === 'like_new' ? always : [...always, ...belowLikeNew]
  return chance(random, 0.15) ? [...new Set<Angle>([...wanted, 'back'])] : [...wanted]
}
