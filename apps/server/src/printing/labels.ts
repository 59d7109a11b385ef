import type { AskedLabel } from '@restow/contracts'
import {
  isLpn,
  type LabelKind,
  type Language,
  lpnOf,
  type PrinterLanguage,
  type StaffRole,
  type Zone,
} from '@restow/domain'
import type { LabelFacts } from '@restow/labels'
import type { Queryable } from '../db/pool.ts'
import { ProblemError } from '../problem.ts'
import {
  type BinToTag,
  findBinsOfZones,
  findBinsToTag,
  findHolders,
  leasePlateSerials,
} from './printing.queries.ts'
import { parcelLabels, unitLabels } from './unit-labels.ts'

/** Turns what is to be printed into what is to stand on it. */

/** As on the labels of every warehouse, whatever language its people's screens are in. */
const ZONES: Readonly<Record<Zone, { letter: string; name: string }>> = {
  dock: { letter: 'D', name: 'Dock' },
  inspection: { letter: 'I', name: 'Inspection' },
  hold: { letter: 'H', name: 'Hold' },
  quarantine: { letter: 'Q', name: 'Quarantine' },
  resell: { letter: 'S', name: 'Resell' },
  refurbish: { letter: 'F', name: 'Refurbish' },
  scrap: { letter: 'X', name: 'Scrap' },
  outbound: { letter: 'O', name: 'Outbound' },
}
const ROLES: Readonly<Record<StaffRole, string>> = {
  operator: 'Operator',
  supervisor: 'Supervisor',
  admin: 'Admin',
}

/** A roll of labels has fewer; beyond that somebody has mistaken something. */
const MAX_PAGES = 10_000

type Asked<K extends AskedLabel['kind']> = Extract<AskedLabel, { kind: K }>
const ofKind = <K extends AskedLabel['kind']>(labels: readonly AskedLabel[], kind: K): Asked<K>[] =>
  labels.filter((label): label is Asked<K> => label.kind === kind)

const refuse = (code: string, sentence: string) => new ProblemError(422, code, sentence)

const often = (copies: number | undefined) => (copies === undefined ? {} : { copies })

function plate({ lpn, copies }: Asked<'plate'>): LabelFacts {
  if (!isLpn(lpn)) throw refuse('plate_check_digit', `${lpn} is no plate: its check digit is wrong.`)
  return { kind: 'plate', lpn, ...often(copies) }
}

const freshPlates = async (on: Queryable, { count }: Asked<'roll'>): Promise<LabelFacts[]> =>
  (await leasePlateSerials(on, count)).map((serial) => ({ kind: 'plate', lpn: lpnOf(serial) }))

interface Arrow {
  readonly arrow?: 'up' | 'down'
}

/** The bins that are named and those of the zones that are named, found in two questions. */
async function tagsOf(on: Queryable, warehouse: string, labels: readonly AskedLabel[]) {
  const prefix = `${warehouse}-`
  const whole = (code: string) => (code.startsWith(prefix) ? code : `${prefix}${code}`)
  const tag = ({ code, zone }: BinToTag, { arrow }: Arrow): LabelFacts => {
    const human = code.startsWith(prefix) ? code.slice(prefix.length) : code
    return { kind: 'shelf', code, human, zone: ZONES[zone], ...(arrow === undefined ? {} : { arrow }) }
  }
  const codes = ofKind(labels, 'shelf').flatMap(({ bin }) => [bin, whole(bin)])
  const zones = ofKind(labels, 'shelf-zone').map(({ zone }) => zone)
  const [named, inZones] = await Promise.all([
    codes.length > 0 ? findBinsToTag(on, warehouse, codes) : [],
    zones.length > 0 ? findBinsOfZones(on, warehouse, zones) : [],
  ])
  const byCode = new Map(named.map((bin) => [bin.code, bin]))
  return {
    bin({ bin: code, ...label }: Asked<'shelf'>): LabelFacts {
      const found = byCode.get(code) ?? byCode.get(whole(code))
      if (found) return { ...tag(found, label), ...often(label.copies) }
      throw refuse('bin_unknown', `There is no bin ${code} at ${warehouse}. Look it up in the list of bins.`)
    },
    zone({ zone, ...label }: Asked<'shelf-zone'>): LabelFacts[] {
      const found = inZones.filter((bin) => bin.zone === zone)
      if (found.length > 0) return found.map((bin) => tag(bin, label))
      throw refuse('zone_empty', `${warehouse} has no bins in the zone ${zone} yet. Set some up first.`)
    },
  }
}

async function cardsOf(on: Queryable, warehouse: string, labels: readonly AskedLabel[]) {
  const badges = ofKind(labels, 'badge').map(({ badge }) => badge)
  const holders = badges.length > 0 ? await findHolders(on, warehouse, badges) : []
  const byBadge = new Map(holders.map((holder) => [holder.badge, holder]))
  return (badge: string): LabelFacts => {
    const holder = byBadge.get(badge)
    if (holder) return { kind: 'badge', ...holder, role: ROLES[holder.role], warehouse }
    throw refuse('badge_unknown', `Nobody at ${warehouse} carries the badge ${badge}, or it is switched off.`)
  }
}

const pagesOf = (label: LabelFacts): number => ('copies' in label ? (label.copies ?? 1) : 1)

/**
 * What is to stand on these labels, in the order in which they were asked for.
 * @param language of tickets and tags
 * @throws 422 plate_check_digit, bin_unknown, zone_empty, badge_unknown, unit_unknown, not_identified, not_held,
 *   not_for_refurbishment, not_for_scrap, parcel_unknown, too_many_labels
 */
export async function labelsToPrint(
  on: Queryable,
  warehouse: string,
  labels: readonly AskedLabel[],
  language: Language = 'en',
): Promise<LabelFacts[]> {
  const [tags, card, ofUnit, ofParcel] = await Promise.all([
    tagsOf(on, warehouse, labels),
    cardsOf(on, warehouse, labels),
    unitLabels(on, warehouse, labels, language),
    parcelLabels(on, warehouse, labels, language),
  ])
  const factsOf = async (label: AskedLabel): Promise<LabelFacts[]> => {
    if (label.kind === 'plate') return [plate(label)]
    if (label.kind === 'roll') return freshPlates(on, label)
    if (label.kind === 'badge') return [card(label.badge)]
    if (label.kind === 'shelf') return [tags.bin(label)]
    if (label.kind === 'shelf-zone') return tags.zone(label)
    return [label.kind === 'parcel' ? ofParcel(label) : ofUnit(label)]
  }
  const facts: LabelFacts[] = []
  let pages = 0
  for (const label of labels) {
    const more = await factsOf(label)
    pages += more.reduce((sum, one) => sum + pagesOf(one), 0)
    if (pages > MAX_PAGES)
      throw refuse('too_many_labels', `That is more than ${MAX_PAGES} labels. Print them in several parts.`)
    facts.push(...more)
  }
  return facts
}

const FILES: Readonly<Record<LabelKind, string>> = {
  plate: 'plates',
  relabel: 'relabels',
  shelf: 'shelf-tags',
  parcel: 'parcel-tags',
  refurbish: 'refurbish-tickets',
  scrap: 'scrap-tags',
  hold: 'hold-tags',
  badge: 'badges',
  commands: 'command-codes',
}

/** What the printed file is called. */
export function fileNameOf(labels: readonly LabelFacts[], format: PrinterLanguage): string {
  const kinds = new Set(labels.map((label) => label.kind))
  const [kind = 'plate'] = kinds
  return `${kinds.size > 1 ? 'labels' : FILES[kind]}.${format}`
}
