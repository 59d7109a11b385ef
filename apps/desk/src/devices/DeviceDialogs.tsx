import type { DeviceItem } from '@restow/contracts'
import { useTexts } from '@restow/ui/desk'
import { TextInput } from '@restow/ui/desk-parts'
import { useState } from 'react'
import { FormDialog } from '../catalog/FormDialog.tsx'
import { api } from '../shell/api.ts'

interface Props {
  device: DeviceItem
  onDone: () => void
  onClose: () => void
}
/** What people call it; its id where it has no name. */
export const calledBy = ({ name, deviceId }: DeviceItem): string => name ?? deviceId

export function RenameDialog({ device, onDone, onClose }: Props) {
  const { t } = useTexts()
  const [name, setName] = useState(device.name ?? '')
  return (
    <FormDialog
      title={t('devices.rename', { what: calledBy(device) })}
      about={t('devices.renameAbout')}
      save={() => api.nameDevice(device.deviceId, name.trim())}
      ready={name.trim() !== ''}
      onDone={onDone}
      onClose={onClose}
    >
      <TextInput
        label={t('setUp.name')}
        value={name}
        onValue={setName}
        hint={t('devices.nameHint')}
        maxLength={60}
      />
    </FormDialog>
  )
}

/** Asked once, with what it will do. */
export function RevokeDialog({ device, onDone, onClose }: Props) {
  const { t } = useTexts()
  return (
    <FormDialog
      title={t('devices.revokeTitle', { what: calledBy(device) })}
      about={t('devices.revokeAbout')}
      save={() => api.revokeDevice(device.deviceId)}
      ready
      onDone={onDone}
      onClose={onClose}
      act={{ text: t('devices.revoke'), look: 'danger' }}
    />
  )
}
