import { photoAddress } from '@restow/client'
import { classes } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { Action, Card, Modal } from '@restow/ui/desk-parts'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { wordOf } from '../shell/words.ts'
import { Key } from './Key.tsx'

export interface Shot {
  readonly sha256: string
  readonly angle: string
}
interface Props {
  about: string
  photos: readonly Shot[]
  /** Which one is seen large over the page; null for none. */
  large: number | null
  onLarge: (at: number | null) => void
}

function Large({ about, photos, at, onLarge }: Omit<Props, 'large'> & { at: number }) {
  const { t } = useTexts()
  const onKey = useRef((_key: string) => {})
  onKey.current = (key) => {
    if (key === 'ArrowLeft' || key === 'k') turn(-1)
    if (key === 'ArrowRight' || key === 'j') turn(1)
    if (key === 'p') onLarge(null)
  }
  useEffect(() => {
    const hear = ({ key }: KeyboardEvent) => onKey.current(key)
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  }, [])
  const turn = (by: number) => onLarge((at + by + photos.length) % photos.length)
  const photo = photos[at]
  if (!photo) return null
  const angle = wordOf('angle', photo.angle)
  return (
    <Modal
      wide
      title={t('unit.photoNumber', { n: at + 1, all: photos.length, angle })}
      about={about}
      close={t('button.close')}
      onClose={() => onLarge(null)}
    >
      <div className="flex flex-col gap-3">
        <img
          src={photoAddress(photo.sha256, 'view')}
          alt={t('unit.photo', { angle })}
          className="max-h-[72dvh] min-h-48 w-full rounded-m bg-line-2 object-contain"
        />
        {photos.length > 1 && (
          <div className="flex gap-2">
            <Action
              aria-label={t('unit.previousPhoto')}
              onClick={() => turn(-1)}
              icon={<ChevronLeft aria-hidden size={16} />}
            />
            <Action
              aria-label={t('unit.nextPhoto')}
              onClick={() => turn(1)}
              icon={<ChevronRight aria-hidden size={16} />}
            />
          </div>
        )}
      </div>
    </Modal>
  )
}

/** What it looks like: all photos in a row, each opening large. */
export function Photos({ about, photos, large, onLarge }: Props) {
  const { t } = useTexts()
  return (
    <Card title={t('unit.photos')} aside={photos.length > 0 && <Key name="p" />}>
      {photos.length === 0 ? (
        <p className="px-3.5 pb-3.5 text-s text-ink-2">{t('unit.noPhotos')}</p>
      ) : (
        <ul className="grid grid-cols-3 gap-2 px-3.5 pb-3.5">
          {photos.map(({ sha256, angle }, n) => (
            <li key={sha256} className={classes(photos.length === 1 && 'col-span-2')}>
              <button type="button" onClick={() => onLarge(n)} className="block w-full text-left">
                <img
                  src={photoAddress(sha256, 'thumb')}
                  alt={t('unit.photo', { angle: wordOf('angle', angle) })}
                  loading="lazy"
                  className="aspect-square w-full rounded-[10px] border border-line bg-line-2 object-cover hover:opacity-85"
                />
              </button>
            </li>
          ))}
        </ul>
      )}
      {large !== null && <Large {...{ about, photos, onLarge }} at={large} />}
    </Card>
  )
}
