import type { ReactNode } from 'react'

interface Props {
  icon: ReactNode
  title: string
  /** What to do first. */
  children?: ReactNode
  action?: ReactNode
}

/** What is shown where there is nothing yet: why, and what to do first. */
export function Empty({ icon, title, children, action }: Props) {
  return (
    <div className="flex flex-col items-center gap-2 px-6 py-14 text-center">
      <span aria-hidden className="grid size-11 place-items-center rounded-[16px] bg-line-2 text-ink-3">
        {icon}
      </span>
      <h2 className="text-m font-semibold">{title}</h2>
      {children && <p className="max-w-[46ch] text-s text-ink-2">{children}</p>}
      {action && <div className="mt-1">{action}</div>}
    </div>
  )
}
