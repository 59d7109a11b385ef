import type { LayoutReport } from '@restow/contracts'
import { findText, useTexts } from '@restow/ui/desk'
import { Action, Figure, Figures, Tick } from '@restow/ui/desk-parts'
import { useState } from 'react'
import { whole, wordOf } from '../shell/words.ts'
import { Line, Some } from './FileChanges.tsx'

function Counts({ counts }: { counts: LayoutReport['counts'] }) {
  const { t } = useTexts()
  return (
    <Figures>
      {(['added', 'changed', 'unchanged', 'absent', 'kept', 'rejected'] as const).map((name) => (
        <Figure
          key={name}
          label={t(`layout.${name}`)}
          value={whole(counts[name])}
          look={name === 'rejected' && counts.rejected > 0 ? 'wrong' : 'plain'}
        />
      ))}
    </Figures>
  )
}

/** In the language of the page, where it has words for it; with its facts in the server's. */
const whyNot = (code: string, message: string): string => findText(`layoutCode.${code}`) ?? message

interface Props {
  report: LayoutReport
  busy: boolean
  onApply: (remove: boolean) => void
}

/** What a layout's file would change, and after that what it has changed. */
export function LayoutPreview({ report, busy, onApply }: Props) {
  const { t } = useTexts()
  const [remove, setRemove] = useState(false)
  const { applied, plan, counts, added, changed, absent, kept, rejected } = report
  const changes = counts.added + counts.changed + (remove ? counts.absent : 0)
  return (
    <>
      {applied && (
        <p role="status" className="text-m font-semibold text-pass">
          {t('layout.done', {
            added: whole(counts.added),
            changed: whole(counts.changed),
            removed: whole(counts.removed),
          })}
        </p>
      )}
      <Counts counts={counts} />
      <Some title={t('layout.rejected')} count={counts.rejected}>
        {rejected.map(({ line, code, message }) => (
          <Line key={`${line} ${code}`} code={t('layout.line', { line })}>
            {whyNot(code, message)}
          </Line>
        ))}
      </Some>
      <Some title={t('layout.added')} count={counts.added}>
        {added.map(({ code, zone, capacity }) => (
          <Line key={code} code={code}>
            {wordOf('zone', zone)} · {whole(capacity)}
          </Line>
        ))}
      </Some>
      <Some title={t('layout.changed')} count={counts.changed}>
        {changed.map(({ code, zone, capacity, fields }) => (
          <Line key={code} code={code}>
            {wordOf('zone', zone)} · {whole(capacity)} (
            {fields.map((field) => t(`layout.field.${field}`)).join(', ')})
          </Line>
        ))}
      </Some>
      <Some title={t('layout.absent')} count={counts.absent}>
        {absent.map((code) => (
          <Line key={code} code={code} />
        ))}
      </Some>
      <Some title={t('layout.kept')} count={counts.kept}>
        {kept.map(({ code, plates }) => (
          <Line key={code} code={code}>
            {t('layout.holds', { plates: whole(plates) })}
          </Line>
        ))}
      </Some>
      {counts.kept > 0 && <p className="text-s text-ink-2">{t('layout.keptNote')}</p>}
      {counts.rejected > 0 && !applied && <p className="text-s text-ink-2">{t('layout.rejectedNote')}</p>}
      {!applied && plan === null && <p className="text-m font-semibold">{t('layout.nothing')}</p>}
      {!applied && plan !== null && (
        <div className="flex flex-wrap items-center gap-3">
          {counts.absent > 0 && (
            <Tick checked={remove} onCheck={setRemove}>
              {t('layout.remove', { count: whole(counts.absent) })}
            </Tick>
          )}
          <Action
            look={remove ? 'danger' : 'primary'}
            disabled={busy || changes === 0}
            onClick={() => onApply(remove)}
          >
            {t('layout.apply', { count: whole(changes) })}
          </Action>
        </div>
      )}
    </>
  )
}
