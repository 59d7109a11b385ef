import type { RelabelLineName } from '@restow/domain'
import { useTexts } from '@restow/ui/desk'
import { Action, Tick } from '@restow/ui/desk-parts'
import { ChevronDown, ChevronUp } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { allLines, moveLine, tickLine } from './template-changes.ts'

interface Props {
  lines: readonly RelabelLineName[]
  onLines: (lines: RelabelLineName[]) => void
}
interface Moved {
  readonly line: RelabelLineName
  readonly by: -1 | 1
}

const WAYS = [
  { by: -1, text: 'labels.up', Icon: ChevronUp },
  { by: 1, text: 'labels.down', Icon: ChevronDown },
] as const

/** The keyboard stays on the line that it moves, and on its other button where it can go no further. */
function useFocusOn(moved: Moved | null) {
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    if (!moved) return
    const button = (by: number) =>
      list.current?.querySelector<HTMLButtonElement>(`[data-move="${moved.line} ${by}"]:enabled`)
    ;(button(moved.by) ?? button(-moved.by))?.focus()
  }, [moved])
  return list
}

/** Which lines stand on the label, and in which order. */
export function LineOrder({ lines, onLines }: Props) {
  const { t } = useTexts()
  const [moved, setMoved] = useState<Moved | null>(null)
  const list = useFocusOn(moved)
  const move = (line: RelabelLineName, by: -1 | 1) => {
    onLines(moveLine(lines, line, by))
    setMoved({ line, by })
  }
  const place = (line: RelabelLineName, by: number) => lines[lines.indexOf(line) + by]
  return (
    <fieldset>
      <legend className="pb-1 text-xs font-semibold text-ink-2">{t('labels.lines')}</legend>
      <ul ref={list} className="rounded-[8px] border border-line">
        {allLines(lines).map((line) => (
          <li
            key={line}
            className="flex min-h-10 items-center gap-1 border-b border-line-2 px-2.5 last:border-b-0"
          >
            <span className="min-w-0 grow">
              <Tick checked={lines.includes(line)} onCheck={(on) => onLines(tickLine(lines, line, on))}>
                {t(`labels.line.${line}`)}
              </Tick>
            </span>
            {lines.includes(line) &&
              WAYS.map(({ by, text, Icon }) => (
                <Action
                  key={by}
                  look="quiet"
                  data-move={`${line} ${by}`}
                  aria-label={t(text, { what: t(`labels.line.${line}`) })}
                  disabled={place(line, by) === undefined}
                  onClick={() => move(line, by)}
                  icon={<Icon aria-hidden size={16} />}
                />
              ))}
          </li>
        ))}
      </ul>
      <p role="status" className="unseen">
        {moved && lines.includes(moved.line)
          ? t('labels.nowAt', {
              what: t(`labels.line.${moved.line}`),
              n: lines.indexOf(moved.line) + 1,
              of: lines.length,
            })
          : ''}
      </p>
    </fieldset>
  )
}
