import type { ReactNode } from 'react'
import { classes } from '../components/classes.ts'

interface Props {
  /** The heading, where the card has one; it names the region for screen readers. */
  title?: ReactNode
  /** What stands at the right of the heading. */
  aside?: ReactNode
  className?: string
  children: ReactNode
}

/** A sheet of the desk, with or without a heading. */
export function Card({ title, aside, className, children }: Props) {
  return (
    <section className={classes('min-w-0 overflow-hidden rounded-m border border-line bg-raised', className)}>
      {title !== undefined && (
        <div className="flex min-h-11 items-center gap-3 px-3.5 py-2">
          <h2 className="min-w-0 grow truncate text-m font-semibold">{title}</h2>
          {aside}
        </div>
      )}
      {children}
    </section>
  )
}

interface FigureProps {
  label: ReactNode
  value: ReactNode
  /** A smaller line under the figure. */
  note?: ReactNode
  look?: 'plain' | 'look' | 'wrong'
  size?: 'l' | 'xl'
}

const FIGURE_LOOKS = { plain: '', look: 'text-look', wrong: 'text-wrong' }

/** One big figure with its words. */
export function Figure({ label, value, note, look = 'plain', size = 'l' }: FigureProps) {
  return (
    <div className="flex min-w-0 flex-col rounded-m border border-line bg-raised px-3.5 py-3">
      <dt className="flex min-h-5 items-center truncate text-xs font-[550] text-ink-2">
        <span className="truncate">{label}</span>
      </dt>
      <dd
        className={classes(
          'truncate font-[650] tracking-[-.02em]',
          size === 'xl' ? 'text-[40px] leading-[1.2]' : 'text-[26px] leading-[1.3]',
          FIGURE_LOOKS[look],
        )}
      >
        {value}
      </dd>
      <dd
        className="line-clamp-3 min-h-[1.4em] text-xs text-ink-3"
        title={typeof note === 'string' ? note : undefined}
      >
        {note}
      </dd>
    </div>
  )
}

/** Figures side by side, as many as there is room for. */
export function Figures({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <dl
      className={classes(
        'grid grid-cols-[repeat(auto-fit,minmax(150px,1fr))] gap-3',
        // On a phone there is room for two: an odd one at the end has the line to itself.
        'max-[500px]:[&>:nth-child(odd):last-child]:col-span-full',
        className,
      )}
    >
      {children}
    </dl>
  )
}
