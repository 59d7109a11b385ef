import type { ProductFilePreview as Preview } from '@restow/contracts'
import { findText, useTexts } from '@restow/ui/desk'
import { Figure } from '@restow/ui/desk-parts'
import { whole } from '../shell/words.ts'
import { Line, Some } from './FileChanges.tsx'

/** In the language of the page; which product or which line it is about, only the server's own sentence says. */
export function useWhyNot(): (code: string, message: string) => string {
  const { language } = useTexts()
  return (code, message) => (language === 'en' ? null : findText(`productLine.${code}`)) ?? message
}

type Field = Preview['updated'][number]['fields'][number]

function Changes({ fields }: { fields: readonly Field[] }) {
  const { t } = useTexts()
  const told = (value: string) => value || t('productFile.empty')
  return (
    <>
      {fields.map(({ column, from, to }) => (
        <span key={column} className="mr-3 inline-block">
          {t(`productFile.column.${column}`)}: {told(from)} →{' '}
          <b className="font-semibold text-ink">{told(to)}</b>
        </span>
      ))}
    </>
  )
}

function Counts({ counts }: { counts: Preview['counts'] }) {
  const { t } = useTexts()
  const figures = [
    ['created', t('productFile.created')],
    ['updated', t('productFile.updated')],
    ['unchanged', t('productFile.unchanged')],
    ['rejected', t('layout.rejected')],
  ] as const
  return (
    <dl className="grid grid-cols-2 gap-3 sm:grid-cols-4">
      {figures.map(([name, label]) => (
        <Figure
          key={name}
          label={label}
          value={whole(counts[name])}
          look={name === 'rejected' && counts.rejected > 0 ? 'wrong' : 'plain'}
        />
      ))}
    </dl>
  )
}

/** Of a file that cannot be read there is nothing but why. */
function Unreadable({ rejected }: Pick<Preview, 'rejected'>) {
  const { t } = useTexts()
  const whyNot = useWhyNot()
  return (
    <div role="alert" className="flex flex-col gap-1">
      <p className="text-m font-semibold text-wrong">{t('productFile.unreadable')}</p>
      {rejected.map(({ code, message }) => (
        <p key={code} className="text-s" title={message}>
          {whyNot(code, message)}
        </p>
      ))}
    </div>
  )
}

/** What a file of products would do. */
export function ProductFilePreview({ preview }: { preview: Preview }) {
  const { t } = useTexts()
  const whyNot = useWhyNot()
  const { readable, counts, columns, created, updated, rejected } = preview
  if (!readable) return <Unreadable rejected={rejected} />
  return (
    <>
      <Counts counts={counts} />
      {columns.ignored.length > 0 && (
        <p className="text-s text-ink-2 [overflow-wrap:anywhere]">
          {t('productFile.ignored', { columns: columns.ignored.join(', ') })}
        </p>
      )}
      <Some title={t('layout.rejected')} count={counts.rejected} open>
        {rejected.map(({ line, code, message }) => (
          <Line key={line} code={t('layout.line', { line })}>
            <span title={message}>{whyNot(code, message)}</span>
          </Line>
        ))}
      </Some>
      <Some title={t('productFile.created')} count={counts.created}>
        {created.map(({ sku, title }) => (
          <Line key={sku} code={sku}>
            {title}
          </Line>
        ))}
      </Some>
      <Some title={t('productFile.updated')} count={counts.updated}>
        {updated.map(({ sku, fields }) => (
          <Line key={sku} code={sku}>
            <Changes fields={fields} />
          </Line>
        ))}
      </Some>
      {counts.created + counts.updated === 0 && <p className="text-m font-semibold">{t('layout.nothing')}</p>}
    </>
  )
}
