import { useTexts } from '@restow/ui/desk'
import { Action } from '@restow/ui/desk-parts'
import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import { sentenceOf } from '../asking/Problem.tsx'
import { taken } from '../asking/why-not.ts'
import { api } from '../shell/api.ts'

/** What was done last, and the way back from it. */
export interface Deed {
  readonly tracking: string
  readonly said: string
  readonly eventId: string
}

/** Says what was done, and takes it back. */
export function Done({ deed, onUndone }: { deed: Deed; onUndone: (said: string) => void }) {
  const { t } = useTexts()
  const [wrong, setWrong] = useState('')
  const { tracking, eventId } = deed
  const undo = async () => {
    try {
      taken(await api.command({ type: 'TakeBack', parcel: tracking, eventId }))
      onUndone(t('unclaimed.takenBack', { tracking }))
    } catch (error) {
      setWrong(sentenceOf(error))
    }
  }
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-m border border-line bg-resell-soft px-3.5 py-2 text-s"
    >
      <span className="min-w-0 grow font-semibold break-words text-resell">{deed.said}</span>
      <span role="alert" className="text-wrong empty:hidden">
        {wrong}
      </span>
      {eventId !== '' && (
        <Action icon={<Undo2 aria-hidden size={15} />} onClick={() => void undo()}>
          {t('unclaimed.takeBack')}
        </Action>
      )}
    </div>
  )
}
