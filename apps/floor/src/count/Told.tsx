import { useTexts } from '@restow/ui/floor'
import { Press } from '../scanner/Press.tsx'
import { binPath, go } from '../shell/go.ts'
import { Screen } from '../shell/Screen.tsx'
import { Plates } from './Plates.tsx'
import type { Result } from './send-count.ts'

interface Props {
  bin: string
  result: Result | null
  /** What was scanned and what was looked for, by plate. */
  titles: ReadonlyMap<string, string | null>
}

/** What the count came to: by the server's word, or that it is kept until there is one. */
export function Told({ bin, result, titles }: Props) {
  const { t } = useTexts()
  const plain = (lpns: readonly string[]) => lpns.map((lpn) => ({ lpn, title: titles.get(lpn) ?? null }))
  const all = result ? result.missing.length + result.found.length + result.moved.length : 0
  return (
    <Screen
      title={t('count.title')}
      foot={
        <Press look="primary" onward codes={['NEXT', 'OK']} onPress={() => go(binPath(bin))}>
          {t('count.toBin')}
        </Press>
      }
    >
      {result === null && <p className="text-l text-ink-2">{t('count.waits')}</p>}
      {result !== null && all === 0 && <p className="text-l text-ink-2">{t('count.even')}</p>}
      {result && (
        <>
          <Plates
            title={t('count.missingN', { count: result.missing.length })}
            plates={plain(result.missing)}
          />
          <Plates title={t('count.foundN', { count: result.found.length })} plates={plain(result.found)} />
          <Plates title={t('count.movedN', { count: result.moved.length })} plates={plain(result.moved)} />
        </>
      )}
    </Screen>
  )
}
