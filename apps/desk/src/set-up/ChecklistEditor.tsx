import type { ChecklistRow } from '@restow/contracts'
import { ANGLES, checklistProblems, GENERAL_CATEGORY } from '@restow/domain'
import { LANGUAGE_CODES, LANGUAGES, type Language, useLanguage } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { Action, Card, Tag, Tick } from '@restow/ui/desk-parts'
import { ArrowDown, ArrowUp, ChevronDown, ChevronRight, Plus, Trash2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import { api } from '../shell/api.ts'
import { CheckFields } from './CheckFields.tsx'
import {
  type Body,
  bodyOf,
  missingIn,
  moved,
  newCheck,
  setCheck,
  toggleAngle,
  withCodes,
} from './checklist-edit.ts'
import { HandheldPreview } from './HandheldPreview.tsx'
import { SaveBar } from './SaveBar.tsx'
import { useLeavingGuard } from './use-leaving-guard.ts'
import { useSaving } from './use-saving.ts'

interface PartProps {
  body: Body
  onBody: (body: Body) => void
}

function Angles({ body, onBody }: PartProps) {
  const { t } = useTexts()
  return (
    <Card title={t('checklists.angles')}>
      <div className="grid gap-3 px-3.5 pb-3.5 sm:grid-cols-2">
        {(['always', 'belowLikeNew'] as const).map((when) => (
          <fieldset key={when}>
            <legend className="text-xs font-semibold text-ink-2">{t(`checklists.${when}`)}</legend>
            <div className="grid grid-cols-2">
              {ANGLES.map((angle) => (
                <Tick
                  key={angle}
                  checked={body.requiredAngles[when].includes(angle)}
                  onCheck={(on) => onBody(toggleAngle(body, when, angle, on))}
                >
                  <span className="text-s">{t(`angle.${angle}`)}</span>
                </Tick>
              ))}
            </div>
          </fieldset>
        ))}
      </div>
    </Card>
  )
}

function LanguagePick({
  body,
  value,
  onValue,
}: {
  body: Body
  value: Language
  onValue: (value: Language) => void
}) {
  const { t } = useTexts()
  return (
    <fieldset className="flex flex-wrap gap-1">
      <legend className="unseen">{t('checklists.language')}</legend>
      {LANGUAGE_CODES.map((code) => {
        const missing = missingIn(body, code)
        return (
          <label
            key={code}
            lang={code}
            className="flex h-8 cursor-pointer items-center gap-1.5 rounded-[8px] border border-line px-2.5 text-s font-[550] text-ink-2 has-checked:border-accent has-checked:bg-accent-soft has-checked:text-accent has-focus-visible:outline-3 has-focus-visible:outline-info pointer-coarse:h-11"
          >
            <input
              type="radio"
              name="checklist-language"
              className="unseen"
              checked={value === code}
              onChange={() => onValue(code)}
            />
            {LANGUAGES[code]}
            {missing > 0 && <Tag look="look">{t('checklists.missing', { n: missing })}</Tag>}
          </label>
        )
      })}
    </fieldset>
  )
}

interface ChecksProps extends PartProps {
  language: Language
  open: number
  onOpen: (at: number) => void
  wrong: (field: string) => string | undefined
}

function Checks({ body, onBody, language, open, onOpen, wrong }: ChecksProps) {
  const { t } = useTexts()
  const { checks } = body
  const move = (at: number, by: -1 | 1) => {
    onBody({ ...body, checks: moved(checks, at, by) })
    onOpen(at + by)
  }
  return (
    <Card title={t('checklists.checks')}>
      <p className="px-3.5 pb-2.5 text-s text-ink-2">{t('checklists.checksHint')}</p>
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
                </div>
              )}
            </li>
          )
        })}
      </ol>
      <div className="border-t border-line px-3.5 py-2.5">
        <Action
          icon={<Plus aria-hidden size={15} />}
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

interface Props {
  kept: ChecklistRow
  onKept: (kept: ChecklistRow) => void
}

/** A category's checklist as a form, beside a handheld that shows the question at hand. */
export function ChecklistEditor({ kept, onKept }: Props) {
  const { t } = useTexts()
  const { category, version, retired } = kept
  const before = useMemo(() => bodyOf(kept), [kept])
  const [draft, setDraft] = useState<Body | null>(null)
  const [language, setLanguage] = useState<Language>(useLanguage.getState().language)
  const [open, setOpen] = useState(0)
  const saving = useSaving()
  const body = draft ?? before
  const coded = useMemo(() => withCodes(body), [body])
  const problems = useMemo(
    () => new Map(checklistProblems({ category, ...coded }).map(({ field, code }) => [field, code])),
    [category, coded],
  )
  const changed = version === 0 || JSON.stringify(body) !== JSON.stringify(before)
  useLeavingGuard(changed)
  const edit = (next: Body | null) => {
    saving.forget()
    setDraft(next)
  }
  const save = (retire: boolean) =>
    saving.run(t(retire ? 'checklists.retiredSaid' : 'checklists.saved', { category }), async () => {
      const next = await api.putChecklist(category, {
        version,
        ...coded,
        ...(retire ? { retired: true } : {}),
      })
      setDraft(null)
      onKept(next)
    })
  const wrong = (field: string) => {
    const code = problems.get(field)
    return code && changed ? t(`checklists.wrong.${code}`) : undefined
  }
  return (
    <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_360px]">
      <div className="flex min-w-0 flex-col gap-4">
        <LanguagePick body={body} value={language} onValue={setLanguage} />
        <Checks {...{ body, language, open, wrong }} onBody={edit} onOpen={setOpen} />
        {wrong('checks') && <p className="text-s font-semibold text-wrong">{wrong('checks')}</p>}
        <Angles body={body} onBody={edit} />
        <SaveBar
          changed={changed}
          problems={problems.size}
          saving={saving}
          onSave={() => void save(false)}
          onUndo={() => edit(null)}
        />
        {category !== GENERAL_CATEGORY && version > 0 && (
          <div className="flex flex-wrap items-center gap-3 text-s text-ink-2">
            <Action disabled={saving.busy || changed} onClick={() => void save(!retired)}>
              {t(retired ? 'checklists.unretire' : 'checklists.retire')}
            </Action>
            <span>{t(retired ? 'checklists.unretireHint' : 'checklists.retireHint')}</span>
          </div>
        )}
      </div>
      <div className="min-w-0 xl:sticky xl:top-5">
        <HandheldPreview checks={body.checks} at={Math.max(0, open)} language={language} />
      </div>
    </div>
  )
}
