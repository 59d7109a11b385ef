import { Button, Field } from '@restow/ui'
import { useTexts } from '@restow/ui/floor'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useCommandCodes } from '../scanner/bus.ts'
import { Over } from '../scanner/Over.tsx'
import { onScan } from './lead.ts'

/** For a label that no scanner reads any more: what is typed goes where its scan would. */
export function TypeCode({ onClose }: { onClose: () => void }) {
  const { t } = useTexts()
  const [code, setCode] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const go = () => {
    if (code.trim() === '') return
    onClose()
    onScan(code.trim())
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    go()
  }
  return (
    <Over title={t('type.title')} close={t('button.close')} onClose={onClose}>
      <Go onGo={go} />
      <form onSubmit={submit} className="flex flex-col gap-3 pb-2">
        <Field
          ref={field}
          label={t('type.code')}
          value={code}
          onValue={setCode}
          autoCapitalize="characters"
        />
        <Button type="submit" look="primary" disabled={code.trim() === ''}>
          {t('type.go')}
        </Button>
      </form>
    </Over>
  )
}

function Go({ onGo }: { onGo: () => void }) {
  useCommandCodes(['NEXT', 'CONFIRM'], onGo, true)
  return null
}
