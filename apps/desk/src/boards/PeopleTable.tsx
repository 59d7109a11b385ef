import type { BoardPerson } from '@restow/contracts'
import { PERSON_STEPS, type PersonStep } from '@restow/domain'
import { Code, classes, numberFormat } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { useRef } from 'react'
import { Link } from 'react-router'
import { span, timeToSecond, whole, wordOf } from '../shell/words.ts'
import { doneOf } from './people-order.ts'
import { useWidth } from './use-width.ts'

interface Props {
  people: readonly BoardPerson[]
  asOf: string
}

/** An age counted by the server's clock, as all of the board is. */
export const agoAt = (at: string, asOf: string): number =>
  Math.max(0, Math.floor((Date.parse(asOf) - Date.parse(at)) / 1000))

/** What somebody did last, to what, on which device, and how long ago. */
function Last({ person, asOf }: { person: BoardPerson; asOf: string }) {
  const { t } = useTexts()
  const { at, event, kind, key, deviceId, device } = person.last
  return (
    <span className="flex min-w-0 flex-col py-1.5">
      <span className="truncate">
        <span className="inline-block first-letter:uppercase">{wordOf('event', event)}</span>{' '}
        <Link to={`/${kind}s/${encodeURIComponent(key)}`} className="hover:underline">
          <Code value={key} />
        </Link>
      </span>
      <span className="truncate text-xs text-ink-2" title={timeToSecond(at)}>
        {t('people.ago', { span: span(agoAt(at, asOf)) })} · {t('people.on', { device: device ?? deviceId })}
      </span>
    </span>
  )
}

function Name({ person: { name, badge, role } }: { person: BoardPerson }) {
  return (
    <>
      <span className="block truncate font-semibold" title={name}>
        {name}
      </span>
      <span className="block truncate text-xs font-normal text-ink-2">
        {badge} · {wordOf('role', role)}
      </span>
    </>
  )
}

/** How much of a step: the last hour large, the day below it. */
function Done({ person, step }: { person: BoardPerson; step: PersonStep }) {
  const { t, language } = useTexts()
  const done = doneOf(person, step)
  if (!done || done.today + done.lastHour === 0) return <span className="text-ink-3">–</span>
  const rate = (perHour: number) => numberFormat(language, { maximumFractionDigits: 1 }).format(perHour)
  const count = whole(done.today)
  return (
    <>
      <span className="block text-m font-semibold">{whole(done.lastHour)}</span>
      <span className="block text-xs text-ink-2">
        {done.perHour === null
          ? t('people.today', { count })
          : t('people.todayRate', { count, rate: rate(done.perHour) })}
      </span>
    </>
  )
}

/** In CSS pixels. */
const ROOM_FOR_ALL = 900

const HEAD = 'h-10 border-b border-line px-2 text-xs font-semibold whitespace-nowrap text-ink-2'
const CELL = 'border-b border-line-2 px-2 align-middle group-last:border-0'

/** Everybody and all steps side by side, where there is room for both; else one after the other. */
export function PeopleRows({ by, ...props }: Props & { by: PersonStep | null }) {
  const frame = useRef<HTMLDivElement>(null)
  const width = useWidth(frame, ROOM_FOR_ALL)
  return (
    <div ref={frame}>
      {width < ROOM_FOR_ALL ? <PeopleList {...props} /> : <PeopleTable {...props} by={by} />}
    </div>
  )
}

function PeopleTable({ people, asOf, by }: Props & { by: PersonStep | null }) {
  const { t } = useTexts()
  return (
    <section
      aria-label={t('people.title')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
      tabIndex={0}
      className="overflow-x-auto border-t border-line focus-visible:outline-offset-[-3px]"
    >
      <table aria-label={t('people.title')} className="w-full border-separate border-spacing-0 text-s">
        <thead>
          <tr>
            <th scope="col" className={classes(HEAD, 'pl-3.5 text-left')}>
              {t('people.person')}
            </th>
            <th scope="col" className={classes(HEAD, 'text-left')}>
              {t('people.last')}
            </th>
            {PERSON_STEPS.map((step) => (
              <th
                key={step}
                scope="col"
                aria-sort={step === by ? 'descending' : undefined}
                className={classes(HEAD, 'text-right last:pr-3.5', step === by && 'text-accent')}
              >
                <span className="inline-block first-letter:uppercase">{wordOf('personStep', step)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.badge} className="group hover:bg-line-2/60">
              <th scope="row" className={classes(CELL, 'max-w-[200px] py-1.5 pl-3.5 text-left')}>
                <Name person={person} />
              </th>
              <td className={classes(CELL, 'w-full max-w-0 min-w-[220px]')}>
                <Last person={person} asOf={asOf} />
              </td>
              {PERSON_STEPS.map((step) => (
                <td key={step} className={classes(CELL, 'text-right whitespace-nowrap last:pr-3.5')}>
                  <Done person={person} step={step} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** One after the other, with the steps that each has done. */
function PeopleList({ people, asOf }: Props) {
  return (
    <ul>
      {people.map((person) => (
        <li key={person.badge} className="flex flex-col gap-1.5 border-t border-line px-3.5 py-3 text-s">
          <div>
            <Name person={person} />
          </div>
          <Last person={person} asOf={asOf} />
          <dl className="grid grid-cols-2 gap-x-4 gap-y-2 sm:grid-cols-4">
            {person.steps
              .filter((done) => done.today + done.lastHour > 0)
              .map(({ step }) => (
                <div key={step} className="flex flex-col-reverse">
                  <dt className="text-xs text-ink-2 first-letter:uppercase">{wordOf('personStep', step)}</dt>
                  <dd>
                    <Done person={person} step={step} />
                  </dd>
                </div>
              ))}
          </dl>
        </li>
      ))}
    </ul>
  )
}
