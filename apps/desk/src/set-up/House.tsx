import type { WarehouseItem } from '@restow/contracts'
import { LEAST_TARGET, LONGEST_TARGET, TARGETS, type TargetName } from '@restow/domain'
import { useTexts } from '@restow/ui/desk'
import { Action, Card, SelectInput, TextInput } from '@restow/ui/desk-parts'
import { useState } from 'react'
import { Link } from 'react-router'
import { ProblemNote } from '../asking/Problem.tsx'
import { useAsk } from '../asking/use-ask.ts'
import { Demands } from '../devices/Demands.tsx'
import { clockIn, currencies, timeZones } from '../first-set-up/choices.ts'
import { api } from '../shell/api.ts'
import { Page } from '../shell/Page.tsx'
import { takeUpSession, useUser } from '../shell/session.store.ts'
import { span } from '../shell/words.ts'
import { Rule } from '../unclaimed/Rule.tsx'
import { History } from './History.tsx'
import { hoursOf, secondsOf } from './policy-fields.ts'
import { type Saving, useSaving } from './use-saving.ts'

interface PartProps {
  house: WarehouseItem
  fixed: boolean
  onKept: (house: WarehouseItem) => void
}

function Foot({
  saving,
  changed,
  ready,
  onSave,
}: {
  saving: Saving
  changed: boolean
  ready: boolean
  onSave: () => void
}) {
  const { t } = useTexts()
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Action look="primary" disabled={saving.busy || !changed || !ready} onClick={onSave}>
        {t(saving.busy ? 'setUp.saving' : 'button.save')}
      </Action>
      <p role="alert" className="text-s font-semibold text-wrong empty:hidden">
        {saving.wrong}
      </p>
      <p role="status" className="text-s text-ink-2 empty:hidden">
        {changed ? '' : saving.done}
      </p>
    </div>
  )
}

function Facts({ house, fixed, onKept }: PartProps) {
  const { t, language } = useTexts()
  const [name, setName] = useState(house.name)
  const [timeZone, setTimeZone] = useState(house.timeZone)
  const [currency, setCurrency] = useState(house.currency)
  const saving = useSaving()
  const movesClock = timeZone !== house.timeZone
  const changed = name.trim() !== house.name || movesClock || currency !== house.currency
  const save = () =>
    saving.run(t('house.saved'), async () => {
      onKept(await api.putWarehouse({ name: name.trim(), timeZone, currency }))
      // Times on every page are read in the warehouse's zone.
      if (movesClock) await takeUpSession()
    })
  return (
    <Card title={t('house.facts')}>
      <div className="flex flex-col gap-3.5 px-3.5 pb-3.5">
        <div className="grid gap-3 sm:grid-cols-2">
          <TextInput
            label={t('first.house')}
            value={house.code}
            onValue={() => {}}
            readOnly
            className="font-mono font-semibold"
            hint={t('house.codeStays')}
          />
          <TextInput
            label={t('first.houseName')}
            value={name}
            onValue={setName}
            maxLength={100}
            readOnly={fixed}
            wrong={name.trim() === '' ? t('first.wrong.houseName') : undefined}
            hint={t('house.nameHint')}
          />
          <SelectInput
            label={t('first.timeZone')}
            value={timeZone}
            onValue={setTimeZone}
            options={timeZones(house.timeZone).map((zone) => ({ value: zone, text: zone }))}
            disabled={fixed}
            hint={t('first.timeZoneHint', { now: clockIn(timeZone, language, new Date()) })}
          />
          <SelectInput
            label={t('first.currency')}
            value={currency}
            onValue={setCurrency}
            options={currencies(language)}
            disabled={fixed}
            hint={t('first.currencyHint')}
          />
        </div>
        {movesClock && (
          <p className="rounded-[6px] bg-refurbish-soft px-3 py-2 text-s text-refurbish">
            {t('house.clockMoves')}
          </p>
        )}
        {!fixed && (
          <Foot saving={saving} changed={changed} ready={name.trim() !== ''} onSave={() => void save()} />
        )}
      </div>
    </Card>
  )
}

function Targets({ house, fixed, onKept }: PartProps) {
  const { t } = useTexts()
  const kept = Object.fromEntries(TARGETS.map((name) => [name, hoursOf(house.targets[name])])) as Record<
    TargetName,
    string
  >
  const [hours, setHours] = useState(kept)
  const saving = useSaving()
  const seconds = Object.fromEntries(TARGETS.map((name) => [name, secondsOf(hours[name])])) as Record<
    TargetName,
    number | null
  >
  const isWrong = (name: TargetName) => {
    const value = seconds[name]
    return value === null || value < LEAST_TARGET || value > LONGEST_TARGET
  }
  const ready = !TARGETS.some(isWrong)
  const changed = TARGETS.some((name) => hours[name] !== kept[name])
  const save = () =>
    saving.run(t('targets.saved'), async () => {
      onKept(await api.putWarehouse({ targets: seconds as WarehouseItem['targets'] }))
    })
  return (
    <Card title={t('targets.title')}>
      <div className="flex flex-col gap-3.5 px-3.5 pb-3.5">
        <p className="max-w-[72ch] text-s text-ink-2">{t('targets.about')}</p>
        <div className="grid gap-3 sm:grid-cols-3">
          {TARGETS.map((name) => {
            const value = seconds[name]
            return (
              <TextInput
                key={name}
                label={t(`targets.${name}`)}
                value={hours[name]}
                onValue={(text) => {
                  saving.forget()
                  setHours((before) => ({ ...before, [name]: text }))
                }}
                inputMode="decimal"
                maxLength={6}
                readOnly={fixed}
                hint={t(`targets.${name}Hint`, { span: value === null ? '' : span(value) })}
                wrong={isWrong(name) ? t('policy.wrong.hours_wrong') : undefined}
              />
            )
          })}
        </div>
        {!fixed && <Foot saving={saving} changed={changed} ready={ready} onSave={() => void save()} />}
        <p className="text-s text-ink-2">
          {t('targets.own')}{' '}
          <Link to="/set-up/sellers" className="text-accent underline underline-offset-2">
            {t('sellers.title')}
          </Link>
        </p>
      </div>
    </Card>
  )
}

/** The warehouse itself: what it is called, its clock and money, its time targets, what it asks of devices. */
export function House() {
  const { t } = useTexts()
  const { role } = useUser()
  const asked = useAsk('warehouse', (signal) => api.warehouse(signal))
  const [saved, setSaved] = useState<WarehouseItem | null>(null)
  const [round, setRound] = useState(0)
  const house = saved ?? asked.data
  const fixed = role !== 'admin'
  const keep = (next: WarehouseItem) => {
    setSaved(next)
    setRound((n) => n + 1)
  }
  return (
    <Page title={t('nav.house')}>
      {fixed && <p className="-mt-2 text-s text-ink-2">{t('house.adminOnly')}</p>}
      {asked.problem !== null && !asked.loading && (
        <Card>
          <ProblemNote problem={asked.problem} again={asked.again} />
        </Card>
      )}
      {house && (
        <>
          <Facts key={`facts ${round}`} house={house} fixed={fixed} onKept={keep} />
          <Targets key={`targets ${round}`} house={house} fixed={fixed} onKept={keep} />
          <Card title={t('house.rules')}>
            <div className="flex flex-col gap-3 px-3.5 pb-3.5">
              <Demands />
              <div className="flex flex-wrap items-center gap-3 border-t border-line-2 pt-3">
                <span className="text-s font-semibold">{t('changed.unclaimed_policy')}</span>
                <Rule />
              </div>
            </div>
          </Card>
          <History kind="warehouse" of={house.code} round={round} />
        </>
      )}
    </Page>
  )
}
