import { photoAddress } from '@restow/client'
import type { PrintJob, StoryItem } from '@restow/contracts'
import { useTexts } from '@restow/ui/desk'
import { Tag } from '@restow/ui/desk-parts'
import { Printer } from 'lucide-react'
import type { ReactNode } from 'react'
import { copyOf, PrintStateTag } from '../printing/print-columns.tsx'
import { dayAndTime, wholeMoment, wordOf } from '../shell/words.ts'
import { woven } from './woven.ts'

/** One or several events that a person reads as one: photos taken in a row are one line. */
export interface Told {
  readonly key: string
  readonly items: readonly [StoryItem, ...StoryItem[]]
}

export function gathered(story: readonly StoryItem[]): Told[] {
  const told: Told[] = []
  for (const item of story) {
    const last = told.at(-1)
    const goesOn =
      last &&
      item.type === 'PhotoAttached' &&
      last.items[0].type === item.type &&
      last.items[0].by === item.by
    if (goesOn) told[told.length - 1] = { key: last.key, items: [...last.items, item] }
    else told.push({ key: item.eventId, items: [item] })
  }
  return told
}

interface Props {
  label: string
  story: readonly StoryItem[]
  sentence: (told: Told) => string
  /** The labels that were printed of it, where the reader is told of them. */
  prints?: readonly PrintJob[]
}

interface EntryProps {
  latest: boolean
  at: string
  by: string
  /** Where it was done: the device, or the printer. */
  where: string
  children: ReactNode
}

function Entry({ latest, at, by, where, children }: EntryProps) {
  return (
    <li className="relative flex gap-3 pb-3 pl-5 last:pb-0">
      <span
        aria-hidden
        className={`absolute top-[7px] left-0 size-2 rounded-full ${latest ? 'bg-accent' : 'bg-line'}`}
      />
      <span aria-hidden className="absolute top-4 bottom-[-4px] left-[3.5px] w-px bg-line" />
      <div className="min-w-0 grow text-s break-words">{children}</div>
      <p className="max-w-[38%] shrink-0 text-right text-xs text-ink-2">
        <time dateTime={at} title={wholeMoment(at)}>
          {dayAndTime(at)}
        </time>
        <span className="block truncate text-ink-3" title={where}>
          {[by, where].filter(Boolean).join(' · ')}
        </span>
      </p>
    </li>
  )
}

/** The photos of a line, small; the gallery shows them large. */
function Shots({ items }: { items: Told['items'] }) {
  const shots = items.flatMap(({ data }) => (typeof data.sha256 === 'string' ? [data.sha256] : []))
  if (shots.length === 0) return null
  return (
    <span aria-hidden className="mt-1 flex flex-wrap gap-1">
      {shots.map((sha) => (
        <img
          key={sha}
          src={photoAddress(sha, 'thumb')}
          alt=""
          loading="lazy"
          width={40}
          height={40}
          className="size-10 rounded-[6px] bg-line-2 object-cover"
        />
      ))}
    </span>
  )
}

function Print({ job }: { job: PrintJob }) {
  const { t } = useTexts()
  const kinds = [...new Set(job.labels.map(({ kind }) => wordOf('labelKind', kind)))].join(', ')
  const copy = copyOf(job)
  return (
    <>
      <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
        <Printer aria-hidden size={13} className="shrink-0 text-ink-3" />
        {t('story.printed', { labels: kinds })}
        <PrintStateTag job={job} />
      </span>
      {copy !== '–' && <span className="text-ink-2">{copy}</span>}
    </>
  )
}

/** What happened, the latest first: who did it, where and when, with its photos and the labels that came out. */
export function Story({ label, story, sentence, prints = [] }: Props) {
  const { t } = useTexts()
  return (
    <ol aria-label={label} className="px-3.5 pb-3.5">
      {woven(gathered(story), prints)
        .toReversed()
        .map((line, index) => {
          const latest = index === 0
          if (line.kind === 'print') {
            const { job } = line
            const where = job.printer?.name ?? t('printers.byBrowser')
            return (
              <Entry key={job.id} latest={latest} at={line.at} by={job.askedBy} where={where}>
                <Print job={job} />
              </Entry>
            )
          }
          const { told } = line
          const [item] = told.items
          return (
            <Entry key={told.key} latest={latest} at={line.at} by={item.by} where={item.deviceId}>
              {sentence(told)}
              {item.performed === 'earlier' && (
                <span className="ml-2" title={t('story.earlierAt', { at: wholeMoment(item.scannedAt) })}>
                  <Tag>{t('story.earlier')}</Tag>
                </span>
              )}
              <Shots items={told.items} />
            </Entry>
          )
        })}
    </ol>
  )
}
