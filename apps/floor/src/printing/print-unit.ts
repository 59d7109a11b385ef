import { ApiProblem } from '@restow/client'
import type { PrintJob } from '@restow/contracts'
import type { ReprintReason, Unit } from '@restow/domain'
import { tell } from '@restow/ui/floor'
import { api } from '../outbox/api.ts'
import { deviceId } from '../outbox/device.ts'
import { askPrint } from '../outbox/prints.ts'
import { freshId } from '../outbox/uuid.ts'
import { drawPlates } from '../plates/draw-plates.ts'
import { printLabels } from '../plates/print.ts'
import { say, sayLook, sayNoConnection } from '../shell/verdict.store.ts'
import { usePrinting } from './printer.store.ts'
import { lookForPrints } from './watch.ts'

/** A unit's label, printed by hand: for the first time, or again and then with the reason. */

const BY_DECISION = { resell: 'relabel', refurbish: 'refurbish', scrap: 'scrap' } as const
export type UnitLabelKind = 'plate' | 'hold' | (typeof BY_DECISION)[keyof typeof BY_DECISION]

/** The label that goes with where the unit stands. */
export function labelFor({ held, disposition }: Pick<Unit, 'held' | 'disposition'>): UnitLabelKind {
  if (held) return 'hold'
  return disposition ? BY_DECISION[disposition] : 'plate'
}

/** The last print of that label. @returns null where there was none, undefined where there is no line to ask by */
export async function lastPrint(lpn: string, kind: UnitLabelKind): Promise<PrintJob | null | undefined> {
  try {
    const { items } = await api.printJobs({ lpn, limit: '50' })
    return items.find(({ labels }) => labels.some((label) => label.kind === kind)) ?? null
  } catch {
    return undefined
  }
}

/** In the browser's print dialog, each label on a page of its size. */
async function byDialog(lpn: string, kind: UnitLabelKind, why: { reason?: ReprintReason }): Promise<void> {
  const labels = [{ kind, lpn }]
  if (kind === 'plate') {
    // Drawn on this device, so that it needs no line.
    printLabels(await drawPlates([lpn]))
    return askPrint({ labels: [{ kind, lpn }], printer: null, ...why })
  }
  const asked = { id: freshId(Date.now()), deviceId: deviceId(), printer: null, labels, ...why }
  printLabels(await api.printedPdf((await api.askPrint(asked)).id))
}

async function print(lpn: string, kind: UnitLabelKind, why: { reason?: ReprintReason }): Promise<void> {
  if (usePrinting.getState().printer) await askPrint({ labels: [{ kind, lpn }], ...why })
  else await byDialog(lpn, kind, why)
}

async function printAgain(job: PrintJob, reason: ReprintReason): Promise<void> {
  const { printer } = usePrinting.getState()
  const where = printer ? {} : { printer: null }
  const made = await api.reprint(job.id, { reason, deviceId: deviceId(), ...where })
  if (made.printer === null) printLabels(await api.printedPdf(made.id))
}

async function said(lpn: string, printing: Promise<void>): Promise<void> {
  try {
    await printing
    lookForPrints()
    say({ tone: 'right', title: tell('print.asked'), code: lpn })
  } catch (error) {
    if (!(error instanceof ApiProblem)) sayNoConnection(lpn)
    else if (error.code === 'print_not_over') sayLook(lpn, tell('print.stillToCome'))
    else say({ tone: 'wrong', title: tell('verdict.wrong'), code: lpn, sentence: error.detail })
  }
}

/** Prints it for the first time, as far as is known. */
export const printFirst = (lpn: string, kind: UnitLabelKind): Promise<void> => said(lpn, print(lpn, kind, {}))

/** Prints it again. @param last undefined where there is no line: it waits for that then, where there is a printer */
export const printOnceMore = (
  lpn: string,
  kind: UnitLabelKind,
  last: PrintJob | undefined,
  reason: ReprintReason,
): Promise<void> => said(lpn, last ? printAgain(last, reason) : print(lpn, kind, { reason }))
