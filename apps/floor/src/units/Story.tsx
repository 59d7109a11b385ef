import type { UnitView } from '@restow/contracts'
import { type HoldFacts, type UnitCommand, unitMay } from '@restow/domain'
import { Chip, DispositionMark } from '@restow/ui'
import { tell, useTexts } from '@restow/ui/floor'
import { Printer, Undo2 } from 'lucide-react'
import { usePrintUnit } from '../printing/ReprintSheet.tsx'
import { Press } from '../scanner/Press.tsx'
import { ask } from '../shell/ask.ts'
import { go, unitPath } from '../shell/go.ts'
import { Screen } from '../shell/Screen.tsx'
import { questionSaid, timeOfDay, wordOf } from '../shell/sentences.ts'
import { nextStepOf, type UnitStep } from './next-step.ts'
import { lastStep, takeBackUnit } from './take-back.ts'
import { UnitHead } from './UnitHead.tsx'

/** Where each command has its screen; the others are done at once. */
const SCREEN_OF: Partial<Record<UnitCommand, UnitStep>> = {
  InspectUnit: 'inspect',
  ClassifyUnit: 'classify',
  PutAwayUnit: 'putaway',
  StartRefurbishment: 'refurbish',
  FinishRefurbishment: 'finish',
  ApproveScrap: 'approve',
  ScrapUnit: 'scrap',
  DispatchUnit: 'dispatch',
  HoldUnit: 'hold',
  ReleaseUnit: 'held',
  ReplacePlate: 'replace',
}
const OFFERED = Object.keys(SCREEN_OF) as (keyof typeof SCREEN_OF & UnitCommand)[]

function Standing({ unit }: { unit: UnitView }) {
  const { t } = useTexts()
  const { state, disposition, route, grade, bin, held, missing } = unit
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      <Chip>{t(`unitState.${state}`)}</Chip>
      {disposition && (
        <Chip>
          <DispositionMark of={disposition} size="s" />
          {t(`disposition.${disposition}`)}
          {route && ` · ${t(`route.${route}`)}`}
        </Chip>
      )}
      {grade && <Chip>{t(`grade.${grade}`)}</Chip>}
      {bin && <Chip>{t('unit.in', { bin })}</Chip>}
      {held && <Chip look="hold">{t('hold.done')}</Chip>}
      {missing && <Chip look="wrong">{t('plate.lost')}</Chip>}
    </div>
  )
}

type Offered = Exclude<UnitCommand, 'AttachPhoto' | 'IdentifyUnit' | 'WriteOffUnit' | 'AnswerScrap'>

function Doings({ unit }: { unit: UnitView }) {
  const { t } = useTexts()
  const may = (command: UnitCommand) => unitMay(command, unit).allowed
  const { lpn } = unit
  const offered = OFFERED.filter(may) as Offered[]
  const lose = () => void ask({ type: 'LoseUnit', lpn }, { title: tell('plate.lost'), code: lpn })
  const find = () => void ask({ type: 'FindUnit', lpn }, { title: tell('plate.found'), code: lpn })
  return (
    <div className="grid grid-cols-2 gap-2">
      {offered.map((command) => (
        <Press
          key={command}
          codes={[`STEP.${SCREEN_OF[command]}`]}
          onPress={() => go(unitPath(lpn, SCREEN_OF[command]))}
        >
          {t(`unit.do.${command}`)}
        </Press>
      ))}
      {may('SplitUnit') && unit.quantity > 1 && (
        <Press codes={['STEP.split']} onPress={() => go(unitPath(lpn, 'split'))}>
          {t('unit.do.SplitUnit')}
        </Press>
      )}
      {may('LoseUnit') && (
        <Press codes={['STEP.lose']} onPress={lose}>
          {t('unit.do.LoseUnit')}
        </Press>
      )}
      {may('FindUnit') && (
        <Press codes={['STEP.find']} onPress={find}>
          {t('unit.do.FindUnit')}
        </Press>
      )}
    </div>
  )
}

/** What somebody said with it: a question, an answer, a note. */
function Words({ data }: { data: Readonly<Record<string, unknown>> }) {
  const { question, because } = data as Partial<HoldFacts>
  const said = data.answer ?? (question && questionSaid({ question, because })) ?? data.note
  if (typeof said !== 'string' || said === '') return null
  return <span className="block text-s break-words whitespace-pre-wrap text-ink-2">“{said}”</span>
}

function Told({ unit }: { unit: UnitView }) {
  const { t } = useTexts()
  return (
    <section>
      <h2 className="text-s font-semibold text-ink-2">{t('unit.story')}</h2>
      <ol>
        {unit.story.toReversed().map(({ eventId, type, by, recordedAt, data }) => (
          <li key={eventId} className="flex gap-2 border-t border-line py-2 text-m">
            <span className="min-w-0 grow">
              {wordOf('event', type)}
              <Words data={data} />
            </span>
            <span className="max-w-28 truncate text-ink-2">{by}</span>
            <span className="w-12 text-right text-ink-2">{timeOfDay(recordedAt)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** All about a unit: where it stands, whatever can be done with it, taking back, and its story. */
export function Story({ unit }: { unit: UnitView }) {
  const { t } = useTexts()
  const step = lastStep(unit)
  const printing = usePrintUnit(unit)
  const isNext = nextStepOf(unit) !== 'story'
  const foot = isNext && (
    <Press look="primary" onward codes={['NEXT']} onPress={() => go(unitPath(unit.lpn))}>
      {t('unit.nextStep')}
    </Press>
  )
  return (
    <Screen title={t('unit.title')} foot={foot} over={printing.sheet}>
      <UnitHead unit={unit} />
      <Standing unit={unit} />
      <Doings unit={unit} />
      {step?.undoable && (
        <Press
          icon={<Undo2 aria-hidden size={20} />}
          codes={['UNDO']}
          onPress={() => void takeBackUnit(unit)}
        >
          {t('unit.takeBack', { step: wordOf('event', step.type) })}
        </Press>
      )}
      <Press icon={<Printer aria-hidden size={20} />} codes={['PRINT']} onPress={printing.press}>
        {t('print.label')}
      </Press>
      <Told unit={unit} />
    </Screen>
  )
}
