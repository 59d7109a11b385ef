import { ApiProblem } from '@restow/client'
import type { PrintJob } from '@restow/contracts'
import { REPRINT_REASONS, type ReprintReason } from '@restow/domain'
import { tell, useTexts } from '@restow/ui/floor'
import { useEffect, useState } from 'react'
import { api } from '../outbox/api.ts'
import { deviceId } from '../outbox/device.ts'
import { askPrint } from '../outbox/prints.ts'
import { drawPlates } from '../plates/draw-plates.ts'
import { printLabels } from '../plates/print.ts'
import { Over } from '../scanner/Over.tsx'
import { Press } from '../scanner/Press.tsx'
import { say, sayLook, sayNoConnection } from '../shell/verdict.store.ts'
import { labelOf } from './PrintLine.tsx'
import { usePrinting } from './printer.store.ts'
import { lookForPrints } from './watch.ts'

/** What was printed last of this unit: that is what is printed again. Undefined while it is asked for. */
function useLastPrint(lpn: string): PrintJob | null | undefined {
  const [last, setLast] = useState<PrintJob | null | undefined>()
  useEffect(() => {
    let left = false
    api
      .printJobs({ lpn, limit: '1' })
      .then(({ items }) => !left && setLast(items[0] ?? null))
      // Without the line its plate is what this device can make by itself.
      .catch(() => !left && setLast(null))
    return () => {
      left = true
    }
  }, [lpn])
  return last
}

/** The plate alone: by the printer, now or once there is a line, else by the print dialog. */
async function plateAgain(lpn: string, reason: ReprintReason): Promise<void> {
  const { printer } = usePrinting.getState()
  const labels = [{ kind: 'plate' as const, lpn }]
  if (printer) return askPrint({ labels, reason })
  printLabels(await drawPlates([lpn]))
  await askPrint({ labels, reason, printer: null })
}

async function labelAgain(job: PrintJob, reason: ReprintReason): Promise<void> {
  const { printer } = usePrinting.getState()
  const made = await api.reprint(job.id, {
    reason,
    deviceId: deviceId(),
    ...(printer ? {} : { printer: null }),
  })
  if (made.printer === null) printLabels(await api.printedPdf(made.id))
}

/** Asks why, and prints the label again: one tap or one scan. */
export function ReprintSheet({ lpn, onClose }: { lpn: string; onClose: () => void }) {
  const { t } = useTexts()
  const last = useLastPrint(lpn)
  const again = async (reason: ReprintReason) => {
    onClose()
    try {
      await (last ? labelAgain(last, reason) : plateAgain(lpn, reason))
      lookForPrints()
      say({ tone: 'right', title: tell('print.asked'), code: lpn })
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 409) sayLook(lpn, tell('print.stillToCome'))
      else sayNoConnection(lpn)
    }
  }
  return (
    <Over title={t('print.whyAgain')} close={t('button.close')} onClose={onClose}>
      <p className="text-m text-ink-2">{last ? labelOf(last) : `${t('labelKind.plate')} ${lpn}`}</p>
      <div className="grid grid-cols-2 gap-2">
        {REPRINT_REASONS.map((reason, n) => (
          <Press
            key={reason}
            codes={[`ANSWER.${n + 1}`]}
            disabled={last === undefined}
            onPress={() => void again(reason)}
          >
            {t(`reprint.${reason}`)}
          </Press>
        ))}
      </div>
    </Over>
  )
}
