import type { PrintJob } from '@restow/contracts'
import { REPRINT_REASONS, type Unit } from '@restow/domain'
import { useTexts } from '@restow/ui/floor'
import { useState } from 'react'
import { Over } from '../scanner/Over.tsx'
import { Press } from '../scanner/Press.tsx'
import { labelFor, lastPrint, printFirst, printOnceMore, type UnitLabelKind } from './print-unit.ts'

interface Again {
  readonly kind: UnitLabelKind
  /** Undefined where there is no line to ask by. */
  readonly last: PrintJob | undefined
}

/** Prints a unit's label: at once where it never was, else once somebody has said why. */
export function usePrintUnit(unit: Unit) {
  const [again, setAgain] = useState<Again | null>(null)
  const { lpn } = unit
  const press = async () => {
    const kind = labelFor(unit)
    const last = await lastPrint(lpn, kind)
    if (last === null) await printFirst(lpn, kind)
    else setAgain({ kind, last })
  }
  const sheet = again && <ReprintSheet lpn={lpn} again={again} onClose={() => setAgain(null)} />
  return { press: () => void press(), sheet }
}

/** Asks why: one tap or one scan. */
function ReprintSheet({ lpn, again, onClose }: { lpn: string; again: Again; onClose: () => void }) {
  const { t } = useTexts()
  const { kind, last } = again
  return (
    <Over title={t('print.whyAgain')} close={t('button.close')} onClose={onClose}>
      <p className="text-m text-ink-2">
        {t(`labelKind.${kind}`)} {lpn}
      </p>
      <div className="grid grid-cols-2 gap-2">
        {REPRINT_REASONS.map((reason, n) => (
          <Press
            key={reason}
            codes={[`ANSWER.${n + 1}`]}
            onPress={() => {
              onClose()
              void printOnceMore(lpn, kind, last, reason)
            }}
          >
            {t(`reprint.${reason}`)}
          </Press>
        ))}
      </div>
    </Over>
  )
}
