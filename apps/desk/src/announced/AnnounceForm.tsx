import type { AnnouncementOutcome } from '@restow/contracts'
import { useTexts } from '@restow/ui/desk'
import { Action, actionClasses, Card, TextInput } from '@restow/ui/desk-parts'
import { Plus } from 'lucide-react'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import { sentenceOf } from '../asking/Problem.tsx'
import { noticeEnd } from '../asking/use-ask.ts'
import { api } from '../shell/api.ts'
import { announcementOf, type Draft, MOST_LINES, newLine, type Problems, problemsOf } from './draft.ts'
import { LineFields } from './LineFields.tsx'
import { TrackingFields } from './Trackings.tsx'

interface Props {
  seller: string
  begin: Draft
  /** Whether it may only be one that is not announced yet. */
  onlyNew: boolean
  onDone: (outcome: AnnouncementOutcome) => void
}

/** What the server said of it that belongs to a field. */
const FIELDS: Readonly<Record<string, Problems>> = {
  already_announced: { rma: 'announce.wrong.known' },
}

/** The draft, what is wrong with it once somebody wanted to send it, and sending it. */
function useDraft({ seller, begin, onlyNew, onDone }: Props) {
  const [draft, setDraft] = useState(begin)
  const [asked, setAsked] = useState(false)
  const [told, setTold] = useState<{ said: string; at: Problems }>({ said: '', at: {} })
  const [busy, setBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const own = problemsOf(draft)
  const problems: Problems = { ...told.at, ...(asked ? own : {}) }
  const [refusals, setRefusals] = useState(0)
  useEffect(() => {
    if (refusals === 0) return
    const first = form.current?.querySelector<HTMLElement>('[aria-invalid=true]')
    first?.focus()
    // Not under the head of a narrow page.
    first?.scrollIntoView({ block: 'center' })
  }, [refusals])
  const change = (part: Partial<Draft>) => {
    setTold({ said: '', at: {} })
    setDraft({ ...draft, ...part })
  }
  const send = async () => {
    setBusy(true)
    try {
      const outcome = await api.announceReturn(announcementOf(seller, draft, onlyNew))
      if (outcome.outcome !== 'rejected') return onDone(outcome)
      const at = FIELDS[outcome.code ?? ''] ?? {}
      setTold({ said: Object.keys(at).length > 0 ? '' : (outcome.message ?? ''), at })
      setRefusals(refusals + 1)
    } catch (error) {
      noticeEnd(error)
      setTold({ said: sentenceOf(error), at: {} })
    }
    setBusy(false)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (Object.keys(own).length > 0) setRefusals(refusals + 1)
    else void send()
  }
  return { draft, change, problems, said: told.said, busy, submit, form }
}

/** A return announced by hand, or changed as long as nothing of it has come. */
export function AnnounceForm(props: Props) {
  const { t } = useTexts()
  const { draft, change, problems, said, busy, submit, form } = useDraft(props)
  const { seller, onlyNew } = props
  const { rma, order, channel, carrier, trackings, lines } = draft
  const wrong = (field: string) => {
    const key = problems[field]
    return key && t(key)
  }
  return (
    <form ref={form} onSubmit={submit} noValidate className="flex max-w-[1100px] min-w-0 flex-col gap-4">
      <Card>
        <div className="grid gap-3.5 p-3.5 sm:grid-cols-2">
          <TextInput
            label={t('announce.rma')}
            hint={t(onlyNew ? 'announce.rmaHint' : 'announce.rmaStays')}
            value={rma}
            onValue={(text) => change({ rma: text })}
            wrong={wrong('rma')}
            readOnly={!onlyNew}
            maxLength={100}
          />
          <TextInput
            label={t('announce.order')}
            value={order}
            onValue={(text) => change({ order: text })}
            maxLength={100}
          />
          <TextInput
            label={t('announce.channel')}
            hint={t('announce.channelHint')}
            value={channel}
            onValue={(text) => change({ channel: text })}
            maxLength={40}
          />
          <TextInput
            label={t('announce.carrier')}
            value={carrier}
            onValue={(text) => change({ carrier: text })}
            maxLength={100}
          />
          <TrackingFields
            numbers={trackings}
            onNumbers={(numbers) => change({ trackings: numbers })}
            wrong={(at) => wrong(`tracking ${at}`)}
          />
        </div>
      </Card>
      {/* What is found is longer than the card. */}
      <Card className="overflow-visible">
        <h2 className="border-b border-line px-3.5 py-2.5 text-m font-semibold">{t('announce.lines')}</h2>
        {lines.map((line, at) => (
          <LineFields
            key={line.key}
            {...{ seller, line }}
            n={at + 1}
            onLine={(part) =>
              change({ lines: lines.map((one) => (one === line ? { ...one, ...part } : one)) })
            }
            onRemove={
              lines.length > 1 ? () => change({ lines: lines.filter((one) => one !== line) }) : undefined
            }
            wrong={(field) => wrong(`${field} ${line.key}`)}
          />
        ))}
        {lines.length < MOST_LINES && (
          <div className="border-t border-line-2 p-3.5">
            <Action
              onClick={() => change({ lines: [...lines, newLine(lines.at(-1))] })}
              icon={<Plus aria-hidden size={15} />}
            >
              {t('announce.addLine')}
            </Action>
          </div>
        )}
      </Card>
      <p role="alert" className="text-s font-semibold text-wrong empty:hidden">
        {said}
      </p>
      <div className="flex flex-wrap gap-2">
        <Action type="submit" look="primary" disabled={busy}>
          {t(onlyNew ? 'announce.send' : 'announce.save')}
        </Action>
        <Link to="/announcements" className={actionClasses()}>
          {t('button.cancel')}
        </Link>
      </div>
    </form>
  )
}
