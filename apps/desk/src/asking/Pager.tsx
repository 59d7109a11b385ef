import { useTexts } from '@restow/ui/desk'
import { Action } from '@restow/ui/desk-parts'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { whole } from '../shell/words.ts'
import type { Pages } from './use-pages.ts'

/** Which rows of a list these are, and the way to those before and after; nothing where all are shown. */
export function Pager<Row>({ pages }: { pages: Pages<Row> }) {
  const { t } = useTexts()
  const { before, items, previous, next } = pages
  if (!previous && !next) return null
  return (
    <div className="flex items-center gap-2 border-t border-line px-3.5 py-2 text-s text-ink-2">
      <span className="mr-auto">
        {t('list.range', { from: whole(before + 1), to: whole(before + items.length) })}
      </span>
      <Action
        aria-label={t('list.previous')}
        disabled={!previous}
        onClick={() => previous?.()}
        icon={<ChevronLeft aria-hidden size={16} />}
      />
      <Action
        aria-label={t('list.next')}
        disabled={!next}
        onClick={() => next?.()}
        icon={<ChevronRight aria-hidden size={16} />}
      />
    </div>
  )
}
