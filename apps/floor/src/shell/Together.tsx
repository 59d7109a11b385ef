import type { Reading } from '@restow/barcodes'
import { Code } from '@restow/ui'
import { useTexts } from '@restow/ui/floor'
import { Over } from '../scanner/Over.tsx'
import { Press } from '../scanner/Press.tsx'
import { endChoice } from './choice.store.ts'
import { onScan } from './lead.ts'

/** Two barcodes were read in one go: which one is meant, and how it does not happen again. */
export function Together({ parts }: { parts: readonly [Reading, Reading] }) {
  const { t } = useTexts()
  return (
    <Over title={t('together.title')} close={t('button.close')} onClose={endChoice}>
      <p className="text-l">{t('together.what')}</p>
      {parts.map(({ text }, i) => (
        <Press
          key={text}
          codes={[`ANSWER.${i + 1}`]}
          onPress={() => {
            endChoice()
            onScan(text)
          }}
        >
          <Code value={text} className="break-all" />
        </Press>
      ))}
    </Over>
  )
}
