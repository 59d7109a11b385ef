import type { UnitView } from '@restow/contracts'
import type { RouteOption, Suggestion } from '@restow/domain'
import { classes } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { Card, DecisionBadge, Tag } from '@restow/ui/desk-parts'
import { amount, wordOf } from '../shell/words.ts'

/** The suggestion as it would be made now, whatever was decided; null before an inspection and without a seller. */
export const suggestionOf = (unit: UnitView): Suggestion | null =>
  (unit.next.find(({ command }) => command === 'ClassifyUnit')?.suggestion as
    | Suggestion
    | null
    | undefined) ?? null

function Sum({ option, currency }: { option: RouteOption; currency: string | null }) {
  const { t } = useTexts()
  const worth = (grade: string) =>
    option.disposition === 'refurbish'
      ? t('waiting.valueAfter', { grade: wordOf('grade', grade), after: t(`route.${option.route}`) })
      : t('waiting.valueAs', { grade: wordOf('grade', grade) })
  return (
    <dl className="text-xs text-ink-2">
      {option.arithmetic.map(({ item, grade, minor }) => (
        <div key={item} className="flex justify-between gap-3 py-px">
          <dt className="min-w-0 truncate">{grade ? worth(grade) : wordOf('cost', item)}</dt>
          <dd className="font-mono">{amount(minor, currency)}</dd>
        </div>
      ))}
    </dl>
  )
}

function Option({ option, unit, suggestion, first }: OptionProps) {
  const { t } = useTexts()
  const { currency } = suggestion
  const decided = unit.decision?.route === option.route
  return (
    <li
      className={classes(
        'border-t border-line-2 px-3.5 py-2 first:border-t-0',
        decided && 'bg-scrap-soft/50',
      )}
    >
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-s">
        <DecisionBadge of={option.disposition}>{t(`route.${option.route}`)}</DecisionBadge>
        {first && <Tag>{t('waiting.suggestedNow')}</Tag>}
        {decided && (
          <Tag look="wrong">{t(unit.decision?.approvalNeeded ? 'waiting.askedFor' : 'waiting.decided')}</Tag>
        )}
        <span className="ml-auto font-mono font-semibold">
          {option.recoveredMinor === null
            ? '–'
            : `${amount(option.recoveredMinor, currency)} ${currency ?? ''}`}
        </span>
      </div>
      <Sum option={option} currency={currency} />
    </li>
  )
}
interface OptionProps {
  option: RouteOption
  unit: UnitView
  suggestion: Suggestion
  first: boolean
}

/** What each way would bring, line by line, with the one that was asked for. */
export function Arithmetic({ unit }: { unit: UnitView }) {
  const { t } = useTexts()
  const suggestion = suggestionOf(unit)
  if (!suggestion) return null
  const { why } = suggestion
  const [suggested] = suggestion.options
  const isDecided = ({ route }: RouteOption) => route === unit.decision?.route
  // What was asked for is held against everything else.
  const options = suggestion.options.toSorted((a, b) => Number(isDecided(b)) - Number(isDecided(a)))
  return (
    <Card title={t('waiting.arithmetic')}>
      {why && <p className="px-3.5 pb-2 text-s text-ink-2">{t(`waiting.sum.${why}`)}</p>}
      <ul className="border-t border-line">
        {options.map((option) => (
          <Option key={option.route} {...{ option, unit, suggestion }} first={option === suggested} />
        ))}
      </ul>
    </Card>
  )
}
