import { useTexts } from '@restow/ui/desk'
import { TextArea, TextInput } from '@restow/ui/desk-parts'
import { type Deed, needsWords } from './decisions.ts'

interface Props {
  /** What is mostly said, and handed in with Enter. */
  deed: Deed
  value: string
  onValue: (value: string) => void
  /** It was tried without a word. */
  wrong: boolean
}

/** The field for what is said along. Staff leave a line; a seller tells somebody far away what to do. */
export function SaidAlong({ deed, value, onValue, wrong }: Props) {
  const { t } = useTexts()
  const words = { value, onValue, maxLength: 1000 }
  if (!needsWords(deed))
    return <TextInput label={t(deed === 'release' ? 'waiting.answer' : 'unit.note')} {...words} />
  const missing = wrong && value.trim() === ''
  const label = t(deed === 'answer' ? 'waiting.answer' : 'waiting.objection')
  return <TextArea label={label} {...words} wrong={missing ? t('waiting.sayWhat') : undefined} />
}
