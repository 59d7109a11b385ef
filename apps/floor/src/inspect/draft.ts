import {
  allowedGrade,
  type Checklist,
  type Finding,
  findingsOf,
  type Grade,
  type Identity,
  isAtMost,
  QUARANTINED,
} from '@restow/domain'

/** An inspection as far as it has come. */
export interface Draft {
  readonly page: number
  readonly identity: Identity | null
  readonly answers: Readonly<Record<string, string>>
  readonly findings: readonly Finding[]
  /** The grade given by hand, where it is lower than what is allowed. */
  readonly lowered: Grade | null
  readonly note: string
}
export const EMPTY: Draft = { page: 0, identity: null, answers: {}, findings: [], lowered: null, note: '' }

export type Page =
  | { kind: 'identity' }
  | { kind: 'check'; check: Checklist['checks'][number] }
  | { kind: 'findings' }
  | { kind: 'photos' }
  | { kind: 'grade' }

/** One question a page. An empty box, or another article than the checklist's, is asked nothing of. */
export function pagesOf(checklist: Checklist, draft: Draft): Page[] {
  const asks = draft.identity !== 'empty_box' && draft.identity !== 'wrong_item'
  const checks = asks ? checklist.checks.map((check): Page => ({ kind: 'check', check })) : []
  return [{ kind: 'identity' }, ...checks, { kind: 'findings' }, { kind: 'photos' }, { kind: 'grade' }]
}

/** The answers that count: those to questions that are still asked. */
export function answersOf(checklist: Checklist, draft: Draft): { check: string; answer: string }[] {
  return pagesOf(checklist, draft).flatMap((page) => {
    const answer = page.kind === 'check' ? draft.answers[page.check.check] : undefined
    return page.kind === 'check' && answer !== undefined ? [{ check: page.check.check, answer }] : []
  })
}

/** The best grade that is allowed, and the one that is given. */
export function gradesOf(checklist: Checklist, draft: Draft): { allowed: Grade; given: Grade } {
  const findings = findingsOf(draft.identity ?? 'unknown', draft.findings)
  const allowed = allowedGrade(checklist, answersOf(checklist, draft), findings)
  const { lowered } = draft
  return { allowed, given: lowered && isAtMost(lowered, allowed) ? lowered : allowed }
}

/** Does the page have what it needs to go on? */
export function isAnswered(page: Page, draft: Draft): boolean {
  if (page.kind === 'identity') return draft.identity !== null
  if (page.kind === 'check') return !page.check.required || draft.answers[page.check.check] !== undefined
  return true
}

/**
 * The page that is shown: nobody gets past a question that still needs its answer. What is asked may become another list on the way,
 * since a device that has just registered a unit learns of its category from the server.
 */
export function pageAt(pages: readonly Page[], draft: Draft): number {
  const open = pages.findIndex((page) => !isAnswered(page, draft))
  return Math.min(draft.page, open < 0 ? pages.length - 1 : open)
}

/** The page after a turn; who was brought back to a question goes on from where they were. */
export const turned = (draft: Draft, at: number, by: 1 | -1): number =>
  by === 1 && at < draft.page ? draft.page : at + by

export const isSuspicious = (findings: readonly Finding[]): boolean =>
  findings.some((f) => QUARANTINED.includes(f))

export function toggled(findings: readonly Finding[], finding: Finding): Finding[] {
  return findings.includes(finding) ? findings.filter((f) => f !== finding) : [...findings, finding]
}
