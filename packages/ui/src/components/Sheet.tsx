import { X } from 'lucide-react'
import { type ReactNode, useEffect, useId } from 'react'

interface Props {
  title: string
  close: string
  onClose: () => void
  children: ReactNode
  foot?: ReactNode
}

/**
 * A dialog that comes up from below and covers the screen under it. It is no modal `dialog` element, since
 * that would make the scanner's input inert: scans go on working while it is open.
 */
export function Sheet({ title, close, onClose, children, foot }: Props) {
  const heading = useId()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onClose()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [onClose])
  return (
    <div className="absolute inset-0 z-20 flex flex-col justify-end bg-black/50">
      <div
        role="dialog"
        aria-modal="true"
        aria-labelledby={heading}
        className="flex max-h-full flex-col rounded-t-l bg-ground pb-[env(safe-area-inset-bottom)]"
      >
        <div className="flex items-center gap-2 pl-3">
          <h2 id={heading} className="grow text-xl font-[650]">
            {title}
          </h2>
          <button
            type="button"
            aria-label={close}
            onClick={onClose}
            className="grid size-14 place-items-center text-ink-2"
          >
            <X aria-hidden size={24} />
          </button>
        </div>
        <div className="flex flex-col gap-3 overflow-y-auto px-3 pb-3">{children}</div>
        {foot && <div className="grid auto-cols-fr grid-flow-col gap-2 border-t border-line p-3">{foot}</div>}
      </div>
    </div>
  )
}
