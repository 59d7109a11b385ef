import type { Disposition } from '@restow/domain'
import type { ReactNode } from 'react'
import { classes } from '../components/classes.ts'
import { MARKS } from '../components/DispositionMark.tsx'

const SOFT: Record<Disposition | 'hold', string> = {
  resell: 'bg-resell-soft text-resell',
  refurbish: 'bg-refurbish-soft text-refurbish',
  scrap: 'bg-scrap-soft text-scrap',
  hold: 'bg-hold-soft text-hold',
}

/** A decision in words, with its letter on its colour. */
export function DecisionBadge({ of, children }: { of: Disposition | 'hold'; children: ReactNode }) {
  const { letter, look } = MARKS[of]
  return (
    <span
      className={classes(
        'inline-flex max-w-full items-center gap-1.5 rounded-full py-0.5 pr-2 pl-1 text-xs font-semibold whitespace-nowrap',
        SOFT[of],
      )}
    >
      <span
        aria-hidden
        className={classes(
          'grid size-4 shrink-0 place-items-center rounded-[4px] text-[11px] leading-none font-bold text-mark-ink',
          look,
        )}
      >
        {letter}
      </span>
      <span className="truncate">{children}</span>
    </span>
  )
}

export type TagLook = 'plain' | 'right' | 'look' | 'wrong' | 'hold'
const TAGS: Record<TagLook, string> = {
  plain: 'bg-line-2 text-ink-2',
  right: 'bg-resell-soft text-resell',
  look: 'bg-refurbish-soft text-refurbish',
  wrong: 'bg-scrap-soft text-scrap',
  hold: 'bg-hold-soft text-hold',
}

/** A state in a word. */
export function Tag({ look = 'plain', children }: { look?: TagLook; children: ReactNode }) {
  return (
    <span
      className={classes(
        'inline-flex items-center rounded-full px-2 py-0.5 text-xs font-semibold whitespace-nowrap',
        TAGS[look],
      )}
    >
      {children}
    </span>
  )
}
