import type { WaitingItem } from '@restow/contracts'
import { useTexts } from '@restow/ui/desk'
import { Action } from '@restow/ui/desk-parts'
import { CircleAlert, CircleCheck, Undo2, Users, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useAsk } from '../asking/use-ask.ts'
import { api } from '../shell/api.ts'
import { shortBin } from '../shell/words.ts'
import { Key } from './Key.tsx'
import { stepAfterHold } from './onward.ts'
import type { Errands } from './use-errands.ts'
import { codeOf } from './words.ts'

function Note({ look, icon, children }: { look: string; icon: ReactNode; children: ReactNode }) {
  return (
    <div
      role="status"
      className={`flex flex-wrap items-center gap-x-3 gap-y-1 rounded-m border border-line px-3.5 py-2 text-s ${look}`}
    >
      {icon}
      {children}
    </div>
  )
}

function Codes({ items }: { items: readonly WaitingItem[] }) {
  return (
    <span className="flex flex-wrap gap-x-2 font-mono text-xs font-semibold">
      {items.slice(0, 4).map((item) =>
        item.lpn ? (
          <Link key={item.id} to={`/units/${item.lpn}`} className="underline underline-offset-2">
            {item.lpn}
          </Link>
        ) : (
          <span key={item.id}>{codeOf(item)}</span>
        ),
      )}
      {items.length > 4 && '…'}
    </span>
  )
}

const GOES_ON: ReadonlySet<string> = new Set(['release', 'find', 'decline', 'approve'])

/** Where one that is let on goes now. */
function Onward({ lpn }: { lpn: string }) {
  const { t } = useTexts()
  const { data: unit } = useAsk(`onward ${lpn}`, () => api.unit(lpn))
  const step = unit && stepAfterHold(unit)
  if (!step) return null
  const bin = step === 'PutAwayUnit' ? unit.suggestedBin?.code : undefined
  const words = t(`nextStep.${step}`)
  return (
    <span>
      {bin
        ? t('waiting.onwardBin', { step: words, bin: shortBin(bin) })
        : t('waiting.onward', { step: words })}
    </span>
  )
}

interface Props {
  errands: Errands
  gone: readonly WaitingItem[]
  onForgetGone: () => void
}

/** What became of what was said last, the way back from it, and what others have decided meanwhile. */
export function Told({ errands, gone, onForgetGone }: Props) {
  const { t, tn } = useTexts()
  const { done, unanswered, busy } = errands
  const only = done?.taken.length === 1 ? done.taken[0]?.item.lpn : undefined
  const canUndo = done?.taken.some(({ undo }) => undo !== null) === true
  return (
    <>
      {unanswered && (
        <Note look="bg-scrap-soft text-scrap" icon={<CircleAlert aria-hidden size={16} />}>
          <span className="min-w-0 grow font-semibold">
            {unanswered.why} {t('waiting.unanswered')}
          </span>
          <Action disabled={busy} onClick={unanswered.again}>
            {t('waiting.sendAgain')}
          </Action>
        </Note>
      )}
      {done && done.taken.length > 0 && (
        <Note look="bg-resell-soft text-resell" icon={<CircleCheck aria-hidden size={16} />}>
          <span className="font-semibold">{tn(`deedDone.${done.deed}`, done.taken.length)}</span>
          <Codes items={done.taken.map(({ item }) => item)} />
          {only && GOES_ON.has(done.deed) && <Onward key={`${done.deed} ${only}`} lpn={only} />}
          <span className="ml-auto flex gap-1 text-ink">
            {canUndo && (
              <Action
                disabled={busy}
                aria-keyshortcuts="u"
                icon={<Undo2 aria-hidden size={15} />}
                onClick={errands.undo}
              >
                {t('waiting.undo')}
                <Key name="u" />
              </Action>
            )}
            <Action
              look="quiet"
              aria-label={t('button.close')}
              icon={<X aria-hidden size={15} />}
              onClick={errands.forget}
            />
          </span>
        </Note>
      )}
      {done && done.refused.length > 0 && (
        <Note look="bg-scrap-soft text-scrap" icon={<CircleAlert aria-hidden size={16} />}>
          <span className="font-semibold">{tn('waiting.notTaken', done.refused.length)}</span>
          <ul className="min-w-0 grow basis-full text-xs">
            {done.refused.slice(0, 5).map(({ item, why }) => (
              <li key={item.id}>
                <span className="font-mono font-semibold">{codeOf(item)}</span> · {why}
              </li>
            ))}
          </ul>
        </Note>
      )}
      {gone.length > 0 && (
        <Note look="bg-raised text-ink-2" icon={<Users aria-hidden size={16} />}>
          <span>{tn('waiting.gone', gone.length)}</span>
          <Codes items={gone} />
          <Action
            look="quiet"
            className="ml-auto"
            aria-label={t('button.close')}
            icon={<X aria-hidden size={15} />}
            onClick={onForgetGone}
          />
        </Note>
      )}
    </>
  )
}
