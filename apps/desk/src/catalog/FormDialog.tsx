import { useTexts } from '@restow/ui/desk'
import { Action, Modal } from '@restow/ui/desk-parts'
import { type FormEvent, type ReactNode, useState } from 'react'
import { sentenceOf } from '../asking/Problem.tsx'
import { noticeEnd } from '../asking/use-ask.ts'

interface Props {
  title: string
  about: string
  /** Saves what the fields hold; what it throws is shown in words. */
  save: () => Promise<unknown>
  ready: boolean
  onDone: () => void
  onClose: () => void
  /** What the button says where it does not save but acts. */
  act?: { text: string; look: 'primary' | 'danger' }
  children?: ReactNode
}

/** A few fields in a dialog. It stays open, and says why, until the server has taken them. */
export function FormDialog({ title, about, save, ready, onDone, onClose, act, children }: Props) {
  const { t } = useTexts()
  const [wrong, setWrong] = useState('')
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setWrong('')
    try {
      await save()
      onDone()
    } catch (error) {
      noticeEnd(error)
      setWrong(sentenceOf(error))
      setBusy(false)
    }
  }
  return (
    <Modal title={title} about={about} close={t('button.close')} onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-3.5 pt-2">
        {children}
        <p role="alert" className="text-s font-semibold text-wrong empty:hidden">
          {wrong}
        </p>
        <div className="flex justify-end gap-2 pt-1">
          <Action onClick={onClose}>{t('button.cancel')}</Action>
          <Action type="submit" look={act?.look ?? 'primary'} disabled={busy || !ready}>
            {act?.text ?? t(busy ? 'setUp.saving' : 'button.save')}
          </Action>
        </div>
      </form>
    </Modal>
  )
}

/** A field left empty is a thing not known. */
export const orNull = (text: string): string | null => text.trim() || null
