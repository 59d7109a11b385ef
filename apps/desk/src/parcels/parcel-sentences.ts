import type { ParcelEventData } from '@restow/domain'
import { tell } from '@restow/ui/desk'
import { wordOf } from '../shell/words.ts'
import type { Told } from '../units/Story.tsx'
import { anglesOf, bareWord, settled } from '../units/unit-sentences.ts'

type Data = ParcelEventData
type Sentences = { [T in keyof Data]: (data: Data[T], told: Told) => string }

/** Unicode's isolates: text that is written from right to left, or says so, turns nothing around it. */
const byItself = (text: string): string => `\u2068${text}\u2069`

const SENTENCES: Sentences = {
  ParcelReceived: ({ condition }) =>
    tell('story.ParcelReceived', { condition: wordOf('condition', condition) }),
  ParcelReported: ({ outcome, note }) => {
    const facts = { outcome: wordOf('outcome', outcome), note: note ?? '' }
    return note ? tell('story.ParcelReportedNote', facts) : tell('story.ParcelReported', facts)
  },
  UnitAdded: ({ lpn }) => tell('story.UnitAdded', { lpn }),
  UnitRemoved: ({ lpn }) => tell('story.UnitRemoved', { lpn }),
  ParcelClosed: () => tell('story.ParcelClosed'),
  ParcelReopened: () => tell('story.ParcelReopened'),
  ParcelDescribed: ({ printed }) =>
    tell('story.ParcelDescribed', { text: Object.values(printed).map(byItself).join(' · ') }),
  ParcelClaimed: ({ seller, answers }) => {
    const rma = answers.map((answer) => answer.rmaNumber).join(', ')
    return rma === ''
      ? tell('story.ParcelClaimed', { seller })
      : tell('story.ParcelClaimedAs', { seller, rma })
  },
  ParcelForfeited: ({ note }) =>
    note === null ? tell('story.ParcelForfeited') : tell('story.ParcelForfeitedNote', { note }),
  ParcelAliased: ({ raw, numbers }) => tell('story.ParcelAliased', { numbers: numbers.join(', ') || raw }),
  ParcelMatched: ({ answers }) =>
    tell('story.ParcelMatched', { returns: answers.map((a) => a.rmaNumber).join(', ') }),
  PhotoAttached: (_, told) => tell('story.PhotoAttached', { angles: anglesOf(told) }),
  ExceptionSettled: settled,
  StepTakenBack: () => tell('story.StepTakenBack'),
}

/** What happened to a parcel, as a sentence. */
export function parcelSentence(told: Told): string {
  const [item] = told.items
  const sentence = SENTENCES[item.type as keyof Data] as ((data: unknown, told: Told) => string) | undefined
  return sentence ? sentence(item.data, told) : bareWord(item)
}
