import type { LabelTemplate } from '@restow/contracts'
import type { Grade, Product, RelabelLineName } from '@restow/domain'
import type { LabelFacts, RelabelLine } from '@restow/labels'
import { LABEL_TEXTS } from '@restow/ui/labels'

/** What a relabel is made for. */
export interface Relabelled {
  readonly product: Pick<Product, 'sku' | 'title' | 'gtin' | 'fnsku' | 'asin'>
  readonly grade: Grade | null
  readonly lpn: string
}

function lineOf(name: RelabelLineName, template: LabelTemplate, { product, grade }: Relabelled): RelabelLine {
  if (name === 'title') return { as: 'title', text: product.title }
  if (name === 'note') return { as: 'plain', text: template.note }
  if (name === 'condition') {
    const texts = LABEL_TEXTS[template.language]
    const usual = grade === null ? '' : (texts[`label.condition.${grade}`] ?? '')
    return { as: 'strong', text: (grade !== null && template.conditions[grade]) || usual }
  }
  const value = product[name] ?? ''
  return { as: 'plain', text: value === '' ? '' : `${name.toUpperCase()} ${value}` }
}

/** The seller's label of a unit, as its template says. A line that has nothing to say is left out. */
export function relabelOf(template: LabelTemplate, unit: Relabelled, copies?: number): LabelFacts {
  const lines = template.lines.map((name) => lineOf(name, template, unit))
  return {
    kind: 'relabel',
    code: { kind: template.code, text: unit.product[template.code] ?? '' },
    lines: lines.filter(({ text }) => text !== ''),
    mayBeMatrix: template.mayBeMatrix,
    ...(template.plate ? { lpn: unit.lpn } : {}),
    ...(copies === undefined ? {} : { copies }),
  }
}
