import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import { radio } from './radio.ts'

interface Props {
  /** What stands in the square before it: its number, a letter or a sign. */
  mark: ReactNode
  on: boolean
  onPick: () => void
  children: ReactNode
  aside?: ReactNode
  disabled?: boolean
  /** `pressed` for one of several that may stand together, `checked` for one of a kind. */
  kind?: 'one' | 'several'
}

/** One answer of several: a wide button with its number, marked when it stands. */
export function Choice({ mark, on, onPick, children, aside, disabled, kind = 'one' }: Props) {
  const state = kind === 'one' ? radio(on) : { 'aria-pressed': on }
  return (
    <button
      type="button"
      {...state}
      disabled={disabled}
      onClick={onPick}
      className={classes(
        'flex w-full min-w-0 shrink-0 items-center rounded-m border py-2 text-left text-l leading-tight font-semibold transition-colors disabled:opacity-45',
        kind === 'one' ? 'min-h-15 gap-3 px-4' : 'min-h-touch gap-2 px-2.5',
        on
          ? 'border-accent bg-accent-soft shadow-[inset_0_0_0_1px_var(--accent)]'
          : 'border-line bg-surface active:bg-line-2',
      )}
    >
      <span
        aria-hidden
        className={classes(
          'grid size-7 shrink-0 place-items-center rounded-[8px] text-s',
          on ? 'bg-accent text-accent-ink' : 'bg-line-2 text-ink-2',
        )}
      >
        {mark}
      </span>
      <span className="min-w-0 grow hyphens-auto wrap-break-word">{children}</span>
      {aside}
    </button>
  )
}
