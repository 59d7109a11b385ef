import { Code } from '@restow/ui'
import { useTexts } from '@restow/ui/floor'
import { go, unitPath } from '../shell/go.ts'

interface Plate {
  readonly lpn: string
  readonly title: string | null
  readonly note?: string
}

/** Plates under a heading; each leads to its unit. Nothing where there are none. */
export function Plates({ title, plates }: { title: string; plates: readonly Plate[] }) {
  const { t } = useTexts()
  if (plates.length === 0) return null
  return (
    <section>
      <h2 className="text-s font-semibold text-ink-2">{title}</h2>
      <ul>
        {plates.map(({ lpn, title: product, note }) => (
          <li key={lpn} className="border-t border-line">
            <button
              type="button"
              onClick={() => go(unitPath(lpn))}
              className="flex min-h-touch w-full flex-col justify-center py-1 text-left"
            >
              <span className="flex w-full items-baseline gap-2">
                <Code value={lpn} className="grow" />
                {note && <span className="shrink-0 text-s text-ink-2">{note}</span>}
              </span>
              <span className="block max-w-full truncate text-s text-ink-2">
                {product ?? t('unit.unknownProduct')}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
