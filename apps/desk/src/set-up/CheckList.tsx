import type { Language } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { Action, Card, Tag } from '@restow/ui/desk-parts'
import { ArrowDown, ArrowUp, ChevronDown, ChevronRight, Plus, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { CheckFields } from './CheckFields.tsx'
import { type Body, moved, newCheck, setCheck } from './checklist-edit.ts'

interface Props {
  body: Body
  onBody: (body: Body) => void

  language: Language
  open: number
  onOpen: (at: number) => void
  wrong: (field: string) => string | undefined
  hint: string
  /** What there is to say of a question besides. */
  more?: (at: number) => ReactNode
  /** No more than so many. */
  most: number
}

/** Questions in their order: opened to be changed, moved, added, taken away. */
export function CheckList({ body, onBody, language, open, onOpen, wrong, hint, more, most }: Props) {
  const { t } = useTexts()
  const { checks } = body
  const move = (at: number, by: -1 | 1) => {
    onBody({ ...body, checks: moved(checks, at, by) })
    onOpen(at + by)
  }
  return (
    <Card title={t('checklists.checks')}>
      <p className="px-3.5 pb-2.5 text-s text-ink-2">{hint}</p>
      <ol>
        {checks.map((check, at) => {
          const said = check.question[language] || check.question.en || t('checklists.newQuestion')
          const isOpen = open === at
          const Sign = isOpen ? ChevronDown : ChevronRight
          const isWrong = [...Array(check.answers.length).keys()].some((i) =>
            wrong(`checks.${at}.answers.${i}`),
          )
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a new check is known by its place alone
            <li key={at} className="border-t border-line">
              <div className="flex items-center gap-1 pr-2">
                <button
                  type="button"
                  aria-expanded={isOpen}
                  onClick={() => onOpen(isOpen ? -1 : at)}
                  className="flex min-h-11 min-w-0 grow items-center gap-2 px-3.5 text-left text-m font-semibold hover:bg-line-2/60"
                >
                  <Sign aria-hidden size={15} className="shrink-0 text-ink-3" />
                  <span className="min-w-0 truncate">{said}</span>
                  {(isWrong || wrong(`checks.${at}`)) && <Tag look="wrong">{t('checklists.look')}</Tag>}
                </button>
                <Action
                  look="quiet"
                  className="px-1.5"
                  aria-label={t('labels.up', { what: said })}
                  disabled={at === 0}
                  icon={<ArrowUp aria-hidden size={15} />}
                  onClick={() => move(at, -1)}
                />
                <Action
                  look="quiet"
                  className="px-1.5"
                  aria-label={t('labels.down', { what: said })}
                  disabled={at === checks.length - 1}
                  icon={<ArrowDown aria-hidden size={15} />}
                  onClick={() => move(at, 1)}
                />
                <Action
                  look="quiet"
                  className="px-1.5"
                  aria-label={t('checklists.retireCheck', { what: said })}
                  title={t('checklists.retireCheck', { what: said })}
                  icon={<Trash2 aria-hidden size={15} />}
                  onClick={() => onBody({ ...body, checks: checks.filter((_, i) => i !== at) })}
                />
              </div>
              {isOpen && (
                <div className="px-3.5 pt-1 pb-4">
                  <CheckFields
                    check={check}
                    at={at}
                    language={language}
                    wrong={wrong}
                    onCheck={(change) => onBody(setCheck(body, at, change))}
                  />
                  {more?.(at)}
                </div>
              )}
            </li>
          )
        })}
      </ol>
      <div className="border-t border-line px-3.5 py-2.5">
        <Action
          icon={<Plus aria-hidden size={15} />}
          disabled={checks.length >= most}
          onClick={() => {
            onBody({ ...body, checks: [...checks, newCheck()] })
            onOpen(checks.length)
          }}
        >
          {t('checklists.addCheck')}
        </Action>
      </div>
    </Card>
  )
}
