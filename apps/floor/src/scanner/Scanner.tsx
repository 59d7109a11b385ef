import { useTexts } from '@restow/ui/floor'
import { useEffect, useRef } from 'react'
import { onScan } from '../shell/lead.ts'
import { startCapture } from './capture.ts'
import { onceKnown } from './early.ts'
import { keepFocus } from './focus.ts'
import { useTrigger } from './trigger.store.ts'

/**
 * The one input that all scans come through. `inputmode="none"` keeps the keyboard on the screen away and,
 * unlike `readonly`, lets a scanner insert text.
 */
export function Scanner() {
  const input = useRef<HTMLInputElement>(null)
  const { t } = useTexts()
  useEffect(() => {
    const own = input.current
    if (!own) return
    const stops = [startCapture(own, onceKnown(onScan), useTrigger.getState), keepFocus(own)]
    return () => {
      for (const stop of stops) stop()
    }
  }, [])
  return (
    <section aria-label={t('app.scanner')}>
      <input
        ref={input}
        className="scanner-input"
        aria-label={t('app.scanner')}
        tabIndex={-1}
        inputMode="none"
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        data-scanner
      />
    </section>
  )
}
