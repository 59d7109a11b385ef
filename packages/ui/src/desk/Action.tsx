import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode } from 'react'
import { classes } from '../components/classes.ts'

export type ActionLook = 'plain' | 'primary' | 'danger' | 'quiet'

const LOOKS: Record<ActionLook, string> = {
  plain: 'border-line bg-surface text-ink hover:bg-line-2',
  primary: 'border-accent bg-accent text-accent-ink hover:opacity-90',
  danger: 'border-scrap bg-scrap text-mark-ink hover:opacity-90',
  quiet: 'border-transparent bg-transparent text-ink-2 hover:bg-line-2 hover:text-ink',
}

/** How a button of the desk looks; for links that look like one, too. */
export const actionClasses = (look: ActionLook = 'plain', className?: string): string =>
  classes(
    'inline-flex h-8 shrink-0 items-center justify-center gap-1.5 rounded-[8px] border px-2.5 text-s font-[550] whitespace-nowrap transition-colors',
    'disabled:cursor-not-allowed disabled:opacity-45 pointer-coarse:h-11 pointer-coarse:min-w-11',
    LOOKS[look],
    className,
  )

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: ActionLook
  icon?: ReactNode
}

/** A button for a mouse and a keyboard; it grows where fingers are all there is. */
export function Action({ look, icon, className, children, ...rest }: Props) {
  return (
    <button type="button" {...rest} className={actionClasses(look, className)}>
      {icon}
      {children}
    </button>
  )
}

interface LinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  look?: ActionLook
  icon?: ReactNode
}

/** A link out of the app, such as a download, that looks like a button. */
export function ActionLink({ look, icon, className, children, ...rest }: LinkProps) {
  return (
    <a {...rest} className={actionClasses(look, className)}>
      {icon}
      {children}
    </a>
  )
}
