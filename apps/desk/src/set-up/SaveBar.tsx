import { useTexts } from '@restow/ui/desk'
import { Action } from '@restow/ui/desk-parts'
import type { Saving } from './use-saving.ts'

interface Props {
  changed: boolean
  /** How many fields cannot be taken. */
  problems: number
  saving: Saving
  onSave: () => void
  onUndo: () => void
}

/** Saves a long form; it stays in sight while there is something to save. */
export function SaveBar({ changed, problems, saving, onSave, onUndo }: Props) {
  const { t, tn } = useTexts()
  const { busy, wrong, done } = saving
  const note = problems > 0 && changed ? tn('house.problems', problems) : changed ? t('house.unsaved') : ''
  return (
    <div
      className={`${changed ? 'sticky bottom-0 z-10 shadow-card' : ''} flex flex-wrap items-center justify-end gap-2 rounded-m border border-line bg-raised px-3.5 py-2.5`}
    >
      <p role="alert" className="text-s font-semibold text-wrong empty:hidden">
        {wrong}
      </p>
      <p role="status" className="mr-auto text-s text-ink-2 empty:hidden max-sm:w-full">
        {note || done}
      </p>
      <Action disabled={busy || !changed} onClick={onUndo}>
        {t('labels.undo')}
      </Action>
      <Action look="primary" disabled={busy || !changed || problems > 0} onClick={onSave}>
        {t(busy ? 'setUp.saving' : 'button.save')}
      </Action>
    </div>
  )
}
