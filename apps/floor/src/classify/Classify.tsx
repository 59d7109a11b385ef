import type { UnitView } from '@restow/contracts'
import {
  type Command,
  type CommandOf,
  DISPOSITION_OF_ROUTE,
  isOverride,
  type Policy,
  ROUTES,
  type Route,
  type RouteOption,
  type Suggestion,
  scrapNeedsApproval,
  suggest,
} from '@restow/domain'
import { tell, useTexts } from '@restow/ui/floor'
import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { HoldInstead } from '../hold/HoldInstead.tsx'
import { Press } from '../scanner/Press.tsx'
import { ask, wouldStand } from '../shell/ask.ts'
import { go, unitPath } from '../shell/go.ts'
import { Screen } from '../shell/Screen.tsx'
import { wordOf } from '../shell/sentences.ts'
import { UnitHead } from '../units/UnitHead.tsx'
import { ForTheHouse } from './ForTheHouse.tsx'
import { Option } from './Option.tsx'
import { Sum } from './Sum.tsx'
import { bestOfEach } from './sums.ts'
import { WhySheet } from './WhySheet.tsx'

type Reason = CommandOf<'ClassifyUnit'>['overrideReason']

/** Decides, and goes on to the bin. */
async function classify(unit: UnitView, route: Route, reason: Reason): Promise<void> {
  const disposition = DISPOSITION_OF_ROUTE[route]
  const facts = `${wordOf('disposition', disposition)} · ${wordOf('route', route)}`
  const command: Command = {
    type: 'ClassifyUnit',
    lpn: unit.lpn,
    disposition,
    route,
    ...(reason ? { overrideReason: reason } : {}),
  }
  if (await ask(command, { title: tell('classify.done'), code: unit.lpn, facts, quiet: true }))
    go(unitPath(unit.lpn))
}

const otherwise = (lpn: string, route: Route): Command => ({
  ...{ type: 'ClassifyUnit', lpn, route, disposition: DISPOSITION_OF_ROUTE[route] },
  overrideReason: { code: 'other' },
})

/** The best way of each disposition; or every way that the rules let stand, also those without a sum. */
function routesFor(unit: UnitView, suggestion: Suggestion, all: boolean) {
  if (!all) return bestOfEach(suggestion)
  return ROUTES.filter((route) => wouldStand(otherwise(unit.lpn, route))).map(
    (route) =>
      suggestion.options.find((option) => option.route === route) ?? {
        route,
        disposition: DISPOSITION_OF_ROUTE[route],
        recoveredMinor: null,
        arithmetic: [],
      },
  )
}

/** What the inspection has told, in a few words. */
function Seen({ unit }: { unit: UnitView }) {
  const { t } = useTexts()
  const grade = unit.grade && t(`grade.${unit.grade}`)
  return (
    <>
      {t('classify.grade')} <b className="text-ink">{grade?.toLocaleLowerCase()}</b>
      {unit.findings.map((finding) => ` · ${t(`finding.${finding}`).toLocaleLowerCase()}`)}
    </>
  )
}

interface WaysProps {
  routes: readonly RouteOption[]
  suggestion: Suggestion
  all: boolean
  route: Route
  onPick: (route: Route) => void
}

function Ways({ routes, suggestion, all, route, onPick }: WaysProps) {
  const { t } = useTexts()
  return (
    <div role="radiogroup" aria-label={t('classify.title')} className="flex flex-col gap-2">
      {routes.map((option, i) => (
        <Option
          key={option.route}
          disposition={option.disposition}
          route={option.route}
          recovered={option.recoveredMinor}
          currency={suggestion.currency}
          suggested={option.route === suggestion.route}
          on={option.route === route}
          codes={[
            `ROUTE.${option.route}`,
            `ANSWER.${i + 1}`,
            ...(all ? [] : [`DISPOSITION.${option.disposition}`]),
          ]}
          onPick={() => onPick(option.route)}
        />
      ))}
    </div>
  )
}

interface Deciding {
  unit: UnitView
  policy: Policy
  suggestion: Suggestion
}

function Decide({ unit, policy, suggestion }: Deciding) {
  const { t } = useTexts()
  const [route, setRoute] = useState<Route>(suggestion.route)
  const [all, setAll] = useState(false)
  const [asking, setAsking] = useState(false)
  const routes = routesFor(unit, suggestion, all)
  const chosen = routes.find((option) => option.route === route) ?? suggestion
  const { disposition } = chosen
  const confirm = () => {
    if (isOverride(suggestion, disposition, route)) setAsking(true)
    else void classify(unit, route, undefined)
  }
  return (
    <Screen
      title={t('classify.title')}
      over={
        asking && (
          <WhySheet
            onClose={() => setAsking(false)}
            onReason={(reason) => void classify(unit, route, reason)}
          />
        )
      }
      foot={
        <>
          <Press codes={['OTHER']} disabled={all} onPress={() => setAll(true)}>
            {t('classify.other')}
          </Press>
          <Press look="primary" onward codes={['CONFIRM', 'NEXT']} onPress={confirm}>
            {t('classify.confirm')}
          </Press>
        </>
      }
    >
      <UnitHead unit={unit} facts={<Seen unit={unit} />} />
      <Ways routes={routes} suggestion={suggestion} all={all} route={route} onPick={setRoute} />
      <Sum option={chosen} suggestion={suggestion} />
      {disposition === 'scrap' && scrapNeedsApproval(unit, policy) && (
        <p className="flex items-start gap-2 text-m font-semibold text-look">
          <TriangleAlert aria-hidden size={18} className="mt-0.5 shrink-0" />
          {t(isValued(unit) ? 'classify.approval' : 'classify.approvalUnknown')}
        </p>
      )}
    </Screen>
  )
}

const isValued = ({ line }: UnitView) => line !== null && line.valueMinor !== null

/** Resell, refurbish or scrap: the suggestion with its arithmetic, and the other ways beside it. */
export function Classify({ unit }: { unit: UnitView }) {
  const { t } = useTexts()
  const policy = unit.seller === null ? undefined : unit.known.sellers[unit.seller]?.policy
  const suggestion = policy ? suggest(unit, policy) : null
  if (policy && suggestion) return <Decide unit={unit} policy={policy} suggestion={suggestion} />
  if (unit.house && unit.seller === null)
    return <ForTheHouse unit={unit} decide={(route) => void classify(unit, route, undefined)} />
  return (
    <Screen title={t('classify.title')} foot={<HoldInstead unit={unit} question="" />}>
      <UnitHead unit={unit} />
      <p className="m-auto text-center text-l text-ink-2">
        {policy ? t('classify.noRoute') : t('classify.unclaimed')}
      </p>
    </Screen>
  )
}
