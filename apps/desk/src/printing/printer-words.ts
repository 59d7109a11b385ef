import type { PrinterItem, PrintJob } from '@restow/contracts'
import type { LabelSize } from '@restow/domain'
import { tell, tellCount } from '@restow/ui/desk'
import { spanSince, wordOf } from '../shell/words.ts'

const sizeWord = (size: LabelSize): string => tell(`labelSize.${size}`)

/** What is loaded, each size once. */
export function loadedOf({ sizes }: Pick<PrinterItem, 'sizes'>): string {
  const { any, ...own } = sizes
  const loaded = [...new Set([any, ...Object.values(own)])].filter((size) => size !== undefined)
  return loaded.length === 0 ? tell('printers.usualSizes') : loaded.map(sizeWord).join(', ')
}

/** What is in a printer's way, and since when. */
export function troubleOf({ trouble, troubleSince }: Pick<PrinterItem, 'trouble' | 'troubleSince'>): string {
  if (trouble === null) return ''
  const words = wordOf('trouble', trouble)
  return troubleSince === null
    ? words
    : tell('printers.since', { what: words, span: spanSince(troubleSince) })
}

/** What is printed, in a line: the kind, and the codes of the first labels. */
export function whatOf({ labels, total }: PrintJob): string {
  const [first] = labels
  if (!first) return ''
  const kind = wordOf('labelKind', first.kind)
  return total === 1
    ? `${kind} ${first.key}`
    : `${kind} ${first.key} ${tellCount('printers.more', total - 1)}`
}
