import { photoAddress } from '@restow/client'
import type { WaitingItem } from '@restow/contracts'
import { Code, classes } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { CircleAlert } from 'lucide-react'
import { useUser } from '../shell/session.store.ts'
import { money, spanSince, wholeMoment } from '../shell/words.ts'
import { ICONS } from './Kinds.tsx'
import { codeOf, kindName, lineOf, titleOf } from './words.ts'

function Picture({ item: { kind, photo } }: { item: WaitingItem }) {
  const Icon = ICONS[kind]
  const box = 'size-10 shrink-0 rounded-[10px] bg-line-2 sm:size-11'
  if (photo === null)
    return (
      <span aria-hidden className={classes(box, 'grid place-items-center text-ink-3')}>
        <Icon size={18} />
      </span>
    )
  return (
    <img
      src={photoAddress(photo, 'thumb')}
      alt=""
      loading="lazy"
      width={44}
      height={44}
      className={classes(box, 'object-cover')}
    />
  )
}

function Text({ item, refusal }: { item: WaitingItem; refusal: string | undefined }) {
  const { t } = useTexts()
  const line = lineOf(item)
  return (
    <span className="min-w-0 grow text-s">
      <span className="flex min-w-0 items-baseline gap-2">
        <span className="min-w-0 truncate font-semibold" title={titleOf(item)}>
          {titleOf(item)}
        </span>
        {(item.quantity ?? 1) > 1 && <span className="shrink-0 text-xs text-ink-2">× {item.quantity}</span>}
      </span>
      <span className="block truncate text-xs text-ink" title={line}>
        {item.kind === 'exception' && item.exception && (
          <b className="font-semibold">{t(`exception.${item.exception.code}`)} · </b>
        )}
        <bdi>{line}</bdi>
      </span>
      <span className="flex min-w-0 items-baseline gap-2 text-xs text-ink-2">
        {codeOf(item) !== '' && <Code value={codeOf(item)} className="shrink-0 max-w-full truncate" />}
        {item.seller && <span className="truncate">{item.seller}</span>}
      </span>
      {refusal !== undefined && (
        <span role="alert" className="mt-0.5 flex items-start gap-1.5 text-xs font-semibold text-wrong">
          <CircleAlert aria-hidden size={14} className="mt-0.5 shrink-0" />
          <span>{refusal}</span>
        </span>
      )}
    </span>
  )
}

interface Props {
  item: WaitingItem
  current: boolean
  /** Null: nothing can be said to it along with others. */
  picked: boolean | null
  /** There are boxes to tick beside others. */
  boxes: boolean
  refusal: string | undefined
  onOpen: () => void
  onPick: () => void
}

/** One that waits: what it is, why it waits, and since when. */
export function Row({ item, current, picked, boxes, refusal, onOpen, onPick }: Props) {
  const { t } = useTexts()
  const { role } = useUser()
  const { since, value, kind } = item
  return (
    <li
      className={classes(
        'flex items-stretch border-t border-line-2 first:border-t-0',
        current ? 'bg-accent-soft' : picked ? 'bg-line-2/60' : 'hover:bg-line-2/60',
      )}
    >
      {picked !== null && (
        <label className="grid w-10 shrink-0 place-items-center pointer-coarse:w-11">
          <input
            type="checkbox"
            checked={picked}
            onChange={onPick}
            aria-label={t('waiting.pick', { what: `${titleOf(item)} ${codeOf(item)}` })}
            className="size-4 accent-accent"
          />
        </label>
      )}
      {boxes && picked === null && <span className="w-10 shrink-0 pointer-coarse:w-11" />}
      <button
        type="button"
        data-waiting={item.id}
        aria-current={current || undefined}
        onClick={onOpen}
        className={classes(
          'flex min-h-[68px] min-w-0 grow items-center gap-3 py-2 pr-3.5 text-left focus-visible:outline-offset-[-3px]',
          !boxes && 'pl-3.5',
        )}
      >
        <Picture item={item} />
        <Text item={item} refusal={refusal} />
        <span className="flex w-[76px] shrink-0 flex-col items-end text-right text-xs sm:w-[96px]">
          <time dateTime={since} title={wholeMoment(since)} className="font-semibold tabular-nums">
            {spanSince(since)}
          </time>
          {(kind === 'approval' || kind === 'veto') && value && (
            <span className="font-mono text-ink-2">{money(value.minor, value.currency)}</span>
          )}
          <span className="unseen">{kindName(kind, role)}</span>
        </span>
      </button>
    </li>
  )
}
