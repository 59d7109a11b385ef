import { classes } from '@restow/ui'
import type { ReactNode } from 'react'

/** What boards on a wall are made of: the same as at the desk, in letters that are read from across the hall. */

interface FigureProps {
  label: ReactNode
  value: ReactNode
  note?: ReactNode
  look?: 'plain' | 'look' | 'wrong'
}
const LOOKS = { plain: '', look: 'text-look', wrong: 'text-wrong' }

export function TvFigure({ label, value, note, look = 'plain' }: FigureProps) {
  return (
    <div className="flex min-w-0 flex-col rounded-[20px] border border-line bg-raised px-7 py-5">
      <dt className="mb-auto line-clamp-2 text-[28px] leading-[1.15] font-[550] text-ink-2">{label}</dt>
      <dd
        className={classes('truncate text-[84px] leading-[1.15] font-[650] tracking-[-.02em]', LOOKS[look])}
      >
        {value}
      </dd>
      {note !== undefined && <dd className="truncate text-[28px] text-ink-2">{note}</dd>}
    </div>
  )
}

export function TvFigures({ children }: { children: ReactNode }) {
  return <dl className="grid auto-cols-fr grid-flow-col gap-6">{children}</dl>
}

interface CardProps {
  title: ReactNode
  aside?: ReactNode
  className?: string
  children: ReactNode
}

export function TvCard({ title, aside, className, children }: CardProps) {
  return (
    <section
      className={classes(
        'flex min-h-0 min-w-0 flex-col overflow-hidden rounded-[20px] border border-line bg-raised px-8 py-5',
        className,
      )}
    >
      <div className="flex items-baseline gap-6 pb-2">
        <h2 className="min-w-0 grow truncate text-[34px] font-semibold">{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  )
}

/** Rows that share the height that there is; those that have no room are left out rather than cut. */
export function TvRows({ children }: { children: ReactNode }) {
  return <ul className="flex min-h-0 grow flex-col justify-evenly">{children}</ul>
}

interface BarProps {
  parts: readonly { readonly key: string; readonly count: number; readonly colour: string }[]
  of: number
}

/** A bar in parts, as long as they are of the whole. */
export function TvBar({ parts, of }: BarProps) {
  return (
    <span aria-hidden className="flex h-7 min-w-0 grow gap-0.5 overflow-hidden rounded-full bg-line-2">
      {parts
        .filter(({ count }) => count > 0)
        .map(({ key, count, colour }) => (
          <span key={key} style={{ width: `${(count / Math.max(1, of)) * 100}%`, background: colour }} />
        ))}
    </span>
  )
}
