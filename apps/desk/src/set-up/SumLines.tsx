import type { SumLine } from '@restow/domain'
import { useTexts } from '@restow/ui/desk'
import { amount, money, wordOf } from '../shell/words.ts'

interface Props {
  lines: readonly SumLine[]
  total: number | null
  currency: string | null
}

/** The lines of a suggestion's sum: what an article brings, less what each step costs. */
export function SumLines({ lines, total, currency }: Props) {
  const { t } = useTexts()
  return (
    <dl className="mt-2 text-s tabular-nums">
      {lines.map(({ item, grade, minor }) => (
        <div key={item} className="flex justify-between gap-3 py-0.5">
          <dt className="text-ink-2">
            {grade ? t('policy.valueAt', { grade: wordOf('grade', grade) }) : wordOf('cost', item)}
          </dt>
          <dd>{amount(minor, currency)}</dd>
        </div>
      ))}
      <div className="mt-1 flex justify-between gap-3 border-t border-line pt-1 font-semibold">
        <dt>{t('unit.recovery')}</dt>
        <dd>{money(total, currency)}</dd>
      </div>
    </dl>
  )
}
