import { Code, classes } from '@restow/ui'
import { useTexts } from '@restow/ui/floor'
import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { onScan } from '../../shell/lead.ts'
import { VerdictCard } from '../../shell/VerdictCard.tsx'
import { useVerdict } from '../../shell/verdict.store.ts'
import { useCommandCodes } from '../bus.ts'
import { closeCamera } from './camera.store.ts'
import type { Engine } from './engine.ts'
import { readFrames } from './frames.ts'
import { openEngine } from './open-engine.ts'
import { type Live, useStream } from './use-stream.ts'
import { Viewfinder } from './Viewfinder.tsx'

/** The engine, loaded with the first camera and closed with this one. @returns null until it stands; false where none does */
function useEngine(): Engine | null | false {
  const [engine, setEngine] = useState<Engine | null | false>(null)
  useEffect(() => {
    let isOver = false
    let own: Engine | null = null
    openEngine().then(
      (opened) => {
        if (isOver) return opened.close()
        own = opened
        setEngine(opened)
      },
      () => setEngine(false),
    )
    return () => {
      isOver = true
      own?.close()
    }
  }, [])
  return engine
}

/** Reads what is held before the camera, as if a trigger had. */
function useReading({ video, stream }: Live, engine: Engine | null | false): void {
  useEffect(() => {
    if (!video.current || !stream || !engine) return
    return readFrames(video.current, engine, onScan)
  }, [video, stream, engine])
}

const EDGES = { right: 'border-l-pass', look: 'border-l-look', wrong: 'border-l-wrong' } as const

/** What became of the last scan since the camera was opened. */
function LastVerdict({ since }: { since: number }) {
  const { t } = useTexts()
  const verdict = useVerdict((s) => s.verdict)
  const last = useVerdict((s) => s.recent[0])
  const isShown = verdict && verdict.tone !== 'wrong' && verdict.at >= since
  return (
    <div role="status" aria-live="polite" className="min-h-28">
      {isShown && <VerdictCard verdict={verdict} />}
      {!isShown && last && last.at >= since && (
        <div
          className={classes(
            'rounded-[14px] border border-l-8 border-line bg-surface p-3.5',
            EDGES[last.tone],
          )}
        >
          <Code value={last.code} className="block text-code" />
          <p className="mt-1 text-l font-semibold">{last.words}</p>
        </div>
      )}
      {!isShown && !(last && last.at >= since) && <p className="text-l text-ink-2">{t('camera.aim')}</p>}
    </div>
  )
}

/**
 * The camera over whatever screen is open. What it reads goes to that screen, whose buttons command codes go on pressing;
 * it stays open for the next scan. A verdict that is wrong covers it, as it covers every screen.
 */
export function CameraSheet() {
  const { t } = useTexts()
  const live = useStream('scan')
  const engine = useEngine()
  const [since] = useState(() => Date.now())
  useCommandCodes(['CANCEL'], closeCamera, true)
  useReading(live, engine)
  return (
    <section
      role="dialog"
      aria-modal="true"
      aria-label={t('camera.title')}
      className="absolute inset-0 z-25 flex flex-col bg-ground pb-[env(safe-area-inset-bottom)]"
    >
      <div className="flex h-14 shrink-0 items-center border-b border-line bg-surface pl-3">
        <h2 className="grow text-m font-semibold">{t('camera.title')}</h2>
        <button
          type="button"
          aria-label={t('camera.close')}
          onClick={closeCamera}
          className="grid size-14 place-items-center text-ink-2"
        >
          <X aria-hidden size={24} />
        </button>
      </div>
      <div className="flex min-h-0 grow flex-col gap-3 overflow-y-auto p-3">
        <Viewfinder live={live} aim className="min-h-64 grow" />
        {engine === false && <p className="text-l font-semibold">{t('camera.noEngine')}</p>}
        <LastVerdict since={since} />
      </div>
    </section>
  )
}
