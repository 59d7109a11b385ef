import { ApiProblem } from '@restow/client'
import type { UnitView } from '@restow/contracts'
import { tell, useTexts } from '@restow/ui/floor'
import { type ComponentType, useEffect, useState } from 'react'
import { useParams } from 'react-router'
import { Classify } from '../classify/Classify.tsx'
import { useCopy } from '../copy/copy.store.ts'
import { loadUnit } from '../copy/load.ts'
import { Held } from '../hold/Held.tsx'
import { HoldForm } from '../hold/HoldForm.tsx'
import { Inspect } from '../inspect/Inspect.tsx'
import { Dispatch } from '../leave/Dispatch.tsx'
import { ReplacePlate } from '../plates/ReplacePlate.tsx'
import { SplitLot } from '../plates/SplitLot.tsx'
import { usePrintUnit } from '../printing/ReprintSheet.tsx'
import { layInto } from '../putaway/lay.ts'
import { PutAway } from '../putaway/PutAway.tsx'
import { FinishBench } from '../refurbish/FinishBench.tsx'
import { StartBench } from '../refurbish/StartBench.tsx'
import { useCommandCodes, useScans } from '../scanner/bus.ts'
import { Press } from '../scanner/Press.tsx'
import { ApproveScrap } from '../scrap/ApproveScrap.tsx'
import { ScrapUnit } from '../scrap/ScrapUnit.tsx'
import { Screen } from '../shell/Screen.tsx'
import { whyNot } from '../shell/sentences.ts'
import { useAtHand } from './at-hand.ts'
import { nextStepOf, UNIT_STEPS, type UnitStep } from './next-step.ts'
import { Story } from './Story.tsx'
import { takeBackUnit } from './take-back.ts'

const SCREENS: Record<UnitStep, ComponentType<{ unit: UnitView }>> = {
  inspect: Inspect,
  classify: Classify,
  putaway: PutAway,
  held: Held,
  hold: HoldForm,
  refurbish: StartBench,
  finish: FinishBench,
  approve: ApproveScrap,
  scrap: ScrapUnit,
  dispatch: Dispatch,
  replace: ReplacePlate,
  split: SplitLot,
  story: Story,
}

/** The unit at hand: bins that are scanned are for it, and UNDO takes its last step back. */
function AtHand({ unit, step }: { unit: UnitView; step: UnitStep }) {
  useAtHand(unit)
  useScans(({ reading }) => {
    if (!reading.bin) return false
    void layInto(unit, reading.bin.code)
    return true
  })
  useCommandCodes(['UNDO'], () => void takeBackUnit(unit), true)
  const printing = usePrintUnit(unit)
  // These have a button for it: of a new plate, or this one.
  const hasButton = step === 'replace' || step === 'split' || step === 'story'
  useCommandCodes(['PRINT'], printing.press, !hasButton)
  const Step = SCREENS[step]
  return (
    <>
      <Step key={`${unit.id}${step}`} unit={unit} />
      {printing.sheet}
    </>
  )
}

function useUnit(lpn: string): { unit: UnitView | undefined; failed: string; retry: () => void } {
  const unit = useCopy((s) => s.units[lpn])
  const [failed, setFailed] = useState('')
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    void attempt
    setFailed('')
    loadUnit(lpn).catch((error: unknown) => {
      setFailed(
        error instanceof ApiProblem && error.status === 404
          ? whyNot('unit_unknown', { lpn })
          : tell('verdict.noConnection'),
      )
    })
  }, [lpn, attempt])
  return { unit, failed, retry: () => setAttempt((n) => n + 1) }
}

/** A unit's screen: the one that was asked for, else the one of its next step. */
export function UnitScreen() {
  const { t } = useTexts()
  const { lpn = '', step } = useParams()
  const { unit, failed, retry } = useUnit(lpn)
  const asked = UNIT_STEPS.find((one) => one === step)
  if (unit) return <AtHand unit={unit} step={asked ?? nextStepOf(unit)} />
  return (
    <Screen title={t('unit.title')}>
      <div className="m-auto flex flex-col gap-3 text-center text-l text-ink-2">
        {failed || t('app.loading')}
        {failed && (
          <Press codes={['RETRY']} onPress={retry}>
            {t('button.retry')}
          </Press>
        )}
      </div>
    </Screen>
  )
}
