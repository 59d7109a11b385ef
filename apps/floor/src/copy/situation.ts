import { readScan } from '@restow/barcodes'
import type { WireKnown } from '@restow/contracts'
import type {
  Bin,
  Command,
  ExpectedReturn,
  LabelNumber,
  Parcel,
  Product,
  Seller,
  Situation,
  Unit,
} from '@restow/domain'
import { binCopy, parcelCopy, parcelOfLabel, unitCopy, useCopy } from './copy.store.ts'

/** What a command is judged by beside the copy of its parcel or unit: what the scan that led to it has told. */
export interface Told {
  trackingNumber?: string
  parcel?: Parcel | null
  announced?: readonly ExpectedReturn[]
  /** What a claim goes by, and whose it is. */
  evidence?: readonly ExpectedReturn[]
  sellers?: Readonly<Record<string, Seller>>
  /** What stands under each number that a scanned label may be read as. */
  label?: readonly LabelNumber[]
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

/** The label that a command scans, by what is before the screens: where nothing was told, its numbers alone. */
function labelOf(command: Command): LabelNumber[] | null {
  if (command.type !== 'ReceiveParcel' && command.type !== 'AliasParcel') return null
  return readScan(command.tracking).trackingKeys.map((number) => ({
    number,
    parcel: parcelCopy(number) ?? parcelOfLabel(number) ?? null,
    announced: [],
  }))
}

/** What came out of a parcel, as far as this device has it before it: a claim and its taking back are theirs too. */
const unitsOf = (parcel: Parcel | null): Unit[] =>
  Object.values(useCopy.getState().units).filter((unit) => unit.parcel.id === parcel?.id)

/** What a count of a bin is about, as far as this device has it before it. */
function countedIn({ bin, lpns, missing = [] }: Extract<Command, { type: 'CountBin' }>): Unit[] {
  const named = new Set([...lpns, ...missing])
  const isNamed = (unit: Unit) => unit.bin === bin || named.has(unit.lpn)
  const units = Object.values(useCopy.getState().units).filter(isNamed)
  return [...new Map(units.map((unit) => [unit.id, unit])).values()]
}

function othersOf(command: Command, parcel: Parcel | null): Unit[] {
  if (command.type === 'CountBin') return countedIn(command)
  return command.type === 'ClaimParcel' || command.type === 'TakeBack' ? unitsOf(parcel) : []
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
  const label = told.label ?? labelOf(command)
  return {
    parcel,
    unit,
    plateHolder: (plate !== undefined && unitCopy(plate)) || null,
    others: othersOf(command, parcel),
    known: {
      trackingNumber: told.trackingNumber ?? parcel?.trackingNumber ?? tracking ?? '',
      ...(label ? { label } : {}),
      announced: told.announced ?? announced,
      evidence: told.evidence ?? [],
      sellers: { ...sellers, ...told.sellers },
      products: told.products ?? [],
      checklists,
      bin: told.bin ?? (bin === undefined ? null : (binCopy(bin) ?? null)),
    },
  }
}
