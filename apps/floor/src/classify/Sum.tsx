import type { RouteOption, Suggestion } from '@restow/domain'
import { useTexts } from '@restow/ui/floor'
import { wordOf } from '../shell/sentences.ts'
import { plain } from './sums.ts'

/** The arithmetic of a way: what it is worth, what it costs, what is left. */
export function Sum({ option, suggestion }: { option: RouteOption; suggestion: Suggestion }) {
  const { t } = useTexts()
  const { currency, why } = suggestion
  const after = option.disposition === 'refurbish' ? t(`route.${option.route}`) : null
  const worth = (grade: string) =>
    after ? t('classify.valueAfter', { grade, after }) : t('classify.value', { grade })
  if (option.recoveredMinor === null)
    return (
      why && (
        <p className="rounded-m border border-line bg-raised p-3.5 text-m text-ink-2">
          {t(`classify.${why}`)}
        </p>
      )
    )
  return (
    <dl className="rounded-m border border-line bg-raised px-3.5 py-2 text-m">
      {option.arithmetic.map(({ item, grade, minor }) => (
        <div key={item} className="flex justify-between gap-2 py-0.5">
          <dt>{grade ? worth(t(`grade.${grade}`).toLocaleLowerCase()) : wordOf('cost', item)}</dt>
          <dd className="font-mono font-semibold">{plain(minor, currency)}</dd>
        </div>
      ))}
      <div className="mt-1 flex justify-between gap-2 border-t border-line pt-1.5 pb-0.5 font-[650]">
        <dt>{t('classify.recovered')}</dt>
        <dd className="font-mono">
          {plain(option.recoveredMinor, currency)} {currency}
        </dd>
      </div>
    </dl>
  )
}
