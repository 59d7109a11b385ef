import type { UnitView } from '@restow/contracts'
import { type UnitCommand, unitMay } from '@restow/domain'
import { Button, Chip, DispositionMark } from '@restow/ui'
import { tell, useTexts } from '@restow/ui/floor'
import { Undo2 } from 'lucide-react'
import { Press } from '../scanner/Press.tsx'
import { ask } from '../shell/ask.ts'
import { go, unitPath } from '../shell/go.ts'
import { Screen } from '../shell/Screen.tsx'
import { timeOfDay, wordOf } from '../shell/sentences.ts'
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

type Offered = Exclude<UnitCommand, 'AttachPhoto' | 'IdentifyUnit'>

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
        <Button key={command} onClick={() => go(unitPath(lpn, SCREEN_OF[command]))}>
          {t(`unit.do.${command}`)}
        </Button>
      ))}
      {may('SplitUnit') && unit.quantity > 1 && (
        <Button onClick={() => go(unitPath(lpn, 'split'))}>{t('unit.do.SplitUnit')}</Button>
      )}
      {may('LoseUnit') && <Button onClick={lose}>{t('unit.do.LoseUnit')}</Button>}
      {may('FindUnit') && <Button onClick={find}>{t('unit.do.FindUnit')}</Button>}
    </div>
  )
}

function Told({ unit }: { unit: UnitView }) {
  const { t } = useTexts()
  return (
    <section>
      <h2 className="text-s font-semibold text-ink-2">{t('unit.story')}</h2>
      <ol>
        {unit.story.toReversed().map(({ eventId, type, by, recordedAt }) => (
          <li key={eventId} className="flex gap-2 border-t border-line py-2 text-m">
            <span className="grow">{wordOf('event', type)}</span>
            <span className="text-ink-2">{by}</span>
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
  const isNext = nextStepOf(unit) !== 'story'
  const foot = isNext && (
    <Press look="primary" onward codes={['NEXT']} onPress={() => go(unitPath(unit.lpn))}>
      {t('unit.nextStep')}
    </Press>
  )
  return (
    <Screen title={t('unit.title')} foot={foot}>
      <UnitHead unit={unit} />
      <Standing unit={unit} />
      <Doings unit={unit} />
      {step?.undoable && (
        <Button icon={<Undo2 aria-hidden size={20} />} onClick={() => void takeBackUnit(unit)}>
          {t('unit.takeBack', { step: wordOf('event', step.type) })}
        </Button>
      )}
      <Told unit={unit} />
    </Screen>
  )
}
