import { useTexts } from '@restow/ui/floor'
import { Printer } from 'lucide-react'
import { useState } from 'react'
import { api } from '../outbox/api.ts'
import { Press } from '../scanner/Press.tsx'
import { Screen } from '../shell/Screen.tsx'
import { sayNoConnection } from '../shell/verdict.store.ts'
import { printLabels } from './print.ts'

/** The printable sheet of command codes, in the language of whoever asks. */
export function CommandsScreen() {
  const { t, language } = useTexts()
  const [busy, setBusy] = useState(false)
  const print = async () => {
    setBusy(true)
    try {
      printLabels(await api.commandSheetPdf(language))
    } catch {
      sayNoConnection('')
    }
    setBusy(false)
  }
  return (
    <Screen
      title={t('command.sheet')}
      foot={
        <Press
          look="primary"
          icon={<Printer aria-hidden size={20} />}
          codes={['PRINT', 'NEXT']}
          disabled={busy}
          onPress={() => void print()}
        >
          {t('command.print')}
        </Press>
      }
    >
      <p className="text-l">{t('command.what')}</p>
    </Screen>
  )
}
