import { classes } from '@restow/ui'
import { type ReactNode, useEffect } from 'react'
import { useLocation } from 'react-router'
import { PrintLine } from '../printing/PrintLine.tsx'
import { CameraIcon } from '../scanner/camera/CameraDoor.tsx'
import { TopBar } from './TopBar.tsx'
import { VerdictStrip } from './VerdictCard.tsx'
import { leaveVerdictBehind, useVerdict } from './verdict.store.ts'
import { WrongVerdict } from './WrongVerdict.tsx'

/** What was said so shortly before leaving was said of what led away: it is read on the next screen. */
const JUST_SAID_MS = 400

interface Props {
  title: string
  children: ReactNode
  /** The buttons at the bottom edge, where the thumb is. */
  foot?: ReactNode
  /** A sheet over the screen. */
  over?: ReactNode
  /** The screen shows a right verdict itself. */
  ownVerdict?: boolean
}

/** What all screens have: the bar, the verdict, the content that scrolls, the camera and the buttons that do not. */
export function Screen({ title, children, foot, over, ownVerdict = false }: Props) {
  const { pathname } = useLocation()
  const verdict = useVerdict((s) => s.verdict)
  useEffect(() => {
    document.title = `${title} · Restow`
  }, [title])
  useEffect(() => {
    void pathname
    return () => leaveVerdictBehind(JUST_SAID_MS)
  }, [pathname])
  const isWrong = verdict?.tone === 'wrong'
  const isCovered = isWrong || Boolean(over)
  return (
    <>
      <TopBar title={title} />
      <PrintLine />
      <div className="relative flex min-h-0 grow flex-col">
        <div
          inert={isCovered}
          aria-hidden={isCovered || undefined}
          className={classes('flex min-h-0 grow flex-col', isWrong && 'invisible')}
        >
          <main className="flex min-h-0 grow flex-col gap-3 overflow-y-auto p-3">
            {!ownVerdict && <VerdictStrip />}
            {children}
          </main>
          <div className="flex gap-2 p-3 pt-1 pb-[max(12px,env(safe-area-inset-bottom))]">
            <CameraIcon
              size={24}
              className="min-h-touch w-14 rounded-m border border-line bg-surface text-accent active:bg-line-2"
            />
            <div className="grid grow auto-cols-fr grid-flow-col gap-2">{foot}</div>
          </div>
        </div>
        {over}
        <WrongVerdict />
      </div>
    </>
  )
}
