import { classes } from '@restow/ui'
import type { ReactNode } from 'react'
import { useCommandCodes } from '../scanner/bus.ts'

/** One of a kind, side by side. */
export function Group({ title, columns, children }: { title: string; columns: number; children: ReactNode }) {
  return (
    <section>
      <h2 className="mb-1 text-s font-semibold text-ink-2">{title}</h2>
      <div className={classes('grid gap-1.5', columns === 2 ? 'grid-cols-2' : 'grid-cols-3')}>{children}</div>
    </section>
  )
}

/** One way of several: pressed while it is the one in use. */
export function Toggle({
  on,
  onPick,
  codes,
  children,
  lang,
}: {
  on: boolean
  codes: string[]
  onPick: () => void
  children: ReactNode
  lang?: string
}) {
  useCommandCodes(codes, onPick, true)
  return (
    <button
      type="button"
      lang={lang}
      aria-pressed={on}
      onClick={onPick}
      className="min-h-touch rounded-m border border-line bg-surface px-2 text-m font-semibold aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent"
    >
      {children}
    </button>
  )
}
