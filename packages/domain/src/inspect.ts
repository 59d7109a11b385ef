/**
 * Inspect: is it what was announced, what does the category's checklist say, what was found, how good is it
 * still? Every check is a choice, best answer first. All best answers and no findings give `like_new`; the
 * grade follows from answers and findings and may be lowered, not raised, by hand.
 */
import type { CommandOf } from './commands.ts'
import { onUnit, type Rule, reject, SoftRules } from './decision.ts'
import type { NewEvent } from './events.ts'
import type { Act, Checklist, ChecklistUsed, Seller } from './facts.ts'
import { aboutSuspicion } from './hold-because.ts'
import { withOwnChecks } from './own-checks.ts'
import { withUnit } from './refuse.ts'
import type { Unit } from './unit.ts'
import { type Angle, type Finding, type Grade, isAtMost, worstGrade } from './words.ts'

/** The best grade that a unit with this finding can still have. */
export const GRADE_WITH: Readonly<Record<Finding, Grade>> = {
  customer_damage: 'good',
  carrier_damage: 'good',
  warehouse_damage: 'good',
  defect: 'acceptable',
  missing_parts: 'acceptable',
  wrong_item: 'unsellable',
  empty_box: 'unsellable',
  expired: 'unsellable',
  counterfeit_suspected: 'unsellable',
  hygiene: 'unsellable',
  safety: 'unsellable',
}

/** Findings with which goods go to quarantine and wait for a supervisor. */
export const QUARANTINED: readonly Finding[] = ['safety', 'counterfeit_suspected', 'hygiene']

const NO_CHECKLIST: Checklist = {
  category: 'none',
  checks: [],
  requiredAngles: { always: [], belowLikeNew: [] },
}

interface Asking {
  readonly checklists: Readonly<Record<string, Checklist>>
  readonly sellers: Readonly<Record<string, Seller>>
}

/** The house's checklist of a unit: its category's, else the general one. */
export function houseListFor(unit: Unit, checklists: Asking['checklists']): Checklist {
  const own = unit.product ? checklists[unit.product.category] : undefined
  return (own?.retired ? undefined : own) ?? checklists.general ?? NO_CHECKLIST
}

const ownChecksOf = ({ seller }: Unit, { sellers }: Asking) =>
  seller === null ? undefined : sellers[seller]?.checks

/** What a unit is asked about: the house's checklist, then what its seller has asked besides. */
export const checklistFor = (unit: Unit, known: Asking): Checklist =>
  withOwnChecks(houseListFor(unit, known.checklists), unit, ownChecksOf(unit, known))

/** What an inspection by this checklist is on record as. */
export const usedOf = ({ category, version = 1, own }: Checklist): ChecklistUsed => ({
  category,
  version,
  ...(own ? { own } : {}),
})

type Answers = readonly { readonly check: string; readonly answer: string }[]

/** The best grade that answers and findings allow. Unknown answers count for nothing here. */
export function allowedGrade(checklist: Checklist, answers: Answers, findings: readonly Finding[]): Grade {
  const caps = answers.map(({ check, answer }) => {
    const asked = checklist.checks.find((c) => c.check === check)
    return asked?.answers.find((a) => a.answer === answer)?.cap ?? 'like_new'
  })
  return worstGrade([...caps, ...findings.map((f) => GRADE_WITH[f])])
}

/** What identity says beside the findings: a wrong or missing article is a finding of its own. */
export function findingsOf(identity: string, findings: readonly Finding[]): Finding[] {
  const implied: Finding[] = identity === 'wrong_item' || identity === 'empty_box' ? [identity] : []
  return [...new Set([...findings, ...implied])]
}

/** The angles that are still to be photographed for a unit that is about to get this grade. */
export function missingAngles(checklist: Checklist, unit: Unit, grade: Grade): Angle[] {
  const { always, belowLikeNew } = checklist.requiredAngles
  const wanted = grade === 'like_new' ? always : [...always, ...belowLikeNew]
  return [...new Set(wanted)].filter((angle) => !unit.photos.some((p) => p.angle === angle))
}

function badAnswer(checklist: Checklist, answers: Answers): { check: string; answer: string } | undefined {
  return answers.find(
    ({ check, answer }) =>
      !checklist.checks.some((c) => c.check === check && c.answers.some((a) => a.answer === answer)),
  )
}

/** Nothing can be asked of a box that holds nothing, or of another article than the checklist's. */
const asksOf = (identity: string): boolean => identity !== 'empty_box' && identity !== 'wrong_item'

function openChecks(
  checklist: Checklist,
  { identity, answers }: Pick<CommandOf<'InspectUnit'>, 'identity' | 'answers'>,
) {
  return asksOf(identity)
    ? checklist.checks.filter((c) => c.required && !answers.some((a) => a.check === c.check))
    : []
}

const A_DAY_MS = 86_400_000

/** Whoever was at it when the checklist changed hands in what was asked; offline, that may have been long ago. */
const stillCounts = (one: object & { readonly until?: string }, act: Act): boolean =>
  act.performed === 'earlier' ||
  one.until === undefined ||
  Date.parse(act.recordedAt) - Date.parse(one.until) <= A_DAY_MS

/** Every version that a unit may have been inspected by, the one that stands first; so of its seller's questions to each. */
function versionsFor(unit: Unit, known: Asking, act: Act): readonly Checklist[] {
  const { checklists } = known
  const own = unit.product ? checklists[unit.product.category] : undefined
  const others = [own, checklists.general].flatMap((one) => (one ? [one, ...(one.former ?? [])] : []))
  const houses = [
    houseListFor(unit, checklists),
    ...others.filter((one) => !one.retired && stillCounts(one, act)),
  ]
  const asked = ownChecksOf(unit, known)
  const sellers = [asked, ...(asked?.former ?? []).filter((one) => stillCounts(one, act))]
  return houses.flatMap((house) => sellers.map((checks) => withOwnChecks(house, unit, checks)))
}

const isSame = (one: Checklist, named: ChecklistUsed): boolean =>
  one.category === named.category &&
  (one.version ?? 1) === named.version &&
  one.own?.seller === named.own?.seller &&
  one.own?.version === named.own?.version

/**
 * The version that an inspection is judged by: the one that it names, as long as that counts; of work done offline that
 * names none, the latest that it fits; else the one that stands (docs/decisions/027).
 */
function judgedBy(unit: Unit, known: Asking, command: CommandOf<'InspectUnit'>, act: Act): Checklist {
  const versions = versionsFor(unit, known, act)
  const { checklist: named } = command
  const fits = (one: Checklist): boolean => {
    if (named) return isSame(one, named)
    return !badAnswer(one, command.answers) && openChecks(one, command).length === 0
  }
  const found = named || act.performed === 'earlier' ? versions.find(fits) : undefined
  return found ?? checklistFor(unit, known)
}

function holdForSuspicion(unit: Unit, findings: readonly Finding[]): NewEvent[] {
  const suspicious = findings.filter((f) => QUARANTINED.includes(f))
  // What a supervisor has cleared is the suspicion of then; another one waits again.
  const known = unit.cleared ? unit.findings : []
  if (suspicious.every((f) => known.includes(f))) return []
  const asked = { waitsFor: 'supervisor', ...aboutSuspicion(suspicious), quarantine: true } as const
  return [onUnit(unit.id, 'UnitHeld', asked)]
}

/** `InspectUnit` ▶ `UnitInspected`. Rejects: answers_missing, answer_unknown, grade_too_high, photos_missing. */
export const inspectUnit: Rule<CommandOf<'InspectUnit'>> = (situation, command, act) =>
  withUnit(situation, 'InspectUnit', command.lpn, act, (unit) => {
    const { lpn, identity, answers, grade } = command
    const checklist = judgedBy(unit, situation.known, command, act)
    const bad = badAnswer(checklist, answers)
    if (bad) return reject('answer_unknown', { lpn, check: bad.check, answer: bad.answer })
    const open = openChecks(checklist, command)
    if (open.length > 0)
      return reject('answers_missing', { lpn, checks: open.map((c) => c.check).join(', ') })
    const findings = findingsOf(identity, command.findings)
    const allowed = allowedGrade(checklist, answers, findings)
    if (!isAtMost(grade, allowed)) return reject('grade_too_high', { lpn, allowed, grade })
    const soft = new SoftRules(act)
    const angles = missingAngles(checklist, unit, grade)
    if (angles.length > 0) soft.broken('photos_missing', { lpn, angles: angles.join(', ') })
    if (soft.refusal) return soft.refusal
    const facts = { identity, answers, findings, allowedGrade: allowed, grade, note: command.note ?? null }
    const used = { checklist: usedOf(checklist) }
    const inspected = onUnit(unit.id, 'UnitInspected', { ...facts, ...used, exceptions: soft.exceptions })
    return { events: [inspected, ...holdForSuspicion(unit, findings)] }
  })
