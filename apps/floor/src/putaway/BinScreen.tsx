import type { ScanAnswer } from '@restow/contracts'
import { Chip, Code } from '@restow/ui'
import { useTexts } from '@restow/ui/floor'
import { ChevronRight } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useParams } from 'react-router'
import { useCopy } from '../copy/copy.store.ts'
import { askScan } from '../copy/load.ts'
import { lookUpHere } from '../copy/look-up.ts'
import { loadCount } from '../count/load-count.ts'
import { Press } from '../scanner/Press.tsx'
import { countPath, go, unitPath } from '../shell/go.ts'
import { Screen } from '../shell/Screen.tsx'
import { wordOf } from '../shell/sentences.ts'
import { useSession } from '../shell/session.store.ts'
import { whenPainted } from '../shell/when-painted.ts'
import { BinCard } from './BinCard.tsx'

type BinAnswer = NonNullable<ScanAnswer['bin']>

function Contents({ bin }: { bin: BinAnswer }) {
  const { t } = useTexts()
  if (bin.units.length === 0) return <p className="m-auto text-l text-ink-2">{t('bin.empty')}</p>
  return (
    <section>
      <h2 className="text-s font-semibold text-ink-2">{t('bin.contents')}</h2>
      <ul>
        {bin.units.map(({ lpn, title, state }) => (
          <li key={lpn} className="border-t border-line">
            <button
              type="button"
              onClick={() => go(unitPath(lpn))}
              className="flex min-h-touch w-full items-center gap-2 text-left"
            >
              <span className="min-w-0 grow">
                <Code value={lpn} className="block" />
                <span className="block truncate text-s text-ink-2">{title ?? t('unit.unknownProduct')}</span>
              </span>
              <Chip>{wordOf('unitState', state)}</Chip>
              <ChevronRight aria-hidden size={20} className="shrink-0 text-ink-3" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What is in a bin, when its tag is scanned with nothing at hand. */
export function BinScreen() {
  const { t } = useTexts()
  const { code = '' } = useParams()
  const [bin, setBin] = useState<BinAnswer | null>(null)
  // The scan that led here has told which bin it is; what lies in it is looked up.
  const known = useCopy((s) => s.bins[code])
  const card = bin ?? known
  useEffect(() => {
    let gone = false
    const show = ({ bin }: ScanAnswer) => {
      if (!gone && bin) setBin(bin)
    }
    const { warehouse } = useSession.getState().person ?? { warehouse: '' }
    // What this device knows first, then the server's word.
    whenPainted(() => {
      void loadCount().catch(() => {})
      void lookUpHere(code, warehouse).then(show, () => {})
      askScan(code).then(show, () => {})
    })
    return () => {
      gone = true
    }
  }, [code])
  return (
    <Screen
      title={t('bin.title')}
      foot={
        <Press onward codes={['COUNT']} onPress={() => go(countPath(code))} disabled={!card}>
          {t('count.begin')}
        </Press>
      }
    >
      {card ? <BinCard bin={card} /> : <p className="m-auto text-ink-2">{t('app.loading')}</p>}
      {bin && <Contents bin={bin} />}
    </Screen>
  )
}
