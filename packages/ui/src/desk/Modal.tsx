import * as Dialog from '@radix-ui/react-dialog'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { classes } from '../components/classes.ts'

interface Props {
  title: ReactNode
  /** A sentence under the heading. */
  about?: ReactNode
  close: string
  onClose: () => void
  children: ReactNode
  wide?: boolean
}

/** A dialog over the page: it keeps the focus, closes on Escape, and gives the focus back. */
export function Modal({ title, about, close, onClose, children, wide = false }: Props) {
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-30 bg-black/45" />
        <Dialog.Content
          {...(about === undefined ? { 'aria-describedby': undefined } : {})}
          className={classes(
            'fixed top-1/2 left-1/2 z-40 flex max-h-[92dvh] w-[calc(100vw-24px)] -translate-x-1/2 -translate-y-1/2 flex-col rounded-[16px] border border-line bg-raised text-ink shadow-[0_16px_48px_rgb(0_0_0/.25)]',
            wide ? 'max-w-[1080px]' : 'max-w-[480px]',
          )}
        >
          <div className="flex items-start gap-3 px-5 pt-4 pb-2">
            <div className="min-w-0 grow">
              <Dialog.Title className="truncate text-l font-semibold">{title}</Dialog.Title>
              {about !== undefined && (
                <Dialog.Description className="mt-0.5 text-s text-ink-2 [overflow-wrap:anywhere]">
                  {about}
                </Dialog.Description>
              )}
            </div>
            <Dialog.Close
              aria-label={close}
              className="grid size-8 shrink-0 place-items-center rounded-[8px] text-ink-2 hover:bg-line-2 pointer-coarse:size-11"
            >
              <X aria-hidden size={18} />
            </Dialog.Close>
          </div>
          <div className="min-h-0 overflow-y-auto px-5 pt-1 pb-5">{children}</div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
