import type { WireKnown } from '@restow/contracts'
import type { Bin, Command, ExpectedReturn, Parcel, Product, Situation } from '@restow/domain'
import { binCopy, parcelCopy, unitCopy } from './copy.store.ts'

/** What a command is judged by beside the copy of its parcel or unit: what the scan that led to it has told. */
export interface Told {
  trackingNumber?: string
  parcel?: Parcel | null
  announced?: readonly ExpectedReturn[]
  products?: readonly Product[]
  bin?: Bin
}

const NOTHING_KNOWN: WireKnown = { announced: [], sellers: {}, checklists: {} }

const named = (command: Command) =>
  command as Partial<Record<'lpn' | 'newLpn' | 'parcel' | 'tracking' | 'bin', string>>

function subjectOf(command: Command): { lpn?: string; parcel?: string } {
  if (command.type === 'AttachPhoto') return command.subject
  const { lpn, parcel } = named(command)
  return { ...(lpn === undefined ? {} : { lpn }), ...(parcel === undefined ? {} : { parcel }) }
}

/** The situation in which the rules judge a command here and now: the same that the server puts together. */
export function situationOf(command: Command, told: Told = {}): Situation {
  const { lpn, parcel: tracking } = subjectOf(command)
  const { newLpn, bin } = named(command)
  const registers = command.type === 'RegisterUnit'
  const unit = lpn === undefined || registers ? null : (unitCopy(lpn) ?? null)
  const view = parcelCopy(tracking ?? '')
  const parcel = told.parcel !== undefined ? told.parcel : (view ?? unit?.parcelState ?? null)
  const { announced, sellers, checklists } = view?.known ?? unit?.known ?? NOTHING_KNOWN
  const plate = registers ? lpn : newLpn
  return {
    parcel,
    unit,
    plateHolder: (plate !== undefined && unitCopy(plate)) || null,
    others: [],
    known: {
      trackingNumber: told.trackingNumber ?? parcel?.trackingNumber ?? tracking ?? '',
      announced: told.announced ?? announced,
      evidence: [],
      sellers,
      products: told.products ?? [],
      checklists,
      bin: told.bin ?? (bin === undefined ? null : (binCopy(bin) ?? null)),
    },
  }
}
