import type { WaitingItem } from '@restow/contracts'
import { type ExceptionCode, type WaitingKind, WOULD_LEAD_TO } from '@restow/domain'
import { tell } from '@restow/ui/desk'
import { deadline } from '../shell/deadline.ts'
import { questionSaid, shortBin, wordOf } from '../shell/words.ts'
import type { Role } from './decisions.ts'

type Facts = NonNullable<WaitingItem['exception']>['notes'][number]

const zone = (facts: Facts, name: string) => wordOf('zone', String(facts[name] ?? ''))
const bin = (facts: Facts) => shortBin(String(facts.bin ?? '')) || '–'
const of = (facts: Facts, name: string) => facts[name] ?? '–'

/** What is not as it should be, with the figures that it takes to understand it. */
const SENTENCES: Readonly<Record<ExceptionCode, (facts: Facts) => string>> = {
  bin_full: (f) =>
    tell('onRecord.bin_full', { bin: bin(f), plates: of(f, 'plates'), capacity: of(f, 'capacity') }),
  wrong_zone: (f) =>
    tell('onRecord.wrong_zone', { bin: bin(f), zone: zone(f, 'zone'), wanted: zone(f, 'wanted') }),
  photos_missing: (f) =>
    tell('onRecord.photos_missing', { angles: String(of(f, 'angles')).replaceAll('_', ' ') }),
  more_than_announced: (f) => tell('onRecord.more_than_announced', { sku: of(f, 'sku'), rma: of(f, 'rma') }),
  fewer_than_announced: (f) =>
    tell('onRecord.fewer_than_announced', {
      sku: of(f, 'sku'),
      rma: of(f, 'rma'),
      registered: of(f, 'registered'),
      announced: of(f, 'announced'),
    }),
  not_announced: () => tell('onRecord.not_announced'),
  return_cancelled: () => tell('onRecord.return_cancelled'),
  parcel_damaged: (f) =>
    tell('onRecord.parcel_damaged', { condition: wordOf('condition', String(f.condition ?? '')) }),
  missing_in_count: (f) => tell('onRecord.missing_in_count', { bin: bin(f) }),
  found_elsewhere: (f) =>
    tell('onRecord.found_elsewhere', { bin: bin(f), recorded: shortBin(String(f.recordedIn ?? '')) || '–' }),
}

/** One sentence for each that the event left on record; its word where a newer server sends one unknown here. */
export function exceptionSentences({ exception }: WaitingItem): string[] {
  if (!exception) return []
  const sentence = SENTENCES[exception.code] as ((facts: Facts) => string) | undefined
  return exception.notes.map((facts) => sentence?.(facts) ?? wordOf('exception', exception.code))
}

/** What is called by a person: the device's name, else its id. */
export const deviceName = (device: { name?: string | null; deviceId: string }): string =>
  device.name ?? device.deviceId

/** Why it waits, in a line of the list. */
export function lineOf(item: WaitingItem): string {
  const { kind, by, question, because, until, seller, dropped, device, bin: at } = item
  switch (kind) {
    case 'approval':
      return tell('waiting.askedBy', { by: by ?? '–' })
    case 'veto':
      return by === null
        ? tell('waiting.proposedLine', { until: deadline(until ?? '') })
        : tell('waiting.proposedStaff', { seller: seller ?? '–', until: deadline(until ?? '') })
    case 'hold':
    case 'hold_seller':
      return questionSaid({ question: question ?? '', because })
    case 'exception':
      return exceptionSentences(item).join(' ')
    case 'missing':
      return at ? tell('waiting.lastIn', { bin: shortBin(at) }) : tell('waiting.lastNowhere')
    case 'unclaimed':
      return tell('waiting.pastTime')
    case 'dropped':
      return dropped
        ? tell('waiting.droppedLine', {
            what: wordOf('event', WOULD_LEAD_TO[dropped.type]),
            by: dropped.droppedBy,
          })
        : ''
    case 'device':
      return device ? deviceLine(device) : ''
  }
}

function deviceLine({ unsent, refused }: NonNullable<WaitingItem['device']>): string {
  return [
    unsent > 0 && tell('waiting.unsent', { count: unsent }),
    refused > 0 && tell('waiting.refusedThere', { count: refused }),
  ]
    .filter(Boolean)
    .join(' · ')
}

/** What a kind is called: a seller is asked, where staff read who is. */
export const kindName = (kind: WaitingKind, role: Role): string =>
  role === 'seller' && (kind === 'hold_seller' || kind === 'veto')
    ? tell(`waitingOwn.${kind}`)
    : tell(`waitingKind.${kind}`)

/** What it is called by: its product, its contents, its device. */
export const titleOf = (item: WaitingItem): string => {
  if (item.device) return deviceName(item.device)
  if (item.dropped) return item.dropped.deviceName ?? item.dropped.deviceId
  return item.title ?? (item.lpn === null ? tell('parcel.title') : tell('unit.unknownProduct'))
}

export const codeOf = (item: WaitingItem): string =>
  item.lpn ?? item.trackingNumber ?? (item.dropped?.about || item.device?.deviceId || '')
