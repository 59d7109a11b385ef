import { photoAddress } from '@restow/client'
import type { Angle, Unit } from '@restow/domain'
import { classes } from '@restow/ui'
import { useTexts } from '@restow/ui/floor'
import { Camera } from 'lucide-react'
import { wordOf } from '../shell/sentences.ts'
import { previewOf } from './photo.ts'
import { useCamera } from './TakePhoto.tsx'

interface ShotProps {
  lpn: string
  angle: string
  hash: string | undefined
  next: boolean
  tall: boolean
}

function Shot({ lpn, angle, hash, next, tall }: ShotProps) {
  const { t } = useTexts()
  const { open, element } = useCamera({ lpn }, angle, [`PHOTO.${angle}`])
  const word = wordOf('angle', angle)
  const take = t('inspect.take', { angle: word })
  const wanted = next ? `${take} ${t('inspect.nextShot')}` : take
  const name = hash ? t('inspect.retake', { angle: word }) : wanted
  const box = tall ? 'h-28' : 'h-18'
  return (
    <div className="min-w-0 flex-1 basis-20">
      <button
        type="button"
        onClick={open}
        aria-label={name}
        className={classes(
          'relative grid w-full place-items-center overflow-hidden rounded-m text-center text-s leading-tight',
          box,
          hash ? 'bg-ink-2' : 'border-2 border-dashed bg-surface text-ink-2',
          !hash && (next ? 'border-accent' : 'border-line'),
        )}
      >
        {hash && (
          <img
            src={previewOf(hash) ?? photoAddress(hash, 'thumb')}
            alt=""
            className="absolute inset-0 size-full object-cover"
          />
        )}
        {hash ? (
          <span className="absolute inset-x-0 bottom-0 bg-black/60 px-1.5 py-1 text-left text-white">
            {word}
          </span>
        ) : (
          <span>
            {tall && <Camera aria-hidden size={22} className="mx-auto mb-1" />}
            {word}
            {next && (
              <>
                {' '}
                <br />
                {t('inspect.nextShot')}
              </>
            )}
          </span>
        )}
      </button>
      {element}
    </div>
  )
}

interface Props {
  unit: Unit
  angles: readonly Angle[]
  missing: readonly Angle[]
  tall?: boolean
}

/** The angles that are asked for, and the shots that were taken. */
export function Shots({ unit, angles, missing, tall = false }: Props) {
  const extra = unit.photos.map((p) => p.angle).filter((angle) => !angles.some((one) => one === angle))
  const all = [...new Set<string>([...angles, ...extra])]
  if (all.length === 0) return null
  return (
    <div className="flex flex-wrap gap-2">
      {all.map((angle) => {
        const shot = unit.photos.findLast((photo) => photo.angle === angle)
        return (
          <Shot
            key={angle}
            lpn={unit.lpn}
            angle={angle}
            hash={shot?.sha256}
            next={missing[0] === angle}
            tall={tall}
          />
        )
      })}
    </div>
  )
}
