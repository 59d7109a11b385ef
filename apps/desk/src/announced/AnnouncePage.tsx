import type { AnnouncementOutcome, ExpectedReturnItem } from '@restow/contracts'
import { useTexts } from '@restow/ui/desk'
import { Action, actionClasses, Card, Empty, Filter } from '@restow/ui/desk-parts'
import { CircleCheck } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { NoSeller } from '../asking/NoSeller.tsx'
import { ProblemNote } from '../asking/Problem.tsx'
import { useAnySellers } from '../asking/sellers.ts'
import { useAsk } from '../asking/use-ask.ts'
import { api } from '../shell/api.ts'
import { Page } from '../shell/Page.tsx'
import { useUser } from '../shell/session.store.ts'
import { AnnounceForm } from './AnnounceForm.tsx'
import { draftOf, newDraft } from './draft.ts'

/** What came of it: announced, and whether its parcel was here already. */
function Done({ outcome, children }: { outcome: AnnouncementOutcome; children: ReactNode }) {
  const { t } = useTexts()
  const { rmaNumber, parcels = [] } = outcome
  const rma = rmaNumber ?? ''
  return (
    <Card>
      <div role="status">
        <Empty
          icon={<CircleCheck size={22} />}
          title={t(outcome.outcome === 'created' ? 'announce.done' : 'announce.saved', { rma })}
          action={
            <span className="flex flex-wrap justify-center gap-2">
              {children}
              <Link to={`/announcements?search=${encodeURIComponent(rma)}`} className={actionClasses()}>
                {t('announce.toList')}
              </Link>
            </span>
          }
        >
          {parcels.length === 0
            ? t('announce.doneHint')
            : parcels.map(({ trackingNumber, matched, message }) => (
                <span key={trackingNumber} className="block">
                  {matched
                    ? t('announce.isHere', { number: trackingNumber })
                    : `${trackingNumber}: ${message ?? ''}`}
                </span>
              ))}
        </Empty>
      </div>
    </Card>
  )
}

/** A return that nobody has announced yet. */
export function NewAnnouncement() {
  const { t } = useTexts()
  const user = useUser()
  const { sellers, none } = useAnySellers()
  const [chosen, setChosen] = useState('')
  const [done, setDone] = useState<AnnouncementOutcome | null>(null)
  const [forms, setForms] = useState(0)
  const seller = user.seller ?? (chosen || sellers[0]?.value) ?? ''
  const choice = user.role !== 'seller' && !none && done === null && (
    <Filter label={t('list.seller')} value={seller} onValue={setChosen} options={sellers} />
  )
  const another = () => {
    setDone(null)
    setForms(forms + 1)
  }
  return (
    <Page title={t('announce.title')} tools={choice}>
      {none && <NoSeller title={t('report.noSeller')} hint={t('report.noSellerHint')} />}
      {done && (
        <Done outcome={done}>
          <Action look="primary" onClick={another}>
            {t('announce.another')}
          </Action>
        </Done>
      )}
      {seller !== '' && done === null && (
        <AnnounceForm
          key={`${seller} ${forms}`}
          {...{ seller }}
          begin={newDraft()}
          onlyNew
          onDone={setDone}
        />
      )}
    </Page>
  )
}

/** So many fit a number at most, of which one is it to the letter. */
const MOST = '200'

/** A return that was announced, as long as nothing of it has come. */
export function ChangeAnnouncement() {
  const { t } = useTexts()
  const [query] = useSearchParams()
  const [seller, rma] = [query.get('seller') ?? '', query.get('rma') ?? '']
  const [done, setDone] = useState<AnnouncementOutcome | null>(null)
  const asked = useAsk(`announced ${seller} ${rma}`, (signal) =>
    api.expectedReturns({ seller, search: rma, limit: MOST }, signal),
  )
  const item = asked.data?.items.find((one) => one.rmaNumber === rma && one.seller === seller)
  const title = t('announce.change', { rma })
  return (
    <Page title={title}>
      {asked.problem !== null && !asked.loading && (
        <Card>
          <ProblemNote problem={asked.problem} again={asked.again} />
        </Card>
      )}
      {done ? <Done outcome={done}>{null}</Done> : asked.data && <Changing item={item} onDone={setDone} />}
    </Page>
  )
}

function Changing({
  item,
  onDone,
}: {
  item: ExpectedReturnItem | undefined
  onDone: (outcome: AnnouncementOutcome) => void
}) {
  const { t } = useTexts()
  const [begin] = useState(() => item && draftOf(item))
  if (item?.state === 'announced' && begin)
    return <AnnounceForm seller={item.seller} begin={begin} onlyNew={false} onDone={onDone} />
  return (
    <Card>
      <Empty
        icon={<CircleCheck size={22} />}
        title={t(item ? 'announce.tooLate' : 'announce.notThere')}
        action={
          <Link to="/announcements" className={actionClasses()}>
            {t('announce.toList')}
          </Link>
        }
      >
        {t(item ? 'announce.tooLateHint' : 'announce.notThereHint')}
      </Empty>
    </Card>
  )
}
