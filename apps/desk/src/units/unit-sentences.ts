import type { StoryItem } from '@restow/contracts'
import type { UnitEventData } from '@restow/domain'
import { tell } from '@restow/ui/desk'
import { deadline } from '../shell/deadline.ts'
import { questionSaid, shortBin, wordOf } from '../shell/words.ts'
import type { Told } from './Story.tsx'

type Data = UnitEventData
type Sentences = { [T in keyof Data]: (data: Data[T], told: Told) => string }

const words = (list: string, codes: readonly string[] | undefined) =>
  (codes ?? []).map((code) => wordOf(list, code)).join(', ')

export const anglesOf = ({ items }: Told): string =>
  items.map(({ data }) => wordOf('angle', typeof data.angle === 'string' ? data.angle : '')).join(', ')

function inspected({ grade, findings, note }: Data['UnitInspected']): string {
  const facts = { grade: wordOf('grade', grade), findings: words('finding', findings) }
  const said =
    findings.length > 0 ? tell('story.UnitInspectedFound', facts) : tell('story.UnitInspected', facts)
  return note ? `${said} ${tell('story.note', { note })}` : said
}

function classified(data: Data['UnitClassified']): string {
  const { disposition, route, suggested, overrideReason, approvalNeeded, vetoUntil } = data
  const said = [
    tell('story.UnitClassified', {
      disposition: wordOf('disposition', disposition),
      route: wordOf('route', route),
    }),
  ]
  if (overrideReason && suggested)
    said.push(
      tell('story.against', {
        suggested: `${wordOf('disposition', suggested.disposition)}, ${wordOf('route', suggested.route)}`,
        reason: [wordOf('override', overrideReason.code), overrideReason.note].filter(Boolean).join(' – '),
      }),
    )
  if (approvalNeeded) said.push(tell('story.approval'))
  if (vetoUntil) said.push(tell('story.veto', { until: deadline(vetoUntil) }))
  return said.join(' ')
}

/** What was on record and is done with; also of a parcel. */
export const settled = ({ code, note }: Data['ExceptionSettled']): string =>
  [tell('story.ExceptionSettled', { what: wordOf('exception', code) }), note && tell('story.note', { note })]
    .filter(Boolean)
    .join(' ')

const SENTENCES: Sentences = {
  UnitRegistered: ({ parcel, quantity }) => {
    const facts = { parcel: parcel.trackingNumber, count: quantity }
    return quantity > 1 ? tell('story.UnitRegisteredLot', facts) : tell('story.UnitRegistered', facts)
  },
  UnitSplitOff: ({ fromLpn, quantity }) => tell('story.UnitSplitOff', { lpn: fromLpn, count: quantity }),
  UnitIdentified: ({ product }) => tell('story.UnitIdentified', { title: product.title }),
  UnitClaimed: ({ seller }) => tell('story.UnitClaimed', { seller }),
  UnitForfeited: () => tell('story.UnitForfeited'),
  PhotoAttached: (_, told) => tell('story.PhotoAttached', { angles: anglesOf(told) }),
  UnitInspected: inspected,
  UnitHeld: (held) =>
    tell('story.UnitHeld', { who: wordOf('waitsFor', held.waitsFor), question: questionSaid(held) }),
  UnitReleased: ({ answer }) =>
    answer ? tell('story.UnitReleasedAnswer', { answer }) : tell('story.UnitReleased'),
  UnitClassified: classified,
  UnitPutAway: ({ bin }) => tell('story.UnitPutAway', { bin: shortBin(bin) }),
  UnitMoved: ({ bin, fromBin }) =>
    fromBin
      ? tell('story.UnitMoved', { from: shortBin(fromBin), bin: shortBin(bin) })
      : tell('story.UnitPutAway', { bin: shortBin(bin) }),
  RefurbishmentStarted: ({ route }) => tell('story.RefurbishmentStarted', { route: wordOf('route', route) }),
  RefurbishmentFinished: ({ done, minutes }) =>
    done.length > 0
      ? tell('story.RefurbishmentFinished', { minutes, done: done.join(', ') })
      : tell('story.RefurbishmentFinishedPlain', { minutes }),
  ScrapAgreed: ({ note }) =>
    [tell('story.ScrapAgreed'), note && tell('story.note', { note })].filter(Boolean).join(' '),
  ScrapObjected: ({ note }) => tell('story.ScrapObjected', { note }),
  ScrapApproved: ({ note }) =>
    [tell('story.ScrapApproved'), note && tell('story.note', { note })].filter(Boolean).join(' '),
  ScrapDeclined: ({ note }) =>
    [tell('story.ScrapDeclined'), note && tell('story.note', { note })].filter(Boolean).join(' '),
  UnitScrapped: ({ route }) => tell('story.UnitScrapped', { route: wordOf('route', route) }),
  UnitDispatched: ({ reason, reference }) =>
    tell('story.UnitDispatched', { reason: wordOf('dispatch', reason), reference }),
  UnitSplit: ({ newLpn, quantity }) => tell('story.UnitSplit', { lpn: newLpn, count: quantity }),
  PlateReplaced: ({ formerLpn }) => tell('story.PlateReplaced', { former: formerLpn }),
  UnitLost: ({ bin }) => (bin ? tell('story.UnitLostFrom', { bin: shortBin(bin) }) : tell('story.UnitLost')),
  UnitFound: ({ bin }) => (bin ? tell('story.UnitFoundIn', { bin: shortBin(bin) }) : tell('story.UnitFound')),
  UnitWrittenOff: ({ note }) =>
    [tell('story.UnitWrittenOff'), note && tell('story.note', { note })].filter(Boolean).join(' '),
  ExceptionSettled: settled,
  StepTakenBack: () => tell('story.StepTakenBack'),
}

/** The word for an event that a newer server tells and this app does not know yet. */
export const bareWord = ({ type }: StoryItem): string => wordOf('event', type)

/** What happened to a unit, as a sentence. */
export function unitSentence(told: Told): string {
  const [item] = told.items
  const sentence = SENTENCES[item.type as keyof Data] as ((data: unknown, told: Told) => string) | undefined
  try {
    return sentence ? sentence(item.data, told) : bareWord(item)
  } catch {
    // An old event may lack what its sentence names; its word is always there.
    return bareWord(item)
  }
}
