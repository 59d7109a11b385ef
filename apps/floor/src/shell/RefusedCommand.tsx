import { Code } from '@restow/ui'
import { useTexts } from '@restow/ui/floor'
import { sendAgain } from '../outbox/again.ts'
import type { Queued } from '../outbox/queued.ts'
import { Press } from '../scanner/Press.tsx'
import { wordFor } from './command-words.ts'
import { go, parcelPath, unitPath } from './go.ts'
import { timeOfDay, titleOf, whyNot } from './sentences.ts'
import { followScan } from './verdict.store.ts'

/** The scan that led to it is followed on: what becomes of it now is what became of that one. */
async function again(entry: Queued): Promise<void> {
  const { outcome } = await sendAgain(entry)
  followScan(entry.command.commandId, outcome)
}

/** What the server refused: what it says, who was first, what waits for it, and the ways out. */
export function RefusedCommand({
  entry,
  waiting,
  onDrop,
}: {
  entry: Queued
  waiting: number
  onDrop: () => void
}) {
  const { t, tn } = useTexts()
  const { command, refusal, about, by, queuedAt } = entry
  const code = refusal?.code ?? 'malformed'
  const [first = ''] = about
  const isUnit = 'lpn' in command
  return (
    <li className="rounded-m border border-l-8 border-line border-l-wrong bg-surface p-3">
      <p className="text-s text-ink-2">
        {titleOf(code)} · {wordFor(command.type)} · {timeOfDay(queuedAt)} {t('attention.by', { badge: by })}
      </p>
      {first !== '' && <Code value={first} className="block text-code" />}
      <p className="mt-1 text-l font-semibold">{whyNot(code, refusal?.facts, refusal?.message)}</p>
      {waiting > 0 && <p className="mt-1 text-m text-ink-2">{tn('attention.waitsForIt', waiting)}</p>}
      <div className="mt-2 grid grid-cols-2 gap-2">
        <Press codes={['DISMISS']} onPress={onDrop}>
          {t('attention.drop')}
        </Press>
        <Press codes={['RETRY']} onPress={() => void again(entry)}>
          {t('attention.again')}
        </Press>
        {isUnit && (
          <Press codes={['HOLD']} onPress={() => go(unitPath(first, 'hold'))}>
            {t('attention.supervisor')}
          </Press>
        )}
        <Press
          look="primary"
          onward
          codes={['OPEN']}
          disabled={first === ''}
          onPress={() => go(isUnit ? unitPath(first, 'story') : parcelPath(first))}
        >
          {t('attention.open')}
        </Press>
      </div>
    </li>
  )
}
