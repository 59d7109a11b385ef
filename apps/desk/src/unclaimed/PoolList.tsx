import { photoAddress } from '@restow/client'
import type { UnclaimedItem } from '@restow/contracts'
import { PRINTED_FIELDS } from '@restow/domain'
import { Code, classes } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { Action, Card, Empty } from '@restow/ui/desk-parts'
import { Package, PackageCheck, SearchX } from 'lucide-react'
import { Fragment } from 'react'
import { Link } from 'react-router'
import { Pager } from '../asking/Pager.tsx'
import { ProblemNote } from '../asking/Problem.tsx'
import type { Pages } from '../asking/use-pages.ts'
import { dayAndTime } from '../shell/words.ts'
import { timeShare, timeWords } from './time.ts'

export const carrierName = (carrier: string | null): string =>
  (carrier ?? '').toUpperCase().replaceAll('_', ' ')

/** The first photo of the box or of what came out of it. */
function Picture({ item }: { item: UnclaimedItem }) {
  const [sha] = [...item.photos, ...item.units.flatMap((unit) => unit.photos)]
  const box = 'size-10 shrink-0 rounded-[10px] bg-line-2 sm:size-12'
  if (sha === undefined)
    return (
      <span aria-hidden className={classes(box, 'grid place-items-center text-ink-3')}>
        <Package size={20} />
      </span>
    )
  return (
    <img
      src={photoAddress(sha, 'thumb')}
      alt=""
      loading="lazy"
      width={48}
      height={48}
      className={classes(box, 'object-cover')}
    />
  )
}

/** Its age against its limit: how much of its time is gone. */
function Time({ item }: { item: UnclaimedItem }) {
  const share = timeShare(item)
  const close = !item.past && share > 0.8
  return (
    <span className="flex w-[88px] shrink-0 flex-col items-end gap-1 text-xs sm:w-[124px]">
      <span
        className={classes(
          'text-right font-semibold',
          item.past ? 'text-wrong' : close ? 'text-look' : 'text-ink-2',
        )}
      >
        {timeWords(item)}
      </span>
      <span aria-hidden className="h-1 w-full overflow-hidden rounded-full bg-line-2">
        <span
          className={classes(
            'block h-full rounded-full',
            item.past ? 'bg-wrong' : close ? 'bg-look' : 'bg-ink-3',
          )}
          style={{ width: `${Math.max(3, share * 100)}%` }}
        />
      </span>
      <span className="text-ink-3">{dayAndTime(item.receivedAt)}</span>
    </span>
  )
}

/** Each text by itself: one that is written from right to left, or says so, turns no other around. */
function PrintedLine({ printed }: Pick<UnclaimedItem, 'printed'>) {
  const { t } = useTexts()
  const fields = PRINTED_FIELDS.filter((field) => printed[field])
  return (
    <span className="block truncate text-xs" title={fields.map((field) => printed[field]).join('\n')}>
      {fields.length === 0 && <span className="text-ink-3">{t('unclaimed.nothingPrinted')}</span>}
      {fields.map((field, i) => (
        <Fragment key={field}>
          {i > 0 && ' · '}
          <bdi>{printed[field]}</bdi>
        </Fragment>
      ))}
    </span>
  )
}

function Row({ item, chosen, rest }: { item: UnclaimedItem; chosen: boolean; rest: string }) {
  const { t } = useTexts()
  const titles = [...new Set(item.units.map((unit) => unit.title ?? t('unit.unknownProduct')))]
  const contents =
    titles.length === 0
      ? t('unclaimed.notOpened')
      : [titles[0], titles.length > 1 && t('unclaimed.moreProducts', { n: titles.length - 1 })]
          .filter(Boolean)
          .join(' ')
  return (
    <li className="border-t border-line-2 first:border-t-0">
      <Link
        to={`/unclaimed/${encodeURIComponent(item.trackingNumber)}${rest}`}
        aria-current={chosen || undefined}
        className={classes(
          'flex min-h-[72px] items-center gap-2.5 px-3.5 py-2.5 sm:gap-3 focus-visible:outline-offset-[-3px]',
          chosen ? 'bg-accent-soft' : 'hover:bg-line-2/60',
        )}
      >
        <Picture item={item} />
        <span className="min-w-0 grow text-s">
          <span className="flex min-w-0 items-baseline gap-2">
            <Code value={item.trackingNumber} className="leading-tight font-semibold break-all sm:truncate" />
            <span className="hidden shrink-0 text-xs text-ink-2 sm:inline">{carrierName(item.carrier)}</span>
          </span>
          <PrintedLine printed={item.printed} />
          <span className="block truncate text-xs text-ink-2" title={titles.join(', ')}>
            {contents}
          </span>
        </span>
        <Time item={item} />
      </Link>
    </li>
  )
}

interface Props {
  pages: Pages<UnclaimedItem>
  chosen: string | undefined
  rest: string
  clear: (() => void) | undefined
}

function Nothing({ clear }: Pick<Props, 'clear'>) {
  const { t } = useTexts()
  return clear ? (
    <Empty
      icon={<SearchX size={22} />}
      title={t('list.nothingFits')}
      action={<Action onClick={clear}>{t('list.clear')}</Action>}
    >
      {t('list.nothingFitsHint')}
    </Empty>
  ) : (
    <Empty icon={<PackageCheck size={22} />} title={t('unclaimed.none')}>
      {t('unclaimed.noneHint')}
    </Empty>
  )
}

/** The pool, a row a parcel. Where there is no room for both, the chosen parcel takes its place. */
export function PoolList({ pages, chosen, rest, clear }: Props) {
  const { t } = useTexts()
  const { items, data, problem, loading, again } = pages
  const body = () => {
    if (problem && !loading) return <ProblemNote problem={problem} again={again} />
    if (data === undefined)
      return <p className="grid h-40 place-items-center text-s text-ink-2">{t('app.loading')}</p>
    if (items.length === 0) return <Nothing clear={clear} />
    return (
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
        tabIndex={0}
        aria-label={t('unclaimed.list')}
        className={classes(
          'min-h-0 grow overflow-auto transition-opacity focus-visible:outline-offset-[-3px]',
          loading && 'opacity-55',
        )}
      >
        <ul>
          {items.map((item) => (
            <Row
              key={`${item.trackingNumber} ${item.receivedAt}`}
              item={item}
              chosen={item.trackingNumber === chosen}
              rest={rest}
            />
          ))}
        </ul>
      </section>
    )
  }
  return (
    <Card
      className={classes(
        'min-h-0 flex-col overflow-hidden lg:max-h-full',
        chosen === undefined ? 'flex' : 'hidden xl:flex',
      )}
    >
      {body()}
      <Pager pages={pages} />
    </Card>
  )
}
