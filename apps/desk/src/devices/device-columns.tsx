import type { DeviceItem } from '@restow/contracts'
import { Code } from '@restow/ui'
import { tell, tellCount, useTexts } from '@restow/ui/desk'
import { Action, type Column, Tag } from '@restow/ui/desk-parts'
import { BatteryCharging, Clock } from 'lucide-react'
import { dayAndTime, spanSince, whole } from '../shell/words.ts'
import { calledBy } from './DeviceDialogs.tsx'

/** Work that nobody can see for longer than this has to be looked after. */
const LONG_S = 15 * 60
export const waitsLong = ({ oldestUnsentAt }: DeviceItem, now = Date.now()): boolean =>
  oldestUnsentAt !== null && now - Date.parse(oldestUnsentAt) > LONG_S * 1000

export interface Deeds {
  rename: (device: DeviceItem) => void
  showDropped: (device: DeviceItem) => void
  revoke: (device: DeviceItem) => void
  restore: (device: DeviceItem) => void
}

function Unsent({ device, showDropped }: { device: DeviceItem; showDropped: Deeds['showDropped'] }) {
  const { unsent, oldestUnsentAt, refused, dropped } = device
  return (
    <span className="flex items-center gap-2 tabular-nums">
      {oldestUnsentAt === null
        ? whole(unsent)
        : tell('devices.unsentSince', { count: whole(unsent), span: spanSince(oldestUnsentAt) })}
      {waitsLong(device) && (
        <Tag look="look">
          <Clock aria-hidden size={12} className="mr-1" />
          {tell('devices.waitsLong')}
        </Tag>
      )}
      {refused > 0 && <Tag look="wrong">{tellCount('devices.refused', refused)}</Tag>}
      {dropped > 0 && (
        <Action
          className="relative z-1 h-7"
          aria-label={tell('dropped.title', { what: calledBy(device) })}
          onClick={() => showDropped(device)}
        >
          {tellCount('dropped.count', dropped)}
        </Action>
      )}
    </span>
  )
}

function Battery({ device: { battery, charging } }: { device: DeviceItem }) {
  if (battery === null) return <span className="text-ink-3">–</span>
  return (
    <span className="inline-flex items-center gap-1 tabular-nums">
      {battery} %{charging && <BatteryCharging aria-label={tell('devices.charging')} role="img" size={14} />}
    </span>
  )
}

function State({ device }: { device: DeviceItem }) {
  const { enrolled, revokedAt, revokedBy } = device
  if (revokedAt !== null)
    return (
      <span title={tell('devices.outBy', { at: dayAndTime(revokedAt), by: revokedBy ?? '' })}>
        <Tag look="wrong">{tell('devices.outOfUse')}</Tag>
      </span>
    )
  return (
    <Tag look={enrolled ? 'right' : 'plain'}>{tell(enrolled ? 'devices.inUse' : 'devices.notEnrolled')}</Tag>
  )
}

function Name({ device, rename }: { device: DeviceItem; rename: Deeds['rename'] }) {
  const what = calledBy(device)
  return (
    <button
      type="button"
      className="row-link"
      aria-label={tell('devices.rename', { what })}
      onClick={() => rename(device)}
    >
      {device.name === null ? (
        <Code value={device.deviceId} />
      ) : (
        <span className="font-semibold">{what}</span>
      )}
    </button>
  )
}

function Deed({ device, revoke, restore }: { device: DeviceItem } & Pick<Deeds, 'revoke' | 'restore'>) {
  const isOut = device.revokedAt !== null
  const text = tell(isOut ? 'devices.restore' : 'devices.revoke')
  return (
    <Action
      className="relative z-1 h-7"
      aria-label={`${text}: ${calledBy(device)}`}
      onClick={() => (isOut ? restore : revoke)(device)}
    >
      {text}
    </Action>
  )
}

const never = () => <span className="text-ink-3">{tell('devices.never')}</span>

/** A device in the list: who had it last and when, how it is, and what it still keeps. */
export function useDeviceColumns({ rename, showDropped, ...deeds }: Deeds): Column<DeviceItem>[] {
  const { t } = useTexts()
  return [
    {
      key: 'name',
      head: t('devices.name'),
      cell: (device) => <Name {...{ device, rename }} />,
      max: 240,
      title: (device) => device.deviceId,
    },
    { key: 'unsent', head: t('devices.unsent'), cell: (device) => <Unsent {...{ device, showDropped }} /> },
    { key: 'state', head: t('col.state'), cell: (device) => <State device={device} /> },
    {
      key: 'seen',
      head: t('devices.seen'),
      cell: ({ lastSeen }) => (lastSeen === null ? never() : t('devices.ago', { span: spanSince(lastSeen) })),
      title: ({ lastSeen }) => (lastSeen === null ? undefined : dayAndTime(lastSeen)),
      from: 'sm',
    },
    {
      key: 'badge',
      head: t('devices.badge'),
      cell: ({ lastBadge }) => (lastBadge === null ? never() : <Code value={lastBadge} />),
      from: 'md',
    },
    { key: 'battery', head: t('devices.battery'), cell: (device) => <Battery device={device} />, from: 'lg' },
    { key: 'version', head: t('devices.version'), cell: ({ appVersion }) => appVersion ?? '–', from: 'lg' },
    {
      key: 'deed',
      head: '',
      cell: (device) => <Deed device={device} {...deeds} />,
      align: 'right',
    },
  ]
}
