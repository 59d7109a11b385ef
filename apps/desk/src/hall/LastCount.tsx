import type { BinCountItem } from '@restow/contracts'
import { Code } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { Tag } from '@restow/ui/desk-parts'
import { Link } from 'react-router'
import { useAsk } from '../asking/use-ask.ts'
import { api } from '../shell/api.ts'
import { dayAndTime, shortBin, wholeMoment } from '../shell/words.ts'

interface Difference {
  readonly lpn: string
  readonly words: string
  readonly look: 'wrong' | 'look'
}

function useDifferences({ missing, found, moved, strangers }: BinCountItem): Difference[] {
  const { t } = useTexts()
  const each = (lpns: readonly string[], words: string, look: Difference['look']) =>
    lpns.map((lpn) => ({ lpn, words, look }))
  return [
    ...each(missing, t('hall.countMissing'), 'wrong'),
    ...each(found, t('hall.countFound'), 'look'),
    ...moved.map(({ lpn, from }) => ({
      lpn,
      words: from ? t('hall.countMoved', { bin: shortBin(from) }) : t('hall.countFromNone'),
      look: 'look' as const,
    })),
    ...each(strangers, t('hall.countStranger'), 'wrong'),
  ]
}

const SHOWN = 8

function Count({ count }: { count: BinCountItem }) {
  const { t } = useTexts()
  const { at, by, counted, expected } = count
  const differences = useDifferences(count)
  return (
    <>
      <p className="px-3.5 pb-2 text-s text-ink-2">
        <time dateTime={at} title={wholeMoment(at)}>
          {t('hall.countedBy', { time: dayAndTime(at), by })}
        </time>
        {' · '}
        {t('hall.countedOf', { counted, expected })}
        {differences.length === 0 && ` · ${t('hall.countEven')}`}
      </p>
      <ul aria-label={t('hall.countDifferences')}>
        {differences.slice(0, SHOWN).map(({ lpn, words, look }) => (
          <li
            key={lpn}
            className="flex flex-wrap items-center gap-x-2 border-t border-line px-3.5 py-1.5 text-xs"
          >
            <Link to={`/units/${lpn}`} className="grow hover:underline">
              <Code value={lpn} />
            </Link>
            <Tag look={look}>{words}</Tag>
          </li>
        ))}
      </ul>
      {differences.length > SHOWN && (
        <p className="border-t border-line px-3.5 py-1.5 text-xs text-ink-2">
          {t('hall.countMore', { count: differences.length - SHOWN })}
        </p>
      )}
    </>
  )
}

/** When the bin was counted last, by whom, and in what it differed. @param fresh asks again when it changes */
export function LastCount({ code, fresh }: { code: string; fresh: string }) {
  const { t } = useTexts()
  const asked = useAsk(`${code} ${fresh}`, (signal) => api.binCounts(code, { limit: '1' }, signal))
  const count = asked.data?.items[0]
  if (!asked.data) return null
  return (
    <section className="border-t border-line pt-2">
      <h3 className="px-3.5 text-xs font-semibold text-ink-2">{t('hall.lastCount')}</h3>
      {count ? (
        <Count count={count} />
      ) : (
        <p className="px-3.5 pb-2 text-s text-ink-2">{t('hall.neverCounted')}</p>
      )}
    </section>
  )
}
