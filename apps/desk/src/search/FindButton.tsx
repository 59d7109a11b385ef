import { classes } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { Search } from 'lucide-react'
import { useFind } from './find.store.ts'

/** Opens the search box; says by which key it opens as well. @param bare the sign alone, where there is little room */
export function FindButton({ bare = false }: { bare?: boolean }) {
  const { t } = useTexts()
  const show = useFind((s) => s.show)
  return (
    <button
      type="button"
      aria-label={t('find.title')}
      aria-keyshortcuts="/ Control+K"
      onClick={() => show(true)}
      className={classes(
        'flex items-center gap-2 rounded-[8px] text-s text-ink-2',
        bare
          ? 'size-10 justify-center hover:bg-line-2'
          : 'h-8 border border-edge bg-surface px-2 hover:bg-line-2 pointer-coarse:h-11',
      )}
    >
      <Search aria-hidden size={bare ? 19 : 15} className="shrink-0" />
      {!bare && (
        <>
          <span className="grow truncate text-left">{t('find.button')}</span>
          <kbd className="rounded-[4px] border border-line px-1 font-mono text-xs leading-4 text-ink-3">
            /
          </kbd>
        </>
      )}
    </button>
  )
}
