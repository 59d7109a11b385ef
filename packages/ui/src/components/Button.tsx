import { ChevronRight } from 'lucide-react'
import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { classes } from './classes.ts'

export type ButtonLook = 'plain' | 'primary' | 'danger' | 'quiet'

const LOOKS: Record<ButtonLook, string> = {
  plain: 'bg-surface border-line text-ink active:bg-line-2',
  primary: 'bg-accent border-accent text-accent-ink active:opacity-85',
  danger: 'bg-scrap border-scrap text-mark-ink active:opacity-85',
  quiet: 'bg-transparent border-transparent text-ink-2 active:bg-line-2',
}

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: ButtonLook
  icon?: ReactNode
  /** Leads on to the next screen: drawn with a chevron. */
  onward?: boolean
}

/** A button for gloved hands: at least 56 px high. */
export function Button({ look = 'plain', icon, onward, className, children, ...rest }: Props) {
  return (
    <button
      type="button"
      {...rest}
      className={classes(
        'flex min-h-touch min-w-touch items-center justify-center gap-2 rounded-m border px-4 py-2 text-center text-l leading-tight font-semibold',
        'transition-colors disabled:opacity-45 [&>svg]:shrink-0',
        LOOKS[look],
        className,
      )}
    >
      {icon}
      <span>{children}</span>
      {onward && <ChevronRight aria-hidden size={20} strokeWidth={2.5} className="-mr-1 shrink-0" />}
    </button>
  )
}
