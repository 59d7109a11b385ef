import {
  FINDINGS,
  type Finding,
  GRADES,
  type Grade,
  minorOf,
  type Policy,
  type Suggestion,
} from '@restow/domain'
import { useTexts } from '@restow/ui/desk'
import { Card, DecisionBadge, SelectInput, TextInput } from '@restow/ui/desk-parts'
import { useState } from 'react'
import { money, wordOf } from '../shell/words.ts'
import { suggestionFor } from './example-unit.ts'
import { SumLines } from './SumLines.tsx'

function Outcome({ suggestion }: { suggestion: Suggestion | null }) {
  const { t } = useTexts()
  if (!suggestion) return <p className="text-s text-ink-2">{t('policy.noSuggestion')}</p>
  const { currency, options, why } = suggestion
  const [best, ...others] = options
  if (!best) return null
  return (
    <>
      <DecisionBadge of={best.disposition}>
        {`${t(`disposition.${best.disposition}`)} · ${t(`route.${best.route}`)}`}
      </DecisionBadge>
      {why ? (
        <p className="mt-2 text-s text-ink-2">{t(`policy.why.${why}`)}</p>
      ) : (
        <SumLines lines={best.arithmetic} total={best.recoveredMinor} currency={currency} />
      )}
      {others.length > 0 && !why && (
        <>
          <p className="pt-3 pb-1 text-xs font-semibold text-ink-3">{t('policy.otherWays')}</p>
          <ul className="text-s text-ink-2">
            {others.slice(0, 5).map((option) => (
              <li key={option.route} className="flex justify-between gap-3 py-0.5">
                <span className="truncate">{wordOf('route', option.route)}</span>
                <span className="tabular-nums">{money(option.recoveredMinor, currency)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

/** What the floor would suggest for an article, as the policy is typed just now. */
export function ExampleCard({ policy, currencies }: { policy: Policy; currencies: readonly string[] }) {
  const { t } = useTexts()
  const [grade, setGrade] = useState<Grade>('good')
  const [value, setValue] = useState('40')
  const [picked, setPicked] = useState('')
  const [finding, setFinding] = useState<Finding | ''>('')
  const currency = currencies.includes(picked) ? picked : policy.currency
  const valueMinor = minorOf(value, currency)
  const findings = finding === '' ? [] : [finding]
  const suggestion =
    valueMinor === null ? null : suggestionFor({ grade, valueMinor, currency, quantity: 1, findings }, policy)
  return (
    <Card title={t('policy.example')}>
      <div className="flex flex-col gap-3 px-3.5 pb-3.5">
        <div className="grid grid-cols-2 gap-3">
          <TextInput label={t('policy.exampleValue')} value={value} onValue={setValue} inputMode="decimal" />
          <SelectInput
            label={t('policy.currency')}
            value={currency}
            onValue={setPicked}
            options={currencies.map((code) => ({ value: code, text: code }))}
          />
          <SelectInput
            label={t('col.grade')}
            value={grade}
            onValue={setGrade}
            options={GRADES.map((one) => ({ value: one, text: t(`grade.${one}`) }))}
          />
          <SelectInput
            label={t('col.findings')}
            value={finding}
            onValue={setFinding}
            options={[
              { value: '', text: t('policy.noFinding') },
              ...FINDINGS.map((one) => ({ value: one, text: t(`finding.${one}`) })),
            ]}
          />
        </div>
        <div aria-live="polite" className="rounded-m border border-line px-3 py-2.5">
          <Outcome suggestion={suggestion} />
        </div>
        <p className="text-xs text-ink-3">{t('policy.exampleHint')}</p>
      </div>
    </Card>
  )
}
