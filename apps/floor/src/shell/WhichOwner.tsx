import type { ExpectedView, ScanAnswer } from '@restow/contracts'
import { Chip } from '@restow/ui'
import { useTexts } from '@restow/ui/floor'
import { receive } from '../receive/receive.ts'
import { receiveFor } from '../receive/receive-for.ts'
import { Over } from '../scanner/Over.tsx'
import { Pick } from '../scanner/Pick.tsx'
import { Press } from '../scanner/Press.tsx'
import { endChoice } from './choice.store.ts'

const SHOWN = 2

/** What tells one return from another: its seller, its number, what it is and how much. */
function Difference({ expected }: { expected: ExpectedView }) {
  const { tn, t } = useTexts()
  const { seller, rmaNumber, lines, state } = expected
  const pieces = lines.reduce((sum, line) => sum + line.quantity, 0)
  return (
    <>
      <span className="flex flex-wrap items-baseline gap-x-2">
        <span className="text-xl font-[650]">{seller}</span>
        <span className="text-s text-ink-2">{tn('owner.pieces', pieces)}</span>
      </span>
      {lines.slice(0, SHOWN).map((line) => (
        <span key={`${line.sku} ${line.occurrence}`} className="line-clamp-2 block text-m">
          {line.quantity > 1 && `${line.quantity} × `}
          {line.title}
        </span>
      ))}
      {lines.length > SHOWN && (
        <span className="block text-s text-ink-2">{tn('owner.more', lines.length - SHOWN)}</span>
      )}
      <span className="block text-s break-all text-ink-2">{rmaNumber}</span>
      {state === 'cancelled' && <Chip look="look">{t('owner.cancelled')}</Chip>}
    </>
  )
}

/** One number, announced by several sellers: who compares with what is in the box says whose it is. */
export function WhichOwner({ answer }: { answer: ScanAnswer }) {
  const { t } = useTexts()
  const act = (then: () => Promise<unknown>) => () => {
    endChoice()
    void then()
  }
  return (
    <Over title={t('owner.title')} close={t('button.close')} onClose={endChoice}>
      <p className="text-m break-words">{t('owner.hint', { code: answer.trackingNumber })}</p>
      {(answer.expected ?? []).map((expected, i) => (
        <Pick
          key={`${expected.seller} ${expected.rmaNumber}`}
          mark={i + 1}
          codes={[`ANSWER.${i + 1}`]}
          on={false}
          onPick={act(() => receiveFor(answer, expected))}
        >
          <Difference expected={expected} />
        </Pick>
      ))}
      <Press codes={['RECEIVE']} onPress={act(() => receive(answer))}>
        {t('owner.unsure')}
      </Press>
    </Over>
  )
}
