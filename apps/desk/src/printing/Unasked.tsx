import { PRINTED_UNASKED } from '@restow/domain'
import { useTexts } from '@restow/ui/desk'
import { Tick } from '@restow/ui/desk-parts'
import { useState } from 'react'
import { sentenceOf } from '../asking/Problem.tsx'
import { noticeEnd, useAsk } from '../asking/use-ask.ts'
import { api } from '../shell/api.ts'

/** Which labels come out by themselves, kind by kind. */
export function Unasked() {
  const { t } = useTexts()
  const asked = useAsk('print settings', (signal) => api.printSettings(signal))
  const [wrong, setWrong] = useState('')
  if (!asked.data) return null
  const { unasked } = asked.data
  const set = async (kind: (typeof PRINTED_UNASKED)[number], wanted: boolean) => {
    setWrong('')
    const next = PRINTED_UNASKED.filter((one) => (one === kind ? wanted : unasked.includes(one)))
    await api.putPrintSettings({ unasked: next }).catch((error) => {
      noticeEnd(error)
      setWrong(sentenceOf(error))
    })
    asked.again()
  }
  return (
    <fieldset className="flex flex-wrap items-center gap-x-4 text-s" title={t('printers.unaskedHint')}>
      <legend className="float-left mr-4 py-2 text-ink-2">{t('printers.unasked')}</legend>
      {PRINTED_UNASKED.map((kind) => (
        <Tick key={kind} checked={unasked.includes(kind)} onCheck={(wanted) => void set(kind, wanted)}>
          <span className="text-s">{t(`labelKind.${kind}`)}</span>
        </Tick>
      ))}
      <p className="w-full text-xs text-ink-3">{t('printers.unaskedHint')}</p>
      <span role="alert" className="font-semibold text-wrong empty:hidden">
        {wrong}
      </span>
    </fieldset>
  )
}
