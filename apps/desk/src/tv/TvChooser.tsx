import { useTexts } from '@restow/ui/desk'
import { Action, Modal, SelectInput, Tick } from '@restow/ui/desk-parts'
import { MonitorUp } from 'lucide-react'
import { useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { useUser } from '../shell/session.store.ts'
import { askForScreen, hangOnWall } from '../shell/tv.store.ts'
import { addressOf, TV_SECONDS, type TvBoard, tvBoardsOf } from './tv-plan.ts'
import { canKeepAwake } from './use-awake.ts'

/** Hangs boards on a wall: which of them, and how long each. */
export function TvChooser({ seller }: { seller: string }) {
  const { t } = useTexts()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Action className="no-print" onClick={() => setOpen(true)} icon={<MonitorUp aria-hidden size={15} />}>
        {t('live.tv')}
      </Action>
      {isOpen && <Choice seller={seller} onClose={() => setOpen(false)} />}
    </>
  )
}

function Choice({ seller, onClose }: { seller: string; onClose: () => void }) {
  const { t } = useTexts()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const boards = tvBoardsOf(useUser().role)
  const [chosen, setChosen] = useState<readonly TvBoard[]>(boards.filter((board) => pathname === `/${board}`))
  const [seconds, setSeconds] = useState('20')
  const toggle = (board: TvBoard, on: boolean) =>
    setChosen(boards.filter((one) => (one === board ? on : chosen.includes(one))))
  const start = () => {
    hangOnWall()
    void askForScreen()
    navigate(addressOf({ boards: chosen, seconds: Number(seconds), seller }))
  }
  return (
    <Modal title={t('tv.title')} about={t('tv.about')} close={t('button.close')} onClose={onClose}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (chosen.length > 0) start()
        }}
      >
        <fieldset>
          <legend className="text-xs font-semibold text-ink-2">{t('tv.boards')}</legend>
          {boards.map((board) => (
            <Tick key={board} checked={chosen.includes(board)} onCheck={(on) => toggle(board, on)}>
              {t(`${board}.title`)}
            </Tick>
          ))}
        </fieldset>
        {chosen.length > 1 && (
          <SelectInput
            label={t('tv.seconds')}
            value={seconds}
            onValue={setSeconds}
            options={TV_SECONDS.map((n) => ({ value: String(n), text: t('tv.forSeconds', { n }) }))}
          />
        )}
        {chosen.length === 0 && <p className="text-s text-ink-2">{t('tv.pickOne')}</p>}
        {!canKeepAwake() && <p className="text-s text-ink-2">{t('tv.sleeps')}</p>}
        <Action type="submit" look="primary" disabled={chosen.length === 0}>
          {t('tv.start')}
        </Action>
      </form>
    </Modal>
  )
}
