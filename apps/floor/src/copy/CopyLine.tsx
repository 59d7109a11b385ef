import { useTexts } from '@restow/ui/floor'
import { timeOfDay } from '../shell/sentences.ts'
import { useCopyState } from './pull.ts'

const isToday = (at: number): boolean => new Date(at).toDateString() === new Date().toDateString()
const dayOf = (at: number): string => new Date(at).toLocaleDateString()

/** Whether this device knows all that the warehouse expects, and as of when: how far it can be trusted without the network. */
export function CopyLine() {
  const { t } = useTexts()
  const { complete, at } = useCopyState()
  if (!complete || at === null) return <p className="text-m text-ink-2">{t('copy.partial')}</p>
  const time = isToday(at) ? timeOfDay(at) : `${dayOf(at)} ${timeOfDay(at)}`
  return <p className="text-m text-ink-2">{t('copy.complete', { time })}</p>
}
