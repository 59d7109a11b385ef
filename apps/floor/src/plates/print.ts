import { create } from 'zustand'

/** How labels come out: in the browser's print dialog, or as a PDF in a tab for devices that print by an app. */
export const LABELS_BY = ['dialog', 'tab'] as const
export type LabelsBy = (typeof LABELS_BY)[number]

const KEPT_AS = 'restow.labels'
/** The label is kept this long for the print dialog, which reads it when it likes. */
const KEPT_MS = 120_000

function remembered(): LabelsBy {
  const kept = globalThis.localStorage?.getItem(KEPT_AS)
  // A browser that shows no PDF in a frame cannot print one from there either.
  const shows = globalThis.navigator?.pdfViewerEnabled !== false
  return LABELS_BY.find((way) => way === kept) ?? (shows ? 'dialog' : 'tab')
}

export const useLabels = create<{ by: LabelsBy; choose: (by: LabelsBy) => void }>((set) => ({
  by: remembered(),
  choose: (by) => {
    localStorage.setItem(KEPT_AS, by)
    set({ by })
  },
}))

/** In a hidden frame, so that the screen stays where it is. */
function printInFrame(address: string): HTMLIFrameElement {
  const frame = document.createElement('iframe')
  frame.title = 'PDF'
  frame.setAttribute('aria-hidden', 'true')
  frame.style.cssText = 'position:fixed;width:0;height:0;border:0;visibility:hidden'
  frame.onload = () => frame.contentWindow?.print()
  frame.src = address
  document.body.append(frame)
  return frame
}

function openInTab(address: string): void {
  if (window.open(address, '_blank')) return
  const link = document.createElement('a')
  link.href = address
  link.download = 'plates.pdf'
  link.click()
}

/** Brings labels to paper, in the way that was chosen for this device. */
export function printLabels(pdf: Blob): void {
  const address = URL.createObjectURL(pdf)
  const frame = useLabels.getState().by === 'dialog' ? printInFrame(address) : null
  if (!frame) openInTab(address)
  setTimeout(() => {
    frame?.remove()
    URL.revokeObjectURL(address)
  }, KEPT_MS)
}
