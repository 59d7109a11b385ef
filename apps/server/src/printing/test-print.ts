import type { PrinterItem } from '@restow/contracts'
import type { LabelFacts } from '@restow/labels'
import type { Queryable } from '../db/pool.ts'
import { type Asker, askedBefore, contentOf, queue } from './asking.ts'

/** The label that a printer is tried with is its own: the code on it is what devices scan to print here. */
const ownLabel = ({ scan, name }: PrinterItem): LabelFacts => ({
  kind: 'shelf',
  code: scan,
  human: name,
  zone: { letter: 'P', name: 'Printer' },
})

/** Queues a printer's own label. @throws 409 print_job_differs */
export async function queueTest(
  on: Queryable,
  asker: Asker,
  printer: PrinterItem,
  id: string,
): Promise<void> {
  const content = contentOf(asker.user, { test: printer.code })
  if (await askedBefore(on, asker, id, content)) return
  const asked = {
    ...{ id, printer: printer.code, labels: [ownLabel(printer)], lpns: [] },
    ...{ deviceId: null, reason: null, note: null, ofJob: null },
  }
  await queue(on, asker, asked, content)
}
