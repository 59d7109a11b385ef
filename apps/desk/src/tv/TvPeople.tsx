import type { PeopleBoard } from '@restow/contracts'
import { PERSON_STEPS } from '@restow/domain'
import { useTexts } from '@restow/ui/desk'
import { agoAt } from '../boards/PeopleTable.tsx'
import { doneOf } from '../boards/people-order.ts'
import { span, whole, wordOf } from '../shell/words.ts'
import { TvCard } from './TvParts.tsx'
import { useTurns } from './use-turns.ts'

/** So many people are read at once; the others take their turn. */
const AT_ONCE = 7
const TURN_S = 8

/** Who works on what, from across the hall: by name, as on the desk. */
export function TvPeople({ board: { people, totals, asOf } }: { board: PeopleBoard }) {
  const { t } = useTexts()
  const pages = Math.max(1, Math.ceil(people.length / AT_ONCE))
  const [page] = useTurns(pages, TURN_S)
  const head = 'pb-2 text-[24px] font-semibold text-ink-2'
  const number = 'text-right text-[42px] leading-none font-[650]'
  return (
    <TvCard
      title={<span className="block first-letter:uppercase">{t('people.lastHour')}</span>}
      aside={
        pages > 1 && <span className="text-[28px] text-ink-2">{t('tv.page', { page: page + 1, pages })}</span>
      }
      className="grow"
    >
      {people.length === 0 ? (
        <p className="m-auto text-[40px] text-ink-2">{t('people.none')}</p>
      ) : (
        <table className="w-full table-fixed">
          <thead>
            <tr>
              <th scope="col" className={`${head} w-[300px] text-left`}>
                {t('people.person')}
              </th>
              <th scope="col" className={`${head} text-left`}>
                {t('people.last')}
              </th>
              {PERSON_STEPS.map((step) => (
                <th
                  key={step}
                  scope="col"
                  className={`${head} w-[172px] pl-2 text-right align-bottom leading-tight overflow-hidden`}
                >
                  <span className="block truncate first-letter:uppercase">{wordOf('personStep', step)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {people.slice(page * AT_ONCE, (page + 1) * AT_ONCE).map((person) => (
              <tr key={person.badge} className="h-[86px] border-t border-line-2">
                <th scope="row" className="truncate pr-4 text-left text-[34px] font-semibold">
                  {person.name}
                </th>
                <td className="pr-4 leading-tight">
                  <span className="block truncate first-letter:uppercase">
                    {wordOf('event', person.last.event)}
                  </span>
                  <span className="block truncate text-[26px] text-ink-2">
                    {t('people.ago', { span: span(agoAt(person.last.at, asOf)) })}
                  </span>
                </td>
                {PERSON_STEPS.map((step) => {
                  const count = doneOf(person, step)?.lastHour ?? 0
                  return (
                    <td key={step} className={number}>
                      {count === 0 ? <span className="font-normal text-ink-3">–</span> : whole(count)}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr className="h-[86px] border-t-2 border-line">
              <th scope="row" colSpan={2} className="text-left text-[34px] font-semibold">
                {t('people.all')}
              </th>
              {totals.map(({ step, lastHour }) => (
                <td key={step} className={number}>
                  {whole(lastHour)}
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      )}
    </TvCard>
  )
}
