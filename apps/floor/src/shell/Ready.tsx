import { CONDITIONS } from '@restow/domain'
import { Code, classes, radio } from '@restow/ui'
import { useTexts } from '@restow/ui/floor'
import { CircleCheck, CircleX, Clock, Keyboard } from 'lucide-react'
import { useState } from 'react'
import { useArrival } from '../receive/receive.ts'
import { usePending } from '../register/pending.store.ts'
import { useCommandCodes } from '../scanner/bus.ts'
import { Press } from '../scanner/Press.tsx'
import { go, parcelPath } from './go.ts'
import { Screen } from './Screen.tsx'
import { timeOfDay } from './sentences.ts'
import { TypeCode } from './TypeCode.tsx'
import { UpdateLine } from './UpdateLine.tsx'
import { Spoken, VerdictCard } from './VerdictCard.tsx'
import { type Recent, type Sent, useVerdict } from './verdict.store.ts'

type ConditionCode = (typeof CONDITIONS)[number]

function ArrivalButton({ condition }: { condition: ConditionCode }) {
  const { t } = useTexts()
  const on = useArrival((s) => s.condition === condition)
  const choose = () => useArrival.setState({ condition })
  useCommandCodes([`CONDITION.${condition}`], choose, true)
  return (
    <button
      type="button"
      {...radio(on)}
      onClick={choose}
      className={classes(
        'min-h-touch rounded-m border text-m font-semibold',
        on && condition === 'intact' && 'border-accent bg-accent-soft text-accent',
        on && condition !== 'intact' && 'border-look bg-refurbish-soft text-refurbish',
        !on && 'border-line bg-surface text-ink-2',
      )}
    >
      {t(`condition.${condition}`)}
    </button>
  )
}

/** How the next parcel arrives is said before its label is scanned; damage seen later is corrected at the parcel. */
function Arrival() {
  const { t } = useTexts()
  return (
    <section>
      <h2 id="arrival" className="mb-1 text-s font-semibold text-ink-2">
        {t('ready.next')}
      </h2>
      <div role="radiogroup" aria-labelledby="arrival" className="grid grid-cols-4 gap-1.5">
        {CONDITIONS.map((condition) => (
          <ArrivalButton key={condition} condition={condition} />
        ))}
      </div>
    </section>
  )
}

const SENT = { saved: Clock, sent: CircleCheck, refused: CircleX } as const

/** How far the server has it: told by a word and a sign, not by colour. */
function SentState({ sent }: { sent: Sent }) {
  const { t } = useTexts()
  const Sign = SENT[sent]
  return (
    <span
      className={classes(
        'flex shrink-0 items-center gap-1',
        sent === 'refused' ? 'font-semibold text-wrong' : 'text-ink-2',
      )}
    >
      <Sign aria-hidden size={14} />
      {t(`sent.${sent}`)}
    </span>
  )
}

const DOTS = { right: 'bg-pass', look: 'bg-look', wrong: 'bg-wrong' } as const

function RecentScan({ scan: { tone, code, words, at, sent } }: { scan: Recent }) {
  return (
    <li className="flex items-center gap-2 border-t border-line py-1.5 text-s">
      <span aria-hidden className={classes('size-2 shrink-0 rounded-full', DOTS[tone])} />
      <Code value={code.length > 16 ? `…${code.slice(-8)}` : code} className="shrink-0" />
      <span className="min-w-0 grow truncate">{words}</span>
      {sent && <SentState sent={sent} />}
      <span className="text-ink-2">{timeOfDay(at)}</span>
    </li>
  )
}

function LastScans() {
  const { t } = useTexts()
  const recent = useVerdict((s) => s.recent)
  // Under a verdict's card there is room for fewer on the smallest screens.
  const shown = useVerdict((s) => (s.verdict ? 3 : 6))
  return (
    <section className="mt-auto">
      <h2 className="text-s font-semibold text-ink-2">{t('ready.last')}</h2>
      {recent.length === 0 && (
        <p className="border-t border-line py-2 text-s text-ink-2">{t('ready.none')}</p>
      )}
      <ul>
        {recent.slice(0, shown).map((scan) => (
          <RecentScan key={`${scan.at}${scan.code}${scan.words}`} scan={scan} />
        ))}
      </ul>
    </section>
  )
}

/** Where everything begins: nothing has to be chosen first, whatever is scanned leads on. */
export function Ready() {
  const { t } = useTexts()
  const verdict = useVerdict((s) => s.verdict)
  const parcel = usePending((s) => s.parcel)
  const [typing, setTyping] = useState(false)
  const foot = (
    <>
      <Press icon={<Keyboard aria-hidden size={20} />} codes={['TYPE']} onPress={() => setTyping(true)}>
        {t('button.type')}
      </Press>
      {parcel !== null && (
        <Press look="primary" onward codes={['REGISTER', 'NEXT']} onPress={() => go(parcelPath(parcel))}>
          {t('ready.register')}
        </Press>
      )}
    </>
  )
  return (
    <Screen
      title={t('ready.title')}
      foot={foot}
      ownVerdict
      over={typing && <TypeCode onClose={() => setTyping(false)} />}
    >
      <Spoken>{verdict && verdict.tone !== 'wrong' && <VerdictCard verdict={verdict} />}</Spoken>
      <div className="rounded-m border-2 border-dashed border-line bg-surface px-3.5 py-5 text-center">
        <p className="text-2xl leading-tight font-[650] tracking-tight">{t('ready.scan')}</p>
        <p className="mt-1 text-ink-2">{t('ready.what')}</p>
      </div>
      <Arrival />
      <UpdateLine />
      <LastScans />
    </Screen>
  )
}
