import { useTexts } from '@restow/ui/desk'
import { Action } from '@restow/ui/desk-parts'
import { whole } from '../shell/words.ts'
import { type Download, useDownload } from './download.store.ts'

const UNITS = ['B', 'kB', 'MB', 'GB'] as const

/** 3.4 MB. */
function size(bytes: number): string {
  const step = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3))
  const value = bytes / 1000 ** step
  return `${step === 0 ? whole(value) : value.toFixed(1)} ${UNITS[step]}`
}

function useWords() {
  const { t } = useTexts()
  return ({ state, rows, allRows, bytes, name, why }: Download): string => {
    if (state === 'done') return t('files.done', { name, size: size(bytes) })
    if (state === 'failed') return `${t('files.failed')} ${why ?? ''}`.trim()
    if (state === 'stopped') return t('files.stopped')
    if (rows === null) return t('files.soFar', { size: size(bytes) })
    if (allRows === null) return t('files.rowsSoFar', { rows: whole(rows), size: size(bytes) })
    return t('files.rowsOf', { rows: whole(rows), all: whole(allRows), size: size(bytes) })
  }
}

/** How the file of several days stands, with a way to stop it or to put the note away. */
export function DownloadNote() {
  const { t } = useTexts()
  const words = useWords()
  const { current, stop, forget } = useDownload()
  if (!current) return null
  const { state, rows, allRows } = current
  const isRunning = state === 'running'
  const share = rows !== null && allRows ? rows / allRows : null
  return (
    <div className="rounded-[10px] border border-line bg-surface px-3.5 py-2.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <p
          role="status"
          className={`min-w-0 grow text-s ${state === 'failed' ? 'font-semibold text-wrong' : ''}`}
        >
          {words(current)}
        </p>
        <Action look="quiet" onClick={isRunning ? stop : forget}>
          {t(isRunning ? 'files.stop' : 'files.close')}
        </Action>
      </div>
      {isRunning && (
        <div
          role="progressbar"
          aria-label={current.name}
          {...(share === null
            ? {}
            : { 'aria-valuemin': 0, 'aria-valuemax': 100, 'aria-valuenow': Math.round(share * 100) })}
          className="mt-1.5 h-1.5 overflow-hidden rounded-full bg-line-2"
        >
          <div className="h-full rounded-full bg-accent" style={{ width: `${(share ?? 0.3) * 100}%` }} />
        </div>
      )}
    </div>
  )
}
