import type { UnitView } from '@restow/contracts'
import type { ChecklistUsed, SuggestedFacts, VetoFacts } from '@restow/domain'
import { Code } from '@restow/ui'
import { tell, useTexts } from '@restow/ui/desk'
import { Card } from '@restow/ui/desk-parts'
import { Link } from 'react-router'
import { SumLines } from '../set-up/SumLines.tsx'
import { deadline } from '../shell/deadline.ts'
import { useUser } from '../shell/session.store.ts'
import { categorySaid, dayAndTime, money, reasonSaid, shortBin, wordOf } from '../shell/words.ts'
import { FactList } from './FactList.tsx'

/** The sum that the decision was made with, whatever the policy says by now. */
function Reckoned({ suggested }: { suggested: SuggestedFacts | null | undefined }) {
  const { t } = useTexts()
  if (!suggested?.arithmetic || suggested.arithmetic.length === 0) return null
  const { arithmetic, recoveredMinor, currency, policyVersion = 1 } = suggested
  return (
    <div className="mx-3.5 mb-3.5 rounded-m border border-line px-3 pb-2">
      <SumLines lines={arithmetic} total={recoveredMinor} currency={currency} />
      <p className="pt-1.5 text-xs text-ink-3">{t('policy.kept', { n: policyVersion })}</p>
    </div>
  )
}

/** Until when its seller may object to scrap, or who has agreed. */
function sellersWord(veto: VetoFacts | undefined): string | null {
  if (!veto) return null
  const { until, agreed } = veto
  return agreed
    ? tell('unit.vetoAgreed', { by: agreed.by, at: dayAndTime(agreed.at) })
    : tell('waiting.until', { until: deadline(until) })
}

/** What was decided, what had been suggested, and why it differs. */
export function Decision({ unit }: { unit: UnitView }) {
  const { t } = useTexts()
  const { decision, line } = unit
  const suggested = decision?.suggested
  const differs =
    suggested && (suggested.route !== decision.route || suggested.disposition !== decision.disposition)
  return (
    <Card title={t('unit.decision')}>
      {decision ? (
        <>
          <FactList
            facts={[
              {
                name: t('col.decision'),
                value: `${t(`disposition.${decision.disposition}`)} · ${t(`route.${decision.route}`)}`,
              },
              {
                name: t('unit.suggested'),
                value: differs
                  ? `${t(`disposition.${suggested.disposition}`)} · ${t(`route.${suggested.route}`)}`
                  : null,
              },
              {
                name: t('unit.against'),
                value: decision.overrideReason
                  ? [t(`override.${decision.overrideReason.code}`), decision.overrideReason.note]
                      .filter(Boolean)
                      .join(': ')
                  : null,
              },
              {
                name: t('unit.recovery'),
                value: suggested ? money(suggested.recoveredMinor, suggested.currency) : null,
              },
              { name: t('unit.value'), value: line ? money(line.valueMinor, line.currency) : null },
              { name: t('unit.veto'), value: sellersWord(decision.veto) },
              { name: t('unit.approval'), value: decision.approvalNeeded ? '…' : null },
              { name: t('col.by'), value: `${decision.by}, ${dayAndTime(decision.at)}` },
            ]}
          />
          <Reckoned suggested={suggested} />
        </>
      ) : (
        <p className="px-3.5 pb-3.5 text-s text-ink-2">{t('unit.undecided')}</p>
      )}
    </Card>
  )
}

/** By which questions: the house's, and where there were such, its seller's own. */
function usedSaid(used: ChecklistUsed | undefined): string | null {
  if (!used) return null
  const version = (n: number) => tell('policy.version', { n })
  const house = `${categorySaid(used.category)} · ${version(used.version)}`
  return used.own ? `${house}; ${used.own.seller} · ${version(used.own.version)}` : house
}

/** The checks with their answers, as the floor was asked them. */
export function Inspection({ unit }: { unit: UnitView }) {
  const { t, language } = useTexts()
  const { inspection, known, product } = unit
  if (!inspection) return null
  const checklists = Object.values(known.checklists)
  // As it was then; of inspections from before checklists had versions, as it stands.
  const list =
    unit.askedBy ?? checklists.find(({ category }) => category === product?.category) ?? checklists[0]
  const spoken = (text: Readonly<Record<string, string>> | undefined) => text?.[language] ?? text?.en
  const asked = inspection.answers.map(({ check, answer }) => {
    const question = list?.checks.find((one) => one.check === check)
    const label = question?.answers.find((one) => one.answer === answer)?.label
    return {
      name: spoken(question?.question) ?? check.replaceAll('_', ' '),
      value: spoken(label) ?? answer.replaceAll('_', ' '),
    }
  })
  return (
    <Card title={t('unit.inspection')}>
      <FactList
        facts={[
          { name: t('col.grade'), value: t(`grade.${inspection.grade}`) },
          {
            name: t('col.findings'),
            value: inspection.findings.map((finding) => wordOf('finding', finding)).join(', ') || '–',
          },
          ...asked,
          {
            name: t('checklists.askedBy'),
            value: usedSaid(inspection.checklist),
          },
          { name: t('unit.note'), value: inspection.note },
          { name: t('col.by'), value: `${inspection.by}, ${dayAndTime(inspection.at)}` },
        ]}
      />
    </Card>
  )
}

/** Its numbers and where it came from. */
export function Facts({ unit }: { unit: UnitView }) {
  const { t } = useTexts()
  const { role } = useUser()
  const { product, line, parcel } = unit
  return (
    <Card title={t('unit.facts')}>
      <FactList
        facts={[
          { name: t('col.seller'), value: unit.seller ?? t('unit.unclaimed') },
          { name: t('col.sku'), value: product && <Code value={product.sku} /> },
          {
            name: 'GTIN',
            value: product?.gtin && <span className="font-mono font-semibold">{product.gtin}</span>,
          },
          { name: 'FNSKU', value: product?.fnsku && <Code value={product.fnsku} /> },
          { name: 'ASIN', value: product?.asin && <Code value={product.asin} /> },
          { name: t('col.quantity'), value: unit.quantity },
          { name: t('unit.serial'), value: unit.serial && <Code value={unit.serial} /> },
          {
            name: t('unit.marketplaceLpn'),
            value: unit.marketplaceLpn && <Code value={unit.marketplaceLpn} />,
          },
          { name: t('col.reason'), value: line && reasonSaid(line.reason) },
          { name: t('col.order'), value: line?.orderNumber && <Code value={line.orderNumber} /> },
          { name: t('col.rma'), value: line && <Code value={line.rmaNumber} /> },
          {
            name: t('unit.parcel'),
            value:
              role === 'seller' ? (
                <Code value={parcel.trackingNumber} />
              ) : (
                <Link
                  to={`/parcels/${encodeURIComponent(parcel.trackingNumber)}`}
                  className="text-accent underline underline-offset-2"
                >
                  <Code value={parcel.trackingNumber} />
                </Link>
              ),
          },
          { name: t('col.bin'), value: unit.bin && <Code value={shortBin(unit.bin)} /> },
          { name: t('unit.former'), value: unit.formerLpns.join(', ') },
        ]}
      />
    </Card>
  )
}
