/** The browser reads the file when it likes. */
const KEPT_MS = 120_000

/** Opens labels as a file to print from; where no tab may be opened it is saved instead. */
export function openLabels(pdf: Blob): void {
  const address = URL.createObjectURL(pdf)
  if (!window.open(address, '_blank')) {
    const link = document.createElement('a')
    link.href = address
    link.download = 'labels.pdf'
    link.click()
  }
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS)
}
