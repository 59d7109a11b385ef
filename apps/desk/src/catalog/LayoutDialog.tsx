import { useTexts } from '@restow/ui/desk'
import { Action, Modal } from '@restow/ui/desk-parts'
import { DropFile } from '../imports/DropFile.tsx'
import { LayoutPreview } from './LayoutPreview.tsx'
import { useLayoutFile } from './use-layout-file.ts'

/** The layout of the building by a file: what it would change is shown first. */
export function LayoutDialog({ onDone, onClose }: { onDone: () => void; onClose: () => void }) {
  const { t } = useTexts()
  const { state, read, apply, again } = useLayoutFile(onDone)
  const { file, report, busy, wrong } = state
  return (
    <Modal
      wide
      title={t('layout.title')}
      about={t('layout.about')}
      close={t('button.close')}
      onClose={onClose}
    >
      <div className="flex flex-col gap-3 pt-2">
        {!report && (
          <DropFile
            disabled={busy}
            title={t('layout.drop')}
            limit={t('layout.limit')}
            onFile={(one) => void read(one)}
          />
        )}
        {busy && <p role="status">{t('layout.reading', { file: file?.name ?? '' })}</p>}
        <p role="alert" className="text-s font-semibold text-wrong empty:hidden">
          {wrong}
        </p>
        {report && <LayoutPreview report={report} busy={busy} onApply={(remove) => void apply(remove)} />}
        {report && (
          <Action className="self-start" onClick={again} disabled={busy}>
            {t('layout.another')}
          </Action>
        )}
      </div>
    </Modal>
  )
}
