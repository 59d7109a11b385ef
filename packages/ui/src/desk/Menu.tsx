import * as Dropdown from '@radix-ui/react-dropdown-menu'
import { Check } from 'lucide-react'
import type { ReactNode } from 'react'

/** A button that opens a list of things to do. */
export function Menu({ button, children }: { button: ReactNode; children: ReactNode }) {
  return (
    <Dropdown.Root modal={false}>
      <Dropdown.Trigger asChild>{button}</Dropdown.Trigger>
      <Dropdown.Portal>
        <Dropdown.Content
          align="start"
          sideOffset={6}
          collisionPadding={8}
          className="z-40 min-w-[200px] rounded-m border border-line bg-raised p-1 text-ink shadow-[0_8px_28px_rgb(0_0_0/.18)]"
        >
          {children}
        </Dropdown.Content>
      </Dropdown.Portal>
    </Dropdown.Root>
  )
}

interface ItemProps {
  onPick: () => void
  /** For one of a kind: whether it is the one. */
  on?: boolean
  lang?: string
  children: ReactNode
}

const ITEM =
  'flex min-h-8 cursor-default items-center gap-2 rounded-[6px] px-2 text-s outline-none data-highlighted:bg-line-2 pointer-coarse:min-h-11'

export function MenuItem({ onPick, on, lang, children }: ItemProps) {
  if (on === undefined)
    return (
      <Dropdown.Item onSelect={onPick} className={ITEM}>
        {children}
      </Dropdown.Item>
    )
  return (
    <Dropdown.CheckboxItem checked={on} onSelect={onPick} lang={lang} className={ITEM}>
      <span className="grow">{children}</span>
      {on && <Check aria-hidden size={15} className="text-accent" />}
    </Dropdown.CheckboxItem>
  )
}

/** A heading within the list. */
export function MenuNote({ children }: { children: ReactNode }) {
  return (
    <Dropdown.Label className="px-2 pt-2 pb-1 text-xs font-semibold text-ink-3">{children}</Dropdown.Label>
  )
}
