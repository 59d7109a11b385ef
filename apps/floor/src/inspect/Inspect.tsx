import type { UnitView } from '@restow/contracts'
import { type Angle, type Checklist, checklistFor, missingAngles, usedOf } from '@restow/domain'
import { classes } from '@restow/ui'
import { tell, useTexts } from '@restow/ui/floor'
import { Camera, ChevronLeft } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { useCommandCodes } from '../scanner/bus.ts'
import { useFreeCamera } from '../scanner/camera/camera.store.ts'
import { Press } from '../scanner/Press.tsx'
import { ask } from '../shell/ask.ts'
import { go, unitPath } from '../shell/go.ts'
import { Screen } from '../shell/Screen.tsx'
import { reasonSaid, wordOf } from '../shell/sentences.ts'
import { UnitHead } from '../units/UnitHead.tsx'
import { changeDraft, dropDraft, useDraft } from './draft.store.ts'
import { answersOf, type Draft, gradesOf, isAnswered, type Page, pageAt, pagesOf, turned } from './draft.ts'
import { CheckPage, FindingsPage, GradePage, IdentityPage } from './pages.tsx'
import { Shots } from './Shots.tsx'
import { useCamera } from './TakePhoto.tsx'

const LivePicture = lazy(() => import('./LivePicture.tsx').then((m) => ({ default: m.LivePicture })))

/** Hands the inspection in, and goes on to the decision. */
async function finish(unit: UnitView, checklist: Checklist, draft: Draft): Promise<void> {
  const { given: grade } = gradesOf(checklist, draft)
  const { identity, findings } = draft
  const note = draft.note.trim()
  const done = await ask(
    {
      type: 'InspectUnit',
      lpn: unit.lpn,
      identity: identity ?? 'unknown',
      answers: answersOf(checklist, draft),
      findings: [...findings],
      grade,
      // What was asked may be another list by the time this is sent.
      checklist: usedOf(checklist),
      ...(note === '' ? {} : { note }),
    },
    { title: tell('inspect.done'), code: unit.lpn, facts: wordOf('grade', grade), quiet: true },
  )
  if (!done) return
  dropDraft(unit.lpn)
  go(unitPath(unit.lpn))
}

function StepsBar({ at, of }: { at: number; of: number }) {
  const { t } = useTexts()
  return (
    <div
      role="progressbar"
      aria-label={t('inspect.step', { n: at + 1, all: of })}
      aria-valuemin={1}
      aria-valuemax={of}
      aria-valuenow={at + 1}
      className="flex gap-1"
    >
      {Array.from({ length: of }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the steps have nothing but their place
        <span key={i} className={classes('h-1 flex-1 rounded-[2px]', i <= at ? 'bg-accent' : 'bg-line')} />
      ))}
    </div>
  )
}

/** How far the inspection has come, and back to the question before. */
function Progress({ at, of, onBack }: { at: number; of: number; onBack: () => void }) {
  const { t } = useTexts()
  useCommandCodes(['BACK'], onBack, at > 0)
  return (
    <div className="flex items-center gap-1">
      {at > 0 && (
        <button
          type="button"
          aria-label={t('button.back')}
          onClick={onBack}
          className="-my-4 -ml-3 grid size-14 shrink-0 place-items-center text-ink-2"
        >
          <ChevronLeft aria-hidden size={24} />
        </button>
      )}
      <div className="grow">
        <StepsBar at={at} of={of} />
      </div>
    </div>
  )
}

interface BodyProps {
  page: Page
  unit: UnitView
  draft: Draft
  checklist: Checklist
  missing: readonly Angle[]
  onNext: () => void
}

function Body({ page, unit, draft, checklist, missing, onNext }: BodyProps) {
  const { t } = useTexts()
  const shared = { unit, draft, onNext }
  switch (page.kind) {
    case 'identity':
      return <IdentityPage {...shared} />
    case 'check':
      return <CheckPage {...shared} check={page.check} />
    case 'findings':
      return <FindingsPage {...shared} />
    case 'grade':
      return <GradePage {...shared} checklist={checklist} />
    case 'photos':
      return (
        <div>
          <h2 className="text-xl leading-tight font-[650]">{t('inspect.photos')}</h2>
          <p className="mt-1 text-m text-ink-2">
            {missing.length === 0 ? t('inspect.photosExtra') : stillNeeded(missing)}
          </p>
        </div>
      )
  }
}

const stillNeeded = (angles: readonly Angle[]): string =>
  tell('inspect.stillNeeded', { angles: angles.map((angle) => wordOf('angle', angle)).join(', ') })

function useInspection(unit: UnitView) {
  const draft = useDraft(unit.lpn)
  const checklist = checklistFor(unit, unit.known)
  const pages = pagesOf(checklist, draft)
  const at = pageAt(pages, draft)
  const page = pages[at] ?? { kind: 'identity' as const }
  const { given } = gradesOf(checklist, draft)
  const missing = missingAngles(checklist, unit, given)
  const angles = missingAngles(checklist, { ...unit, photos: [] }, given)
  const turn = (by: 1 | -1) => changeDraft(unit.lpn, { page: turned(draft, at, by) })
  return { draft, checklist, pages, at, page, missing, angles, turn }
}

/** One question a screen; the answer leads on by itself. */
export function Inspect({ unit }: { unit: UnitView }) {
  const { t } = useTexts()
  const { draft, checklist, pages, at, page, missing, angles, turn } = useInspection(unit)
  const hasCamera = useFreeCamera()
  const isLast = page.kind === 'grade'
  const camera = useCamera({ lpn: unit.lpn }, missing[0] ?? 'damage', ['PHOTO'])
  const next = () => (isLast ? void finish(unit, checklist, draft) : turn(1))
  const mayGoOn = isAnswered(page, draft) && !(page.kind === 'photos' && missing.length > 0)
  const reason = unit.line ? reasonSaid(unit.line.reason) : ''
  const facts = reason ? t('inspect.announcedReason', { reason }) : undefined
  const isTold = Object.keys(unit.known.checklists).length > 0
  if (!isTold) return <Waiting unit={unit} />
  return (
    <Screen
      title={t('inspect.title')}
      foot={
        <>
          <Press icon={<Camera aria-hidden size={20} />} onPress={camera.open}>
            {t('inspect.photo')}
          </Press>
          <Press
            look="primary"
            onward={!isLast}
            codes={['NEXT', 'CONFIRM']}
            disabled={!mayGoOn}
            onPress={next}
          >
            {isLast ? t('inspect.finish') : t('button.next')}
          </Press>
        </>
      }
    >
      <Progress at={at} of={pages.length} onBack={() => turn(-1)} />
      <UnitHead unit={unit} facts={facts} />
      <Body
        page={page}
        unit={unit}
        draft={draft}
        checklist={checklist}
        missing={missing}
        onNext={() => turn(1)}
      />
      {page.kind === 'photos' && hasCamera && (
        <Suspense>
          <LivePicture className="h-52 shrink-0" />
        </Suspense>
      )}
      {page.kind !== 'grade' && (
        <Shots unit={unit} angles={angles} missing={missing} tall={page.kind === 'photos'} />
      )}
      {camera.element}
    </Screen>
  )
}

/** Just registered: its checklist is on the way. */
function Waiting({ unit }: { unit: UnitView }) {
  const { t } = useTexts()
  return (
    <Screen title={t('inspect.title')}>
      <UnitHead unit={unit} />
      <p className="m-auto text-l text-ink-2">{t('app.loading')}</p>
    </Screen>
  )
}
