import type { ScanAnswer, ScanKind } from '@restow/contracts'
import { Code } from '@restow/ui'
import { useTexts } from '@restow/ui/floor'
import { receive } from '../receive/receive.ts'
import { usePending, wait } from '../register/pending.store.ts'
import { Over } from '../scanner/Over.tsx'
import { Press } from '../scanner/Press.tsx'
import { endChoice, useChoice } from './choice.store.ts'
import { go, parcelPath } from './go.ts'
import { leadTo } from './lead.ts'
import { OtherBarcode } from './OtherBarcode.tsx'
import { SecondLabel } from './SecondLabel.tsx'
import { Together } from './Together.tsx'
import { WhichOwner } from './WhichOwner.tsx'

const NAMED = ['parcel', 'expected', 'unit', 'bin', 'product'] as const
type Named = (typeof NAMED)[number]
const isNamed = (kind: ScanKind): kind is Named => NAMED.some((one) => one === kind)

/** What a scan has left open is asked over whichever screen there is. */
export function Chooser() {
  const question = useChoice((s) => s.question)
  if (!question) return null
  switch (question.kind) {
    case 'which':
      return <Which answer={question.answer} />
    case 'owner':
      return <WhichOwner answer={question.answer} />
    case 'routing':
      return <OtherBarcode {...question} />
    case 'second':
      return <SecondLabel {...question} />
    case 'together':
      return <Together parts={question.parts} />
  }
}

/** One scan, several meanings or none: the worker says which it is. */
function Which({ answer }: { answer: ScanAnswer }) {
  const { t } = useTexts()
  const parcel = usePending((s) => s.parcel)
  const kinds = (answer.candidates ?? []).filter((one) => isNamed(one.kind))
  const act = (then: () => unknown) => () => {
    endChoice()
    void then()
  }
  const takeUnknown = () => {
    if (parcel === null) return
    wait(parcel, null, null, 0)
    go(parcelPath(parcel))
  }
  const known = kinds.length > 0
  return (
    <Over title={t('choose.title')} close={t('button.close')} onClose={endChoice}>
      <p className="text-l">{known ? t('choose.hint', { code: answer.raw }) : t('verdict.unknownCode')}</p>
      {!known && <Code value={answer.raw} className="text-code" />}
      {kinds.map(({ kind, key }, i) => (
        <Press key={kind} codes={[`ANSWER.${i + 1}`]} onPress={act(() => leadTo(kind, answer))}>
          {isNamed(kind) && t(`choose.${kind}`)} <Code value={key} className="text-m" />
        </Press>
      ))}
      {!known && (
        <Press look="primary" codes={['RECEIVE']} onPress={act(() => receive(answer))}>
          {t('choose.receive')}
        </Press>
      )}
      {!known && parcel !== null && (
        <Press codes={['UNKNOWN']} onPress={act(takeUnknown)}>
          {t('parcel.unknownProduct')}
        </Press>
      )}
    </Over>
  )
}
