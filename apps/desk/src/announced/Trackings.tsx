import { useTexts } from '@restow/ui/desk'
import { Action, TextInput } from '@restow/ui/desk-parts'
import { MOST_TRACKINGS } from './draft.ts'

interface Props {
  numbers: readonly string[]
  onNumbers: (numbers: readonly string[]) => void
  wrong: (at: number) => string | undefined
}

/** The numbers that a return may come under; a box that nobody has a number of yet has none. */
export function TrackingFields({ numbers, onNumbers, wrong }: Props) {
  const { t } = useTexts()
  return (
    <div className="flex min-w-0 flex-col gap-3">
      {numbers.map((number, at) => (
        <TextInput
          // biome-ignore lint/suspicious/noArrayIndexKey: a number is known by its place as long as it is typed
          key={at}
          label={at === 0 ? t('announce.tracking') : t('announce.trackingMore', { n: at + 1 })}
          value={number}
          onValue={(text) => onNumbers(numbers.map((one, i) => (i === at ? text : one)))}
          wrong={wrong(at)}
          {...(at === 0 ? { hint: t('announce.trackingHint') } : {})}
          maxLength={300}
          className="font-mono"
        />
      ))}
      {numbers.length < MOST_TRACKINGS && numbers.at(-1)?.trim() !== '' && (
        <div>
          <Action onClick={() => onNumbers([...numbers, ''])}>{t('announce.addTracking')}</Action>
        </div>
      )}
    </div>
  )
}
