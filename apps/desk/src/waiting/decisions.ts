import type { DeskCommand } from '@restow/client'
import type { Outcome, WaitingItem } from '@restow/contracts'
import type { StaffRole, WaitingKind } from '@restow/domain'

/** What a supervisor, or a seller about its own, can say to what waits, without drawing or asking anything. */

const STAFFS = ['approve', 'decline', 'release', 'settle', 'find', 'write_off', 'acknowledge'] as const
const SELLERS = ['answer', 'object', 'agree'] as const
export const DEEDS = [...STAFFS, ...SELLERS] as const
export type Deed = (typeof DEEDS)[number]

/** The first is what is mostly said. What has none is decided elsewhere, or by somebody else. */
const DEEDS_OF: Readonly<Record<WaitingKind, readonly Deed[]>> = {
  approval: ['approve', 'decline'],
  hold: ['release'],
  exception: ['settle'],
  missing: ['find', 'write_off'],
  unclaimed: [],
  dropped: ['acknowledge'],
  device: [],
  hold_seller: ['release'],
  veto: ['decline'],
}
/** What is typed is handed in with Enter: never as a yes to scrap. */
const SELLERS_DEEDS: Readonly<Partial<Record<WaitingKind, readonly Deed[]>>> = {
  hold_seller: ['answer'],
  veto: ['object', 'agree'],
}

export type Role = StaffRole | 'seller'
export const deedsOf = (kind: WaitingKind, role: Role): readonly Deed[] =>
  role === 'seller' ? (SELLERS_DEEDS[kind] ?? []) : DEEDS_OF[kind]
/** All that whoever is signed in may ever say. */
export const deedsBy = (role: Role): readonly Deed[] => (role === 'seller' ? SELLERS : STAFFS)

/** These are said by the seller itself, and cannot be taken back. */
export const isSellers = (deed: Deed | 'undo'): boolean => (SELLERS as readonly string[]).includes(deed)
/** These are nothing without words. */
export const needsWords = (deed: Deed): boolean => deed === 'answer' || deed === 'object'

export const KEY_OF: Readonly<Record<Deed, string>> = {
  approve: 'a',
  decline: 'd',
  release: 'r',
  settle: 's',
  find: 'f',
  write_off: 'w',
  acknowledge: 'e',
  answer: 'r',
  object: 'o',
  agree: 'a',
}

/** Found is each in a bin of its own. */
export const inBulk = (deed: Deed): boolean => deed !== 'find'
/** Asked once more before: nobody looks for it any more after that; or it cannot be taken back. */
export const isAskedFirst = (deed: Deed): boolean => deed === 'write_off' || deed === 'agree'

/** How its button looks: what makes goods scrap or gives them up stands out. */
export const lookOf = (deed: Deed, first: boolean): 'danger' | 'primary' | 'plain' =>
  deed === 'approve' || deed === 'write_off' || deed === 'agree' ? 'danger' : first ? 'primary' : 'plain'

/** One answer is none to several questions. */
const fitsAll = (deed: Deed, items: readonly WaitingItem[]): boolean =>
  deed !== 'answer' || new Set(items.map(({ question }) => question)).size === 1

/** What all of these can be told at once: nothing where they are of several kinds. */
export function deedsForAll(items: readonly WaitingItem[], role: Role): readonly Deed[] {
  const [first, ...others] = items
  if (!first) return []
  return deedsOf(first.kind, role).filter(
    (deed) =>
      inBulk(deed) && fitsAll(deed, items) && others.every(({ kind }) => deedsOf(kind, role).includes(deed)),
  )
}

/** Whoever asked for scrap is not who decides it; the server says so too. */
export const isOwnRequest = ({ kind, by }: WaitingItem, badge: string | undefined): boolean =>
  (kind === 'approval' || kind === 'veto') && badge !== undefined && by === badge

/** What is said along with it. */
export interface Said {
  readonly note?: string
  readonly bin?: string
}

const given = (name: 'note' | 'answer' | 'bin', text: string | undefined) =>
  text?.trim() ? { [name]: text.trim() } : {}

/** The command that says it; null for what is no command. */
export function commandOf(item: WaitingItem, deed: Deed, { note, bin }: Said): DeskCommand | null {
  const { lpn, trackingNumber, exception } = item
  if (deed === 'settle') {
    if (!exception) return null
    const { eventId, code } = exception
    const facts = { type: 'SettleException', eventId, code, ...given('note', note) } as const
    if (lpn !== null) return { ...facts, lpn }
    return trackingNumber === null ? null : { ...facts, parcel: trackingNumber }
  }
  if (lpn === null) return null
  switch (deed) {
    case 'approve':
    case 'decline':
      return { type: 'ApproveScrap', lpn, approved: deed === 'approve', ...given('note', note) }
    case 'agree':
      return { type: 'AnswerScrap', lpn, agreed: true, ...given('note', note) }
    case 'object':
      return { type: 'AnswerScrap', lpn, agreed: false, note: note?.trim() ?? '' }
    case 'answer':
    case 'release':
      return { type: 'ReleaseUnit', lpn, ...given('answer', note) }
    case 'find':
      return { type: 'FindUnit', lpn, ...given('bin', bin) }
    case 'write_off':
      return { type: 'WriteOffUnit', lpn, ...given('note', note) }
    case 'acknowledge':
      return null
  }
}

/** How an accepted decision is taken back; null where it cannot be. */
export function undoOf(item: WaitingItem, { outcome, events }: Outcome): DeskCommand | null {
  const last = outcome === 'accepted' ? events?.at(-1) : undefined
  if (!last) return null
  const { eventId } = last
  if (item.lpn !== null) return { type: 'TakeBack', lpn: item.lpn, eventId }
  return item.trackingNumber === null ? null : { type: 'TakeBack', parcel: item.trackingNumber, eventId }
}

/** Scrap of one seller, worth so much at most, that somebody else asked for. What has no known value is looked at. */
export const scrapUpTo = (
  items: readonly WaitingItem[],
  limit: { seller: string; minor: number; currency: string },
  badge: string | undefined,
): readonly WaitingItem[] =>
  items.filter(
    (item) =>
      (item.kind === 'approval' || item.kind === 'veto') &&
      item.seller === limit.seller &&
      item.value !== null &&
      item.value.currency === limit.currency &&
      item.value.minor <= limit.minor &&
      !isOwnRequest(item, badge),
  )

/** What these are worth together, by currency. */
export function worthOf(items: readonly WaitingItem[]): { minor: number; currency: string }[] {
  const all = new Map<string, number>()
  for (const { value } of items)
    if (value) all.set(value.currency, (all.get(value.currency) ?? 0) + value.minor)
  return [...all].map(([currency, minor]) => ({ currency, minor }))
}
