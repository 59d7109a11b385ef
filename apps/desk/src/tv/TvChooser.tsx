import { leads } from '@restow/domain'
import { useTexts } from '@restow/ui/desk'
import { Action, SelectInput, TextInput, Tick } from '@restow/ui/desk-parts'
import { MonitorUp } from 'lucide-react'
import { useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { FormDialog } from '../catalog/FormDialog.tsx'
import { becomeScreen, useUser } from '../shell/session.store.ts'
import { askForScreen, hangOnWall, takeOffWall } from '../shell/tv.store.ts'
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
  const { role } = useUser()
  const boards = tvBoardsOf(role)
  const [chosen, setChosen] = useState<readonly TvBoard[]>(boards.filter((board) => pathname === `/${board}`))
  const [seconds, setSeconds] = useState('20')
  const [name, setName] = useState<string | null>(null)
  const address = addressOf({ boards: chosen, seconds: Number(seconds), seller })
  const toggle = (board: TvBoard, on: boolean) =>
    setChosen(boards.filter((one) => (one === board ? on : chosen.includes(one))))
  const hang = async () => {
    hangOnWall(address)
    if (name === null) return
    try {
      await becomeScreen(name.trim())
    } catch (error) {
      await takeOffWall()
      throw error
    }
  }
  const show = () => {
    void askForScreen()
    navigate(address)
  }
  return (
    <FormDialog
      title={t('tv.title')}
      about={t('tv.about')}
      save={hang}
      ready={chosen.length > 0 && name?.trim() !== ''}
      onDone={show}
      onClose={onClose}
      act={{ text: t('tv.start'), look: 'primary' }}
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
      {leads(role) && <Stays name={name} onName={setName} />}
      {!canKeepAwake() && <p className="text-s text-ink-2">{t('tv.sleeps')}</p>}
    </FormDialog>
  )
}

/** Whether the browser is left there when its supervisor goes home, as a screen of this name; null: it is not. */
function Stays({ name, onName }: { name: string | null; onName: (name: string | null) => void }) {
  const { t } = useTexts()
  return (
    <div className="flex flex-col gap-2">
      <Tick checked={name !== null} onCheck={(stays) => onName(stays ? '' : null)}>
        {t('tv.stays')}
      </Tick>
      {name !== null && (
        <>
          <p className="text-s text-ink-2">{t('tv.staysAbout')}</p>
          <TextInput
            label={t('tv.screenName')}
            value={name}
            onValue={onName}
            hint={t('tv.screenNameHint')}
            maxLength={60}
          />
        </>
      )}
    </div>
  )
}
