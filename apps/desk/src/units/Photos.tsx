import { photoAddress } from '@restow/client'
import type { UnitPhoto } from '@restow/domain'
import { useTexts } from '@restow/ui/desk'
import { Action, ActionLink, Card, Modal } from '@restow/ui/desk-parts'
import { ChevronLeft, ChevronRight, Download } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { useUser } from '../shell/session.store.ts'
import { dayAndTime, wordOf } from '../shell/words.ts'

interface Props {
  /** The code of what the photos are of. */
  lpn: string
  photos: readonly UnitPhoto[]
}

function Viewer({ lpn, photos, at, onAt }: Props & { at: number; onAt: (at: number | null) => void }) {
  const { t } = useTexts()
  const { role } = useUser()
  const photo = photos[at]
  if (!photo) return null
  const turn = (by: number) => onAt((at + by + photos.length) % photos.length)
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') turn(-1)
    if (event.key === 'ArrowRight') turn(1)
  }
  const angle = wordOf('angle', photo.angle)
  return (
    <Modal
      wide
      title={t('unit.photoNumber', { n: at + 1, all: photos.length, angle })}
      about={`${lpn} · ${photo.by} · ${dayAndTime(photo.takenAt)}`}
      close={t('button.close')}
      onClose={() => onAt(null)}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrow keys are a shortcut of the buttons within */}
      <div onKeyDown={onKey} className="flex flex-col gap-3">
        <img
          src={photoAddress(photo.sha256, 'view')}
          alt={t('unit.photo', { angle })}
          className="max-h-[68dvh] min-h-48 w-full rounded-m bg-line-2 object-contain"
        />
        <div className="flex items-center gap-2">
          {photos.length > 1 && (
            <>
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
            </>
          )}
          {role !== 'operator' && (
            <ActionLink
              href={`/api/photos/${photo.sha256}/original`}
              download
              className="ml-auto"
              icon={<Download aria-hidden size={15} />}
            >
              {t('unit.original')}
            </ActionLink>
          )}
        </div>
      </div>
    </Modal>
  )
}

function Thumb({ photo, onOpen }: { photo: UnitPhoto; onOpen: () => void }) {
  const { t } = useTexts()
  const [late, setLate] = useState(false)
  const angle = wordOf('angle', photo.angle)
  return (
    <button type="button" onClick={onOpen} className="group w-[104px] text-left">
      <span className="block h-[104px] overflow-hidden rounded-m border border-line bg-line-2">
        {late ? (
          <span className="grid h-full place-items-center px-2 text-center text-xs text-ink-2">
            {t('unit.photoLate')}
          </span>
        ) : (
          <img
            src={photoAddress(photo.sha256, 'thumb')}
            alt={t('unit.photo', { angle })}
            loading="lazy"
            onError={() => setLate(true)}
            className="size-full object-cover transition-opacity group-hover:opacity-85"
          />
        )}
      </span>
      <span className="mt-1 block truncate text-xs text-ink-2" aria-hidden={!late}>
        {angle}
      </span>
    </button>
  )
}

/** The photos of a unit or parcel, each opening large. */
export function Photos({ lpn, photos }: Props) {
  const { t } = useTexts()
  const [at, setAt] = useState<number | null>(null)
  return (
    <Card title={t('unit.photos')} aside={<span className="text-s text-ink-2">{photos.length || ''}</span>}>
      <div className="flex flex-wrap gap-3 px-3.5 pb-3.5">
        {photos.length === 0 && <p className="text-s text-ink-2">{t('unit.noPhotos')}</p>}
        {photos.map((photo, index) => (
          <Thumb key={photo.sha256} photo={photo} onOpen={() => setAt(index)} />
        ))}
      </div>
      {at !== null && <Viewer lpn={lpn} photos={photos} at={at} onAt={setAt} />}
    </Card>
  )
}
