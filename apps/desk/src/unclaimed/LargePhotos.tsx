import { photoAddress } from '@restow/client'
import type { UnclaimedItem } from '@restow/contracts'
import { classes } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { Card } from '@restow/ui/desk-parts'
import { useState } from 'react'

/** Photos of the box and of what came out of it: one large, the others to choose from. */
export function LargePhotos({ item }: { item: UnclaimedItem }) {
  const { t } = useTexts()
  const photos = [...new Set([...item.photos, ...item.units.flatMap((unit) => unit.photos)])]
  const [at, setAt] = useState(0)
  const shown = photos[Math.min(at, photos.length - 1)]
  const words = (n: number) => t('unclaimed.photoOf', { n: n + 1, all: photos.length })
  return (
    <Card title={t('unclaimed.photos')}>
      {shown === undefined ? (
        <p className="px-3.5 pb-3.5 text-s text-ink-2">{t('unclaimed.noPhotos')}</p>
      ) : (
        <div className="flex flex-col gap-2 px-3.5 pb-3.5">
          <a href={photoAddress(shown, 'view')} target="_blank" rel="noreferrer" className="rounded-m">
            <img
              src={photoAddress(shown, 'view')}
              alt={words(photos.indexOf(shown))}
              className="h-[240px] w-full rounded-m bg-line-2 object-contain"
            />
          </a>
          {photos.length > 1 && (
            <ul className="flex gap-1.5 overflow-x-auto p-0.5">
              {photos.map((sha, n) => (
                <li key={sha} className="shrink-0">
                  <button
                    type="button"
                    aria-pressed={sha === shown}
                    onClick={() => setAt(n)}
                    className={classes(
                      'block overflow-hidden rounded-[10px] border-2',
                      sha === shown ? 'border-accent' : 'border-transparent',
                    )}
                  >
                    <img
                      src={photoAddress(sha, 'thumb')}
                      alt={words(n)}
                      width={56}
                      height={56}
                      className="size-14 bg-line-2 object-cover"
                    />
                  </button>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </Card>
  )
}
