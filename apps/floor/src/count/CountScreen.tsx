import { useTexts } from '@restow/ui/floor'
import { useEffect, useState } from 'react'
import { useParams } from 'react-router'
import { useShortBin } from '../putaway/BinCard.tsx'
import { useScans } from '../scanner/bus.ts'
import { beforeNextScan } from '../scanner/turn.ts'
import { sayLook } from '../shell/verdict.store.ts'
import { useCount } from './count.store.ts'
import { Differences } from './Differences.tsx'
import { learnExpected } from './expect.ts'
import { countPlate } from './judge-plate.ts'
import { Scanning } from './Scanning.tsx'
import { type Result, sendCount } from './send-count.ts'
import { Told } from './Told.tsx'

type Phase = 'scanning' | 'differences' | 'told'

/** Counts a bin: scan what lies in it, see what differs, send. */
export function CountScreen() {
  const { t } = useTexts()
  const { code = '' } = useParams()
  const [phase, setPhase] = useState<Phase>('scanning')
  const [result, setResult] = useState<Result | null>(null)
  const [titles, setTitles] = useState<ReadonlyMap<string, string | null>>(new Map())
  const count = useCount(code)
  const short = useShortBin()
  useEffect(() => void learnExpected(code), [code])
  useScans(({ reading }) => {
    if (phase === 'told') return false
    if (reading.bin && short(reading.bin.code) === short(code)) {
      sayLook(code, t('count.thisOne'))
      return true
    }
    if (!reading.lpn?.checked) return false
    setPhase('scanning')
    void beforeNextScan(countPlate(code, reading.lpn.lpn, short))
    return true
  })
  const send = () => {
    const { counted, expected } = count
    setTitles(new Map([...expected, ...counted].map(({ lpn, title }) => [lpn, title])))
    setPhase('told')
    void beforeNextScan(sendCount(code, setResult))
  }
  if (phase === 'told') return <Told bin={code} {...{ result, titles }} />
  if (phase === 'scanning')
    return <Scanning bin={code} count={count} onFinish={() => setPhase('differences')} />
  return <Differences bin={code} count={count} onBack={() => setPhase('scanning')} onConfirm={send} />
}
