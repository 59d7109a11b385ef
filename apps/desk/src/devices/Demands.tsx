import { useTexts } from '@restow/ui/desk'
import { Tick } from '@restow/ui/desk-parts'
import { useState } from 'react'
import { sentenceOf } from '../asking/Problem.tsx'
import { noticeEnd, useAsk } from '../asking/use-ask.ts'
import { api } from '../shell/api.ts'
import { useUser } from '../shell/session.store.ts'

/** Whether the warehouse takes enrolled devices only: for an admin to say, for a supervisor to know. */
export function Demands() {
  const { t } = useTexts()
  const { role } = useUser()
  const asked = useAsk('warehouse', (signal) => api.warehouse(signal))
  const [wrong, setWrong] = useState('')
  if (!asked.data) return null
  const { code: warehouse, demandsEnrolled } = asked.data
  const set = async (demands: boolean) => {
    setWrong('')
    await api.putWarehouse({ demandsEnrolled: demands }).catch((error) => {
      noticeEnd(error)
      setWrong(sentenceOf(error))
    })
    asked.again()
  }
  return (
    <div className="flex flex-wrap items-center gap-x-3 text-s text-ink-2">
      <span>{t(demandsEnrolled ? 'devices.demandsOn' : 'devices.demandsOff', { warehouse })}</span>
      {role === 'admin' ? (
        <Tick checked={demandsEnrolled} onCheck={(demands) => void set(demands)}>
          <span className="text-s">{t('devices.demands')}</span>
        </Tick>
      ) : (
        <span>{t('devices.adminOnly')}</span>
      )}
      <span role="alert" className="font-semibold text-wrong empty:hidden">
        {wrong}
      </span>
    </div>
  )
}
