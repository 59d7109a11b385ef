import type { PrinterItem } from '@restow/contracts'
import { type LabelFacts, LabelProblem } from '@restow/labels'
import type { Queryable } from '../db/pool.ts'
import { type Asker, askedBefore, contentOf, queue } from './asking.ts'
import type { Draw } from './drawn.ts'
import { mediaFor } from './portion.ts'

/** A label for a small roll. @param text of its code, which is to be read under the bars as well */
const small = (text: string, ...words: readonly string[]): LabelFacts => ({
  kind: 'relabel',
  code: { kind: 'sku', text },
  mayBeMatrix: true,
  lines: words.map((word) => ({ text: word, as: 'title' })),
})

/**
 * The label that a printer is tried with is its own: the code on it is what devices scan to print here. It may look like
 * a shelf tag, and like something smaller, a card or a sheet where that is loaded. A code too long for the smallest roll
 * is written on it in letters.
 */
function ownLabels({ scan, name }: PrinterItem, warehouse: string): [LabelFacts, ...LabelFacts[]] {
  return [
    { kind: 'shelf', code: scan, human: name, zone: { letter: 'P', name: 'Printer' } },
    small(scan, name),
    small('TEST', scan),
    { kind: 'badge', badge: scan, name, role: 'Printer', warehouse },
    { kind: 'commands', title: name, groups: [{ title: 'Printer', codes: [{ printed: scan, text: scan }] }] },
  ]
}

/** Those that may be meant for what is loaded. */
function loadedFor({ sizes }: PrinterItem, labels: readonly LabelFacts[]): readonly LabelFacts[] {
  if (Object.keys(sizes).length === 0) return labels
  const loaded = labels.filter(({ kind }) => sizes[kind] !== undefined || sizes.any !== undefined)
  // Where sizes are named for other kinds alone, nothing is wasted by the smallest.
  return loaded.length > 0 ? loaded : labels.filter(({ kind }) => kind === 'relabel')
}

/** The first that can be drawn for what is loaded; where none can, the usual one, which then says why. */
async function labelFor(draw: Draw, printer: PrinterItem, warehouse: string): Promise<LabelFacts> {
  const own = ownLabels(printer, warehouse)
  for (const label of loadedFor(printer, own)) {
    try {
      await draw([label], mediaFor(printer, label.kind))
      return label
    } catch (error) {
      if (!(error instanceof LabelProblem)) throw error
    }
  }
  return own[0]
}

/** Queues a printer's own label. @throws 409 print_job_differs */
export async function queueTest(
  { on, draw }: { readonly on: Queryable; readonly draw: Draw },
  asker: Asker,
  printer: PrinterItem,
  id: string,
): Promise<void> {
  const content = contentOf(asker.user, { test: printer.code })
  if (await askedBefore(on, asker, id, content)) return
  const asked = {
    ...{ id, printer: printer.code, labels: [await labelFor(draw, printer, asker.warehouse)], lpns: [] },
    ...{ deviceId: null, reason: null, note: null, ofJob: null },
  }
  await queue(on, asker, asked, content)
}
