import { TRIGGER_TEST } from '@restow/barcodes'
import { useTexts } from '@restow/ui/floor'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useScans } from '../scanner/bus.ts'
import { Press } from '../scanner/Press.tsx'
import { setTrigger, useTrigger } from '../scanner/trigger.store.ts'
import { feel } from '../shell/feedback.ts'
import { Screen } from '../shell/Screen.tsx'
import { Arrived } from './Arrived.tsx'
import type { Heard } from './heard.ts'
import { type Learned, learn } from './learn.ts'
import { Settings } from './Settings.tsx'
import { visible } from './signs.ts'
import { TestCode } from './TestCode.tsx'
import { useHeard } from './useHeard.ts'

const NOTHING: Learned = { prefix: '', standInKeys: [], standInTexts: [], isLost: false }
const united = (known: readonly string[], more: readonly string[]) => [...new Set([...known, ...more])]

/** Keeps what the test code has told of the scanner; what stands before it is only offered. */
function useLearning(heard: Heard | null): Learned {
  const [learned, setLearned] = useState<Learned>(NOTHING)
  useEffect(() => {
    if (!heard) return
    const found = learn(heard.signs, TRIGGER_TEST) ?? NOTHING
    setLearned(found)
    const { standInKeys, standInTexts } = useTrigger.getState()
    if (found.standInKeys.length + found.standInTexts.length > 0)
      setTrigger({
        standInKeys: united(standInKeys, found.standInKeys),
        standInTexts: united(standInTexts, found.standInTexts),
      })
  }, [heard])
  return learned
}

/** A key that is asked for is taken as the group separator's; Enter and Tab end scans and cannot be it. */
function useAsking() {
  const [asking, setAsking] = useState(false)
  const isAsking = useRef(false)
  isAsking.current = asking
  const onKey = useCallback((raw: string) => {
    if (!isAsking.current || raw === 'Enter' || raw === 'Tab') return false
    const { standInKeys, standInTexts } = useTrigger.getState()
    setTrigger(
      raw.length > 1
        ? { standInKeys: united(standInKeys, [raw]) }
        : { standInTexts: united(standInTexts, [raw]) },
    )
    setAsking(false)
    feel('right')
    return true
  }, [])
  return { asking, onAsk: () => setAsking((on) => !on), onKey }
}

function Told({ learned }: { learned: Learned }) {
  const { t } = useTexts()
  const { prefix } = useTrigger()
  const found = [...learned.standInKeys, ...learned.standInTexts].map(visible).join(', ')
  return (
    <>
      {found !== '' && <p className="text-l font-semibold">{t('trigger.learned', { what: found })}</p>}
      {learned.isLost && <p className="text-l font-semibold text-wrong">{t('trigger.noSeparator')}</p>}
      {learned.prefix !== '' && learned.prefix !== prefix && (
        <Press onPress={() => setTrigger({ prefix: learned.prefix })}>
          {t('trigger.takePrefix', { what: learned.prefix })}
        </Press>
      )}
    </>
  )
}

/** Sets a device's scanner up: shows what it sends, sign by sign, and learns what it does in its own way. */
export function TriggerScreen() {
  const { t } = useTexts()
  const { asking, onAsk, onKey } = useAsking()
  const heard = useHeard(onKey)
  const learned = useLearning(heard)
  // Whatever is scanned here is only looked at, but for what the sheet of commands says.
  useScans(({ reading }) => {
    if (reading.command) return false
    feel('right')
    return true
  })
  return (
    <Screen title={t('trigger.title')}>
      <TestCode />
      {heard ? <Arrived heard={heard} /> : <p className="text-l text-ink-2">{t('trigger.waiting')}</p>}
      <Told learned={learned} />
      <Settings asking={asking} onAsk={onAsk} />
      <section>
        <h2 className="text-l font-semibold">{t('trigger.dataWedge')}</h2>
        <p className="text-m text-ink-2">{t('trigger.dataWedgeText')}</p>
      </section>
    </Screen>
  )
}
