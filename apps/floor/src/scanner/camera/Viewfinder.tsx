import { classes } from '@restow/ui'
import { useTexts } from '@restow/ui/floor'
import { Flashlight, FlashlightOff, SwitchCamera } from 'lucide-react'
import type { ReactNode } from 'react'
import { useCommandCodes } from '../bus.ts'
import { Press } from '../Press.tsx'
import type { Live } from './use-stream.ts'

function Tool({ name, onPress, children }: { name: string; onPress: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      aria-label={name}
      onClick={onPress}
      className="grid size-14 place-items-center rounded-full bg-black/60 text-white"
    >
      {children}
    </button>
  )
}

/** The torch, where there is one, and the next camera, where there are several. */
function Tools({ live }: { live: Live }) {
  const { t } = useTexts()
  const { torch, toggleTorch, cameras, nextCamera } = live
  useCommandCodes(['TORCH'], toggleTorch, torch !== null)
  useCommandCodes(['LENS'], nextCamera, cameras.length > 1)
  return (
    <div className="absolute inset-x-2 bottom-2 flex justify-between">
      {torch === null ? (
        <span />
      ) : (
        <Tool name={t(torch ? 'camera.torchOff' : 'camera.torchOn')} onPress={toggleTorch}>
          {torch ? <FlashlightOff aria-hidden size={24} /> : <Flashlight aria-hidden size={24} />}
        </Tool>
      )}
      {cameras.length > 1 && (
        <Tool name={t('camera.next')} onPress={nextCamera}>
          <SwitchCamera aria-hidden size={24} />
        </Tool>
      )}
    </div>
  )
}

/** Four corners to aim with: what is in their middle is what is read. */
function Aim() {
  const corner = 'absolute size-8 border-white'
  return (
    <div aria-hidden className="absolute inset-x-[12%] inset-y-[22%]">
      <span className={classes(corner, 'top-0 left-0 rounded-tl-m border-t-4 border-l-4')} />
      <span className={classes(corner, 'top-0 right-0 rounded-tr-m border-t-4 border-r-4')} />
      <span className={classes(corner, 'bottom-0 left-0 rounded-bl-m border-b-4 border-l-4')} />
      <span className={classes(corner, 'right-0 bottom-0 rounded-br-m border-r-4 border-b-4')} />
    </div>
  )
}

interface Props {
  live: Live
  /** Something to aim with is drawn over the picture. */
  aim?: boolean
  className?: string
}

/** The live picture, or what stands in its way and what to do about it. */
export function Viewfinder({ live, aim = false, className }: Props) {
  const { t } = useTexts()
  if (live.obstacle)
    return (
      <div
        role="alert"
        className="flex flex-col gap-3 rounded-m border border-l-8 border-line border-l-look bg-surface p-3.5"
      >
        <p className="text-l font-semibold">{t(`camera.${live.obstacle}`)}</p>
        {live.obstacle !== 'insecure' && (
          <Press codes={['RETRY']} onPress={live.retry}>
            {t('button.retry')}
          </Press>
        )}
      </div>
    )
  return (
    <div className={classes('relative overflow-hidden rounded-m bg-black', className)}>
      <video
        ref={live.video}
        muted
        playsInline
        aria-label={t('camera.picture')}
        className="absolute inset-0 size-full object-cover"
      />
      {!live.stream && (
        <p className="absolute inset-0 grid place-items-center text-m text-white">{t('camera.starting')}</p>
      )}
      {aim && <Aim />}
      <Tools live={live} />
    </div>
  )
}
