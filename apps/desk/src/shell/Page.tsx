import { classes } from '@restow/ui'
import { type ReactNode, useEffect } from 'react'

interface Props {
  title: string
  /** What stands in the heading instead of the plain title. */
  heading?: ReactNode
  /** Filters and the like, right after the heading. */
  tools?: ReactNode
  /** What stands at the far right: whether it is live, downloads. */
  aside?: ReactNode
  /** The page is as high as the window, and its last card scrolls within. */
  full?: boolean
  children: ReactNode
}

/** What every page has: its heading, its tools, its content. */
export function Page({ title, heading, tools, aside, full = false, children }: Props) {
  useEffect(() => {
    document.title = `${title} · Restow`
  }, [title])
  return (
    <main
      id="content"
      tabIndex={-1}
      className={classes(
        'flex min-w-0 grow flex-col gap-4 p-4 outline-none lg:px-6 lg:py-5',
        full && 'lg:h-dvh lg:overflow-hidden',
      )}
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h1 className="min-w-0 truncate text-xl font-[650] tracking-[-.01em]">{heading ?? title}</h1>
        {tools}
        {aside && (
          <div className="ml-auto flex flex-wrap items-center gap-2 max-sm:has-[>.w-full]:w-full">
            {aside}
          </div>
        )}
      </div>
      {children}
    </main>
  )
}
