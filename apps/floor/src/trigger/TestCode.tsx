import { TRIGGER_TEST_FNC1 } from '@restow/barcodes'
import { Button } from '@restow/ui'
import { useTexts } from '@restow/ui/floor'
import { useEffect, useState } from 'react'
import { Press } from '../scanner/Press.tsx'

type Shape = 'square' | 'lines'

/** The code as a picture; whoever makes barcodes is only loaded for this page. */
async function drawn(shape: Shape): Promise<string> {
  const { code128, datamatrix, drawingSVG } = await import('bwip-js/generic')
  const options = { text: TRIGGER_TEST_FNC1, parsefnc: true, scale: 1 } as const
  const svg =
    shape === 'square'
      ? datamatrix({ ...options, bcid: 'datamatrix' }, drawingSVG())
      : code128({ ...options, bcid: 'code128', height: 20 }, drawingSVG())
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}

function useDrawing(shape: Shape): string | null {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    let gone = false
    const show = (drawing: string | null) => {
      if (!gone) setAddress(drawing)
    }
    drawn(shape).then(show, () => show(null))
    return () => {
      gone = true
    }
  }, [shape])
  return address
}

/** Over the whole screen and along its longer side, since 90 characters as lines are wide. */
function Large({ address, shape, onClose }: { address: string; shape: Shape; onClose: () => void }) {
  const { t } = useTexts()
  const size =
    shape === 'lines'
      ? 'h-[30vh] w-[92vw] portrait:h-[45vw] portrait:w-[88vh] portrait:rotate-90'
      : 'size-[70vmin]'
  return (
    <div className="fixed inset-0 z-40 bg-white">
      <img
        src={address}
        alt={t('trigger.code')}
        className={`absolute top-1/2 left-1/2 max-w-none -translate-1/2 ${size}`}
      />
      <Button className="absolute bottom-2 left-2" onClick={onClose}>
        {t('button.close')}
      </Button>
    </div>
  )
}

/** The code to try a scanner with: as a square for imagers, as lines for all. */
export function TestCode() {
  const { t } = useTexts()
  const [shape, setShape] = useState<Shape>('square')
  const [large, setLarge] = useState(false)
  const address = useDrawing(shape)
  return (
    <section className="flex flex-col gap-2 rounded-m border border-line bg-surface p-3">
      <h2 className="text-xl leading-tight font-[650]">{t('trigger.scan')}</h2>
      <p className="text-m text-ink-2">{t('trigger.scanHint')}</p>
      {address && (
        <div className="grid place-items-center rounded-m bg-white p-4">
          <img
            src={address}
            alt={t('trigger.code')}
            className={shape === 'square' ? 'size-40' : 'h-20 w-full'}
          />
        </div>
      )}
      <div className="grid grid-cols-2 gap-2">
        <Press onPress={() => setShape(shape === 'square' ? 'lines' : 'square')}>
          {t(shape === 'square' ? 'trigger.lines' : 'trigger.square')}
        </Press>
        <Press disabled={!address} onPress={() => setLarge(true)}>
          {t('trigger.large')}
        </Press>
      </div>
      {large && address && <Large address={address} shape={shape} onClose={() => setLarge(false)} />}
    </section>
  )
}
