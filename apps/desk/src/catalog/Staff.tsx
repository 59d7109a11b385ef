import type { StaffItem } from '@restow/contracts'
import { STAFF_ROLES, type StaffRole } from '@restow/domain'
import { Code } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { Action, type Column, Empty, SelectInput, Tag, TextInput, Tick } from '@restow/ui/desk-parts'
import { IdCard, Lock, LockOpen, Plus, Printer } from 'lucide-react'
import { useState } from 'react'
import { ListCard } from '../asking/ListCard.tsx'
import { usePages } from '../asking/use-pages.ts'
import { PrintDialog } from '../printing/PrintDialog.tsx'
import { History } from '../set-up/History.tsx'
import { api } from '../shell/api.ts'
import { Page } from '../shell/Page.tsx'
import { useUser } from '../shell/session.store.ts'
import { wordOf } from '../shell/words.ts'
import { FormDialog } from './FormDialog.tsx'

interface FormProps {
  staff: StaffItem | null
  onDone: () => void
  onClose: () => void
}

function StaffForm({ staff, onDone, onClose }: FormProps) {
  const { t } = useTexts()
  const [badge, setBadge] = useState(staff?.badge ?? '')
  const [name, setName] = useState(staff?.name ?? '')
  const [role, setRole] = useState<StaffRole>(staff?.role ?? 'operator')
  const [pin, setPin] = useState('')
  const [active, setActive] = useState(staff?.active ?? true)
  const save = () =>
    api.putStaff(badge.trim().toUpperCase(), { name: name.trim(), role, active, ...(pin ? { pin } : {}) })
  const hasPin = staff ? pin === '' || pin.length >= 4 : pin.length >= 4
  return (
    <FormDialog
      title={staff ? t('setUp.edit', { what: staff.badge }) : t('staff.new')}
      about={t('staff.about')}
      save={save}
      ready={badge.trim() !== '' && name.trim() !== '' && hasPin}
      onDone={onDone}
      onClose={onClose}
    >
      <TextInput
        label={t('staff.badge')}
        value={badge}
        onValue={setBadge}
        disabled={staff !== null}
        hint={t('setUp.codeHint')}
        maxLength={40}
        className="font-mono font-semibold"
      />
      <TextInput label={t('setUp.name')} value={name} onValue={setName} maxLength={100} />
      <SelectInput
        label={t('staff.role')}
        value={role}
        onValue={setRole}
        options={STAFF_ROLES.map((one) => ({ value: one, text: t(`role.${one}`) }))}
      />
      <TextInput
        label={t('staff.pin')}
        value={pin}
        onValue={(value) => setPin(value.replace(/\D/g, ''))}
        type="password"
        autoComplete="new-password"
        inputMode="numeric"
        maxLength={12}
        hint={t(staff ? 'staff.pinKeep' : 'staff.pinHint')}
      />
      <Tick checked={active} onCheck={setActive}>
        {t('staff.activeHint')}
      </Tick>
    </FormDialog>
  )
}

interface Acts {
  /** Null for who may only look. */
  edit: ((staff: StaffItem) => void) | null
  unlock: (staff: StaffItem) => void
  lock: (staff: StaffItem) => void
  /** The badge of who looks: nobody locks themselves out. */
  own: string | undefined
  print: (staff: StaffItem) => void
}

function useColumns({ edit, unlock, lock, own, print }: Acts) {
  const { t } = useTexts()
  const columns: Column<StaffItem>[] = [
    {
      key: 'badge',
      head: t('staff.badge'),
      cell: (staff) =>
        edit ? (
          <button
            type="button"
            className="row-link"
            aria-label={t('setUp.edit', { what: staff.badge })}
            onClick={() => edit(staff)}
          >
            <Code value={staff.badge} />
          </button>
        ) : (
          <Code value={staff.badge} />
        ),
    },
    {
      key: 'name',
      head: t('setUp.name'),
      cell: (staff) => staff.name,
      max: 260,
      title: (staff) => staff.name,
    },
    { key: 'role', head: t('staff.role'), cell: (staff) => wordOf('role', staff.role) },
    {
      key: 'state',
      head: t('col.state'),
      cell: (staff) => (
        <span className="flex items-center gap-2">
          <Tag look={staff.active ? 'right' : 'plain'}>{t(staff.active ? 'setUp.active' : 'staff.left')}</Tag>
          {staff.locked && (
            <>
              <Tag look="wrong">
                {staff.lockedBy ? t('staff.lockedBy', { by: staff.lockedBy }) : t('staff.lockedPins')}
              </Tag>
              <Action
                className="relative z-1 h-7"
                aria-label={`${t('staff.unlock')}: ${staff.badge}`}
                onClick={() => unlock(staff)}
                icon={<LockOpen aria-hidden size={14} />}
              >
                {t('staff.unlock')}
              </Action>
            </>
          )}
          {staff.active && !staff.locked && staff.badge !== own && (
            <Action
              look="quiet"
              className="relative z-1 h-7 px-1.5"
              aria-label={t('staff.lock', { what: staff.badge })}
              title={t('staff.lock', { what: staff.badge })}
              onClick={() => lock(staff)}
              icon={<Lock aria-hidden size={14} />}
            />
          )}
        </span>
      ),
    },
    {
      key: 'card',
      head: '',
      cell: (staff) =>
        staff.active && (
          <Action
            className="relative z-1 h-7"
            aria-label={t('printLabels.card', { what: staff.badge })}
            onClick={() => print(staff)}
            icon={<Printer aria-hidden size={14} />}
          />
        ),
      align: 'right',
    },
  ]
  return columns
}

/** Who may sign in on the floor, with which rights. */
export function Staff() {
  const { t } = useTexts()
  const { role, badge: own } = useUser()
  const [form, setForm] = useState<{ staff: StaffItem | null } | null>(null)
  const pages = usePages<StaffItem>('staff', (place, signal) => api.staff(place, signal))
  const [round, setRound] = useState(0)
  const changed = () => {
    pages.again()
    setRound((n) => n + 1)
  }
  const unlock = (staff: StaffItem) => void api.unlockStaff(staff.badge).then(changed, changed)
  const [locking, setLocking] = useState<StaffItem | null>(null)
  const isAdmin = role === 'admin'
  const [printing, setPrinting] = useState<StaffItem | null>(null)
  const edit = isAdmin ? (staff: StaffItem) => setForm({ staff }) : null
  const columns = useColumns({ edit, unlock, lock: setLocking, own, print: setPrinting })
  const add = isAdmin && (
    <Action look="primary" onClick={() => setForm({ staff: null })} icon={<Plus aria-hidden size={15} />}>
      {t('staff.new')}
    </Action>
  )
  return (
    <Page
      title={t('staff.title')}
      aside={add || <span className="text-s text-ink-2">{t('staff.adminOnly')}</span>}
    >
      <ListCard
        label={t('staff.title')}
        pages={pages}
        columns={columns}
        rowKey={(staff) => staff.badge}
        empty={
          <Empty icon={<IdCard size={22} />} title={t('staff.none')} action={add}>
            {t('staff.noneHint')}
          </Empty>
        }
      />
      <History kind="staff" round={round} />
      {printing && (
        <PrintDialog
          title={t('printLabels.card', { what: printing.badge })}
          about={t('printLabels.oneAbout')}
          labels={[{ kind: 'badge', badge: printing.badge }]}
          onClose={() => setPrinting(null)}
        />
      )}
      {locking && (
        <FormDialog
          title={t('staff.lock', { what: locking.badge })}
          about={t('staff.lockAbout', { name: locking.name })}
          act={{ text: t('staff.lockDo'), look: 'danger' }}
          ready
          save={() => api.lockStaff(locking.badge)}
          onDone={() => {
            setLocking(null)
            changed()
          }}
          onClose={() => setLocking(null)}
        />
      )}
      {form && (
        <StaffForm
          staff={form.staff}
          onClose={() => setForm(null)}
          onDone={() => {
            setForm(null)
            changed()
          }}
        />
      )}
    </Page>
  )
}
