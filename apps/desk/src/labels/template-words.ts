import type { LabelTemplate } from '@restow/contracts'
import { GRADES, type Grade, type LabelSize } from '@restow/domain'
import { LANGUAGES } from '@restow/ui'
import { tell } from '@restow/ui/desk'
import { wordOf } from '../shell/words.ts'
import type { TemplatePart } from './template-changes.ts'

/** What a seller's labels are stuck on; cards and sheets are for other things. */
export const RELABEL_SIZES = [
  '50x25',
  '57x32',
  '62',
  '100x50',
  '100x150',
  '4x6',
] as const satisfies readonly LabelSize[]
export type RelabelSize = (typeof RELABEL_SIZES)[number]

const isGrade = (part: TemplatePart): part is Grade => GRADES.some((grade) => grade === part)
const onOff = (on: boolean): string => tell(on ? 'labels.on' : 'labels.off')

/** What a part of a template is called. */
export function partName(part: TemplatePart): string {
  if (isGrade(part)) return wordOf('grade', part)
  if (part === 'plate') return tell('labelKind.plate')
  if (part === 'mayBeMatrix' || part === 'lines') return tell(`labels.change.${part}`)
  return tell(`labels.${part}`)
}

/** What stands in it. */
export function partWords(part: TemplatePart, template: LabelTemplate): string {
  if (isGrade(part)) return template.conditions[part] ?? tell('labels.usualWords')
  if (part === 'code') return template.code.toUpperCase()
  if (part === 'language') return LANGUAGES[template.language]
  if (part === 'lines')
    return template.lines.map((line) => tell(`labels.line.${line}`)).join(', ') || tell('labels.nothing')
  if (part === 'note') return template.note || tell('labels.nothing')
  return onOff(template[part])
}
