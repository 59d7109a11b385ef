import type { Enrolment } from '@restow/contracts'
import { Code } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { Action, Modal, TextInput } from '@restow/ui/desk-parts'
import { useCallback, useState } from 'react'
import { FormDialog } from '../catalog/FormDialog.tsx'
import { api } from '../shell/api.ts'
import { span } from '../shell/words.ts'
import { QrCode } from './QrCode.tsx'
import { useEnrolment } from './use-enrolment.ts'

interface Props {
  onDone: (name: string) => void
  onClose: () => void
}

/** A name first, then the code to scan. It closes by itself once the device has enrolled. */
export function EnrolDialog({ onDone, onClose }: Props) {
  const { t } = useTexts()
  const [name, setName] = useState('')
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null)
  const used = useCallback(() => onDone(name.trim()), [onDone, name])
  if (enrolment)
    return (
      <Showing
        key={enrolment.id}
        {...{ enrolment, name, onClose }}
        onUsed={used}
        again={() => setEnrolment(null)}
      />
    )
  return (
    <FormDialog
      title={t('devices.enrol')}
      about={t('devices.about')}
      save={async () => setEnrolment(await api.makeEnrolment(name.trim()))}
      ready={name.trim() !== ''}
      onDone={() => {}}
      onClose={onClose}
      act={{ text: t('devices.makeCode'), look: 'primary' }}
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

interface ShowingProps {
  enrolment: Enrolment
  name: string
  onUsed: () => void
  onClose: () => void
  again: () => void
}

function Showing({ enrolment, name, onUsed, onClose, again }: ShowingProps) {
  const { t } = useTexts()
  const left = useEnrolment(enrolment.id, onUsed)
  return (
    <Modal title={name} about={t('devices.enrolAbout')} close={t('button.close')} onClose={onClose}>
      {left === 0 ? (
        <div className="flex flex-col items-center gap-3 py-6">
          <p role="alert" className="text-m font-semibold">
            {t('devices.ranOut')}
          </p>
          <Action look="primary" onClick={again}>
            {t('devices.another')}
          </Action>
        </div>
      ) : (
        <div className="flex flex-col gap-3 pt-2 text-center">
          <p className="text-m">{t('devices.scan')}</p>
          <QrCode text={enrolment.code} label={t('devices.qr')} />
          <p className="text-s break-all">
            <Code value={enrolment.code} />
          </p>
          <p className="text-s text-ink-2">{t('devices.left', { span: span(left) })}</p>
        </div>
      )}
    </Modal>
  )
}
