import type { LabelTemplate } from '@restow/contracts'
import { GRADES, type Grade, RELABEL_LINES, type RelabelLineName } from '@restow/domain'

const FIELDS = ['code', 'language', 'mayBeMatrix', 'plate', 'lines', 'note'] as const
/** What can be said to have changed: a field, or the words of one grade. */
export type TemplatePart = (typeof FIELDS)[number] | Grade

const partOf = (template: LabelTemplate, part: TemplatePart): unknown =>
  part in template ? template[part as (typeof FIELDS)[number]] : (template.conditions[part as Grade] ?? '')

/** What differs between two templates, in the order of the form. */
export function changedParts(before: LabelTemplate, after: LabelTemplate): TemplatePart[] {
  return [...FIELDS, ...GRADES].filter((part) => String(partOf(before, part)) !== String(partOf(after, part)))
}

/** A line one place up (-1) or down (1); where it cannot go further it stays. */
export function moveLine(
  lines: readonly RelabelLineName[],
  line: RelabelLineName,
  by: -1 | 1,
): RelabelLineName[] {
  const from = lines.indexOf(line)
  const other = lines[from + by]
  if (other === undefined) return [...lines]
  return lines.map((one) => (one === line ? other : one === other ? line : one))
}

/** A line that is put on comes last, where it pushes none away. */
export const tickLine = (lines: readonly RelabelLineName[], line: RelabelLineName, on: boolean) => [
  ...lines.filter((one) => one !== line),
  ...(on ? [line] : []),
]

/** Those that are on in their order, then the others. */
export const allLines = (lines: readonly RelabelLineName[]): RelabelLineName[] => [
  ...lines,
  ...RELABEL_LINES.filter((line) => !lines.includes(line)),
]

/** A grade's own words; an empty field means the usual ones, which a template leaves out. */
export function withCondition(template: LabelTemplate, grade: Grade, words: string): LabelTemplate {
  const { [grade]: _, ...conditions } = template.conditions
  return { ...template, conditions: words.trim() === '' ? conditions : { ...conditions, [grade]: words } }
}
