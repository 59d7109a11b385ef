import type { Board, BoardName } from '@restow/client'
import { classes } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { Action } from '@restow/ui/desk-parts'
import { MonitorX } from 'lucide-react'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { useBoard } from '../boards/use-board.ts'
import { leaveWall, signOut, useSession } from '../shell/session.store.ts'
import { hangOnWall, TV_PATH, takeOffWall } from '../shell/tv.store.ts'
import { TvBins } from './TvBins.tsx'
import { TvDispositions } from './TvDispositions.tsx'
import { Reconnecting, TvHead, useIsStale } from './TvHead.tsx'
import { TvPeople } from './TvPeople.tsx'
import { TvPipeline } from './TvPipeline.tsx'
import { TvStage } from './TvStage.tsx'
import { readPlan, type TvBoard, type TvPlan, tvBoardsOf } from './tv-plan.ts'
import { useAwake } from './use-awake.ts'
import { useTurns } from './use-turns.ts'

interface ShownProps<N extends BoardName> {
  name: N
  seller: string
  turns: { at: number; of: number }
  isShown: boolean
  draw: (board: Board<N>) => ReactNode
}

/** A board of the round. All of them stay fresh, so that none is empty when its turn comes. */
function Shown<N extends TvBoard>({ name, seller, turns, isShown, draw }: ShownProps<N>) {
  const { t } = useTexts()
  const live = useBoard(name, seller)
  const stale = useIsStale(live)
  const title = t(`${name as TvBoard}.title`)
  const of = [live.board?.warehouse, seller].filter((text) => text !== undefined && text !== '') as string[]
  useEffect(() => {
    if (isShown) document.title = `${title} · Restow`
  }, [isShown, title])
  return (
    <div
      className={classes('absolute inset-0 flex flex-col gap-6 px-12 pt-6 pb-10', !isShown && 'invisible')}
    >
      <TvHead title={title} of={of} live={live} turns={turns} />
      {live.board && (
        <div className={classes('flex min-h-0 grow flex-col gap-6', stale && 'opacity-45 grayscale')}>
          {draw(live.board)}
        </div>
      )}
    </div>
  )
}

const DRAWN: { readonly [N in TvBoard]: (board: Board<N>) => ReactNode } = {
  pipeline: (board) => <TvPipeline board={board} />,
  bins: (board) => <TvBins board={board} />,
  dispositions: (board) => <TvDispositions board={board} />,
  people: (board) => <TvPeople board={board} />,
}

function Round({ plan: { boards, seconds, seller } }: { plan: TvPlan }) {
  const { t } = useTexts()
  const [at, go] = useTurns(boards.length, seconds)
  const comings = useSession((s) => s.comings)
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'ArrowRight') go(1)
      if (key === 'ArrowLeft') go(-1)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  })
  if (boards.length === 0) return <p className="p-12">{t('tv.nothing')}</p>
  return boards.map((name, i) => (
    <Shown
      key={`${name} ${comings}`}
      name={name}
      seller={seller}
      turns={{ at, of: boards.length }}
      isShown={i === at}
      draw={DRAWN[name] as (board: Board<TvBoard>) => ReactNode}
    />
  ))
}

const SEEN_MS = 3000

/** Whether a hand is at the pointer: on a wall nothing is shown that only it needs. */
function useHand(): boolean {
  const [isThere, setThere] = useState(false)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const onMove = () => {
      setThere(true)
      clearTimeout(timer)
      timer = setTimeout(() => setThere(false), SEEN_MS)
    }
    addEventListener('pointermove', onMove)
    addEventListener('pointerdown', onMove)
    return () => {
      clearTimeout(timer)
      removeEventListener('pointermove', onMove)
      removeEventListener('pointerdown', onMove)
    }
  }, [])
  return isThere
}

function Leave({ to }: { to: string }) {
  const { t } = useTexts()
  const navigate = useNavigate()
  const isScreen = useSession((s) => s.user?.role === 'screen')
  const hand = useHand()
  useEffect(() => {
    document.body.style.cursor = hand ? '' : 'none'
    return () => {
      document.body.style.cursor = ''
    }
  }, [hand])
  const leave = async () => {
    await takeOffWall()
    if (isScreen) await signOut()
    leaveWall()
    navigate(to)
  }
  return (
    <Action
      className={classes('fixed right-4 bottom-4 z-10', !hand && 'opacity-0 focus-visible:opacity-100')}
      onClick={() => void leave()}
      icon={<MonitorX aria-hidden size={15} />}
    >
      {t('live.tvOff')}
    </Action>
  )
}

/**
 * Boards on a wall, one or a round of several. It needs nobody: it stays awake, says when it is out of date, and goes on by itself
 * when the line or its session is back.
 */
export function Tv() {
  const user = useSession((s) => s.user)
  const [address] = useSearchParams()
  const plan = useMemo(() => readPlan(address), [address])
  useAwake()
  useEffect(() => {
    if (user) hangOnWall(`${TV_PATH}?${address}`)
  }, [user, address])
  const allowed = user ? tvBoardsOf(user.role) : []
  const boards = plan.boards.filter((board) => allowed.includes(board))
  return (
    <>
      <TvStage>
        {user ? (
          <Round key={boards.join()} plan={{ ...plan, boards }} />
        ) : (
          <div className="absolute inset-0 grid place-items-center">
            <Reconnecting since={0} />
          </div>
        )}
      </TvStage>
      <Leave to={boards[0] ? `/${boards[0]}` : '/'} />
    </>
  )
}
