import type { StoryItem } from '@restow/contracts'
import { useTexts } from '@restow/ui/desk'
import { Tag } from '@restow/ui/desk-parts'
import { dayAndTime, wholeMoment } from '../shell/words.ts'

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
}

/** What happened, the latest first. */
export function Story({ label, story, sentence }: Props) {
  const { t } = useTexts()
  return (
    <ol aria-label={label} className="px-3.5 pb-3.5">
      {gathered(story)
        .toReversed()
        .map((told, index) => {
          const [item] = told.items
          return (
            <li key={told.key} className="relative flex gap-3 pb-3 pl-5 last:pb-0">
              <span
                aria-hidden
                className={`absolute top-[7px] left-0 size-2 rounded-full ${index === 0 ? 'bg-accent' : 'bg-line'}`}
              />
              <span aria-hidden className="absolute top-4 bottom-[-4px] left-[3.5px] w-px bg-line" />
              <p className="min-w-0 grow text-s break-words">
                {sentence(told)}
                {item.performed === 'earlier' && (
                  <span className="ml-2" title={t('story.earlierAt', { at: wholeMoment(item.scannedAt) })}>
                    <Tag>{t('story.earlier')}</Tag>
                  </span>
                )}
              </p>
              <p className="shrink-0 text-right text-xs text-ink-2">
                <time dateTime={item.recordedAt} title={wholeMoment(item.recordedAt)}>
                  {dayAndTime(item.recordedAt)}
                </time>
                <span className="block text-ink-3">{item.by}</span>
              </p>
            </li>
          )
        })}
    </ol>
  )
}
