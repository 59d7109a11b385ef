import type { ScanAnswer } from '@restow/contracts'
import { Code } from '@restow/ui'
import { tell, useTexts } from '@restow/ui/floor'
import { labelHere } from '../copy/label.ts'
import { receive } from '../receive/receive.ts'
import { useScans } from '../scanner/bus.ts'
import { Over } from '../scanner/Over.tsx'
import { Press } from '../scanner/Press.tsx'
import { ask } from './ask.ts'
import { endChoice } from './choice.store.ts'

/** Keeps the label as one more number of the parcel that is on the screen. */
async function keepLabel(parcel: string, { raw }: ScanAnswer): Promise<void> {
  const label = await labelHere(raw)
  const said = { title: tell('second.done'), code: raw }
  await ask({ type: 'AliasParcel', parcel, tracking: raw }, said, { label })
}

/** Boxes have more labels than one, and nobody but who holds it knows whether this is one of them. */
export function SecondLabel({ answer, parcel }: { answer: ScanAnswer; parcel: string }) {
  const { t } = useTexts()
  const same = () => {
    endChoice()
    void keepLabel(parcel, answer)
  }
  const other = () => {
    endChoice()
    void receive(answer)
  }
  // The same label once more: that box is meant, and not the one on the screen.
  useScans(({ raw }) => {
    if (raw !== answer.raw) return false
    other()
    return true
  })
  return (
    <Over title={t('second.title')} close={t('button.close')} onClose={endChoice}>
      <Code value={answer.raw} className="text-code break-all" />
      <p className="text-m break-words">{t('second.what', { parcel })}</p>
      <div className="grid grid-cols-1 gap-2">
        <Press look="primary" codes={['SAME_BOX', 'ANSWER.1']} onPress={same}>
          {t('second.same')}
        </Press>
        <Press codes={['ANOTHER_PARCEL', 'ANSWER.2', 'RECEIVE']} onPress={other}>
          {t('second.other')}
        </Press>
      </div>
    </Over>
  )
}
