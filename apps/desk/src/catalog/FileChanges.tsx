import { useTexts } from '@restow/ui/desk'
import type { ReactNode } from 'react'
import { whole } from '../shell/words.ts'

interface Props {
  title: string
  count: number
  /** What is to be looked at first stands open. */
  open?: boolean
  children: readonly ReactNode[]
}

/** One kind of change: its lines, the first of them by name. */
export function Some({ title, count, open = false, children }: Props) {
  const { t } = useTexts()
  if (count === 0) return null
  return (
    <details open={open} className="rounded-m border border-line">
      <summary className="cursor-pointer px-3.5 py-2 text-s font-semibold">
        {title} · {whole(count)}
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys */}
      <ul tabIndex={0} aria-label={title} className="max-h-[240px] overflow-y-auto border-t border-line py-1">
        {children}
        {count > children.length && (
          <li className="px-3.5 py-1 text-s text-ink-2">
            {t('layout.more', { count: whole(count - children.length) })}
          </li>
        )}
      </ul>
    </details>
  )
}

export function Line({ code, children }: { code: string; children?: ReactNode }) {
  return (
    <li className="flex flex-wrap gap-x-3 px-3.5 py-1 text-s">
      <span className="min-w-0 font-mono font-semibold [overflow-wrap:anywhere]">{code}</span>
      <span className="min-w-0 text-ink-2 [overflow-wrap:anywhere]">{children}</span>
    </li>
  )
}
