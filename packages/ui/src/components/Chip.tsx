import type { ReactNode } from 'react'
import { classes } from './classes.ts'

export type ChipLook = 'right' | 'look' | 'wrong' | 'hold' | 'plain'
const LOOKS: Record<ChipLook, string> = {
  right: 'bg-resell-soft text-resell',
  look: 'bg-refurbish-soft text-refurbish',
  wrong: 'bg-scrap-soft text-scrap',
  hold: 'bg-hold-soft text-hold',
  plain: 'bg-line-2 text-ink-2',
}

/** A short word on a soft ground. */
export function Chip({ look = 'plain', children }: { look?: ChipLook; children: ReactNode }) {
  return (
    <span
      className={classes(
        'inline-flex items-center gap-1 rounded-full px-2 py-1 text-s leading-none font-semibold whitespace-nowrap',
        LOOKS[look],
      )}
    >
      {children}
    </span>
  )
}
