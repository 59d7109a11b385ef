import type { WaitingBoard } from '@restow/contracts'
import type { WaitingKind } from '@restow/domain'
import { classes } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import {
  FileWarning,
  Hand,
  Hourglass,
  Inbox,
  type LucideIcon,
  PackageX,
  SearchX,
  Smartphone,
  TimerOff,
  Trash2,
  Undo2,
} from 'lucide-react'
import { useUser } from '../shell/session.store.ts'
import { span, whole } from '../shell/words.ts'
import { kindName } from './words.ts'

export const ICONS: Readonly<Record<WaitingKind, LucideIcon>> = {
  approval: Trash2,
  hold: Hand,
  exception: FileWarning,
  missing: SearchX,
  unclaimed: Hourglass,
  dropped: Undo2,
  device: Smartphone,
  hold_seller: PackageX,
  veto: TimerOff,
}

interface ChipProps {
  icon: LucideIcon
  text: string
  count: number
  oldest: string
  on: boolean
  onPick: () => void
}

function Chip({ icon: Icon, text, count, oldest, on, onPick }: ChipProps) {
  return (
    <button
      type="button"
      aria-pressed={on}
      onClick={onPick}
      className={classes(
        'flex min-w-[124px] grow basis-0 flex-col rounded-m border px-2.5 py-2 text-left transition-colors xl:min-w-0',
        on ? 'border-accent bg-accent-soft' : 'border-line bg-raised hover:bg-line-2',
      )}
    >
      <span
        className={classes(
          'flex items-center gap-1.5 text-xs font-semibold whitespace-nowrap',
          on ? 'text-accent' : 'text-ink-2',
        )}
      >
        <Icon aria-hidden size={14} className="shrink-0" />
        <span className="truncate">{text}</span>
      </span>
      <span
        className={classes(
          'text-[22px] leading-[1.2] font-[650] tracking-[-.02em] tabular-nums',
          count === 0 && 'text-ink-3',
        )}
      >
        {whole(count)}
      </span>
      <span className="min-h-[1.4em] truncate text-xs text-ink-2">{oldest}</span>
    </button>
  )
}

interface Props {
  board: Pick<WaitingBoard, 'count' | 'kinds'>
  kind: WaitingKind | null
  onKind: (kind: WaitingKind | null) => void
}

/** How much waits of each kind and how old the oldest is; one of them is looked at, or all. */
export function Kinds({ board, kind, onKind }: Props) {
  const { t } = useTexts()
  const oldest = (seconds: number | null) =>
    seconds === null ? '' : t('waiting.oldest', { span: span(seconds) })
  const { role } = useUser()
  const isForSellers = (one: WaitingKind) => one === 'hold_seller' || one === 'veto'
  const own = board.kinds.filter((one) => role === 'seller' || !isForSellers(one.kind))
  // Few sellers have agreed on a time to object: staff see it where one runs.
  const shown = board.kinds.filter(
    (one) => role === 'seller' || one.kind !== 'veto' || one.count > 0 || one.kind === kind,
  )
  const ages = own.flatMap(({ oldestSeconds }) => oldestSeconds ?? [])
  return (
    <fieldset
      aria-label={t('waiting.kinds')}
      className="-mx-4 flex min-w-0 shrink-0 gap-2 overflow-x-auto px-4 py-0.5 lg:-mx-6 lg:px-6"
    >
      <Chip
        icon={Inbox}
        text={t('waiting.all')}
        count={board.count}
        oldest={oldest(ages.length === 0 ? null : Math.max(...ages))}
        on={kind === null}
        onPick={() => onKind(null)}
      />
      {shown.map((one) => (
        <Chip
          key={one.kind}
          icon={ICONS[one.kind]}
          text={kindName(one.kind, role)}
          count={one.count}
          oldest={oldest(one.oldestSeconds)}
          on={kind === one.kind}
          onPick={() => onKind(one.kind)}
        />
      ))}
    </fieldset>
  )
}
