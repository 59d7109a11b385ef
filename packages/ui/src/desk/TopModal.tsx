import * as Dialog from '@radix-ui/react-dialog'
import type { ReactNode } from 'react'

/** A box near the top of the page for one line and what it leads to. Its title is for screen readers alone. */
export function TopModal({
  title,
  onClose,
  children,
}: {
  title: string
  onClose: () => void
  children: ReactNode
}) {
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-30 bg-black/45" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed top-[10dvh] left-1/2 z-40 flex max-h-[76dvh] w-[calc(100vw-24px)] max-w-[640px] -translate-x-1/2 flex-col overflow-hidden rounded-[16px] border border-line bg-raised text-ink shadow-[0_16px_48px_rgb(0_0_0/.25)]"
        >
          <Dialog.Title className="sr-only">{title}</Dialog.Title>
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
