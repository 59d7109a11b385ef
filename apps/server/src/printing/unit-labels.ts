import { normaliseTracking } from '@restow/barcodes'
import type { AskedLabel } from '@restow/contracts'
import { type Language, type Parcel, type Unit, USUAL_TEMPLATE } from '@restow/domain'
import type { LabelFacts } from '@restow/labels'
import type { Queryable } from '../db/pool.ts'
import { ProblemError } from '../problem.ts'
import { findParcelsToTag, findTemplates, findUnitsToLabel } from './printing.queries.ts'
import { relabelOf } from './template.ts'
import { parcelTag, ticketOf } from './tickets.ts'

/** Labels of units and parcels, found in as many questions as there are kinds of things. */

const UNIT_KINDS = ['relabel', 'refurbish', 'scrap', 'hold'] as const
type UnitLabel = Extract<AskedLabel, { lpn: string; kind: (typeof UNIT_KINDS)[number] }>
const isUnitLabel = (label: AskedLabel): label is UnitLabel => UNIT_KINDS.some((kind) => kind === label.kind)
const refuse = (code: string, sentence: string) => new ProblemError(422, code, sentence)

/** Finds what unit labels are about. @returns the maker of each, which throws 422 for what it cannot be made of */
export async function unitLabels(
  on: Queryable,
  warehouse: string,
  labels: readonly AskedLabel[],
  language: Language,
) {
  const lpns = labels.filter(isUnitLabel).map(({ lpn }) => lpn)
  const units = lpns.length > 0 ? await findUnitsToLabel(on, warehouse, lpns) : []
  const byLpn = new Map<string, Unit>(units.map((unit) => [unit.lpn, unit]))
  const sellers = [...new Set(units.flatMap(({ seller }) => (seller === null ? [] : [seller])))]
  const templates = new Map(sellers.length > 0 ? await findTemplates(on, sellers) : [])
  return ({ kind, lpn, copies }: UnitLabel): LabelFacts => {
    const unit = byLpn.get(lpn)
    if (!unit) throw refuse('unit_unknown', `There is no unit ${lpn} at ${warehouse}. Register it first.`)
    if (kind !== 'relabel')
      return { ...ticketOf(kind, unit, language), ...(copies === undefined ? {} : { copies }) }
    const { product, grade, seller } = unit
    if (!product || seller === null)
      throw refuse(
        'not_identified',
        `Nobody has said yet what ${lpn} is. Identify it first, then relabel it.`,
      )
    const template = templates.get(seller) ?? USUAL_TEMPLATE
    return relabelOf(template, { product, grade, lpn }, copies)
  }
}

type ParcelLabel = Extract<AskedLabel, { kind: 'parcel' }>

/** Finds parcels by what was scanned on them. @returns the maker of each one's tag, which throws 422 parcel_unknown */
export async function parcelLabels(
  on: Queryable,
  warehouse: string,
  labels: readonly AskedLabel[],
  language: Language,
) {
  const scans = labels.flatMap((label) => (label.kind === 'parcel' ? [label.parcel] : []))
  const keys = scans.flatMap((scan) => [scan, normaliseTracking(scan)])
  const parcels = scans.length > 0 ? await findParcelsToTag(on, warehouse, keys) : []
  const byNumber = new Map<string, Parcel>(parcels.map((parcel) => [parcel.trackingNumber, parcel]))
  return ({ parcel: scan, copies }: ParcelLabel): LabelFacts => {
    const found = byNumber.get(scan) ?? byNumber.get(normaliseTracking(scan))
    if (!found)
      throw refuse('parcel_unknown', `There is no parcel ${scan} at ${warehouse}. Receive it first.`)
    return { ...parcelTag(found, language), ...(copies === undefined ? {} : { copies }) }
  }
}
