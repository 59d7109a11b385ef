import type { DeviceItem } from '@restow/contracts'
import { useTexts } from '@restow/ui/desk'
import { Action, Empty } from '@restow/ui/desk-parts'
import { QrCode as QrIcon, Smartphone } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { ListCard } from '../asking/ListCard.tsx'
import { usePages } from '../asking/use-pages.ts'
import { api } from '../shell/api.ts'
import { Page } from '../shell/Page.tsx'
import { Demands } from './Demands.tsx'
import { RenameDialog, RevokeDialog } from './DeviceDialogs.tsx'
import { DroppedDialog } from './DroppedDialog.tsx'
import { useDeviceColumns } from './device-columns.tsx'
import { EnrolDialog } from './EnrolDialog.tsx'
import { Screens } from './Screens.tsx'

type Dialog = { kind: 'enrol' } | { kind: 'rename' | 'revoke' | 'dropped'; device: DeviceItem }

/** Handhelds tell of themselves about twice a minute. */
const REFRESH_MS = 30_000

/** The devices of the floor: who had them last, what they still keep, and which of them are in use. */
export function Devices() {
  const { t } = useTexts()
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const [enrolled, setEnrolled] = useState('')
  const pages = usePages<DeviceItem>('devices', (place, signal) => api.devices(place, signal))
  const { again } = pages
  useEffect(() => {
    const refreshing = setInterval(again, REFRESH_MS)
    return () => clearInterval(refreshing)
  }, [again])
  const close = useCallback(() => setDialog(null), [])
  const done = useCallback(() => {
    setDialog(null)
    again()
  }, [again])
  const taken = useCallback(
    (name: string) => {
      setEnrolled(name)
      done()
    },
    [done],
  )
  const columns = useDeviceColumns({
    rename: (device) => setDialog({ kind: 'rename', device }),
    revoke: (device) => setDialog({ kind: 'revoke', device }),
    showDropped: (device) => setDialog({ kind: 'dropped', device }),
    restore: ({ deviceId }) => void api.restoreDevice(deviceId).then(again, again),
  })
  const enrol = (
    <Action
      look="primary"
      onClick={() => setDialog({ kind: 'enrol' })}
      icon={<QrIcon aria-hidden size={15} />}
    >
      {t('devices.enrol')}
    </Action>
  )
  return (
    <Page
      full
      title={t('devices.title')}
      aside={
        <>
          <span role="status" className="text-s text-ink-2">
            {enrolled && t('devices.enrolled', { name: enrolled })}
          </span>
          {enrol}
        </>
      }
    >
      <Demands />
      <ListCard
        label={t('devices.title')}
        pages={pages}
        columns={columns}
        rowKey={(device) => device.deviceId}
        empty={
          <Empty icon={<Smartphone size={22} />} title={t('devices.none')} action={enrol}>
            {t('devices.noneHint')}
          </Empty>
        }
      />
      <Screens />
      {dialog?.kind === 'enrol' && <EnrolDialog onDone={taken} onClose={close} />}
      {dialog?.kind === 'rename' && <RenameDialog device={dialog.device} onDone={done} onClose={close} />}
      {dialog?.kind === 'dropped' && <DroppedDialog device={dialog.device} onClose={close} />}
      {dialog?.kind === 'revoke' && <RevokeDialog device={dialog.device} onDone={done} onClose={close} />}
    </Page>
  )
}
