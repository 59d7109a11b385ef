import type { WaitingItem } from '@restow/contracts'
import { WOULD_LEAD_TO } from '@restow/domain'
import { Code } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { Card } from '@restow/ui/desk-parts'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { dayAndTime, whole, wordOf } from '../shell/words.ts'
import { FactList } from '../units/FactList.tsx'
import { deviceName } from './words.ts'

const isPlate = (code: string): boolean => /^RU\d{10}$/.test(code)

function About({ code }: { code: string }) {
  const to = isPlate(code) ? `/units/${code}` : `/parcels/${encodeURIComponent(code)}`
  return (
    <Link to={to} className="text-accent underline underline-offset-2">
      <Code value={code} />
    </Link>
  )
}

/** What was refused at a handheld and let go there: it never happened. */
export function DroppedEvidence({
  item,
  gone,
  children,
}: {
  item: WaitingItem
  gone: boolean
  children: ReactNode
}) {
  const { t } = useTexts()
  const { dropped } = item
  if (!dropped) return null
  return (
    <Card title={t('waiting.droppedTitle', { what: wordOf('event', WOULD_LEAD_TO[dropped.type]) })}>
      <p className="px-3.5 pb-2 text-s text-ink-2">{t('waiting.droppedWhat')}</p>
      <FactList
        facts={[
          { name: t('waiting.about'), value: dropped.about && <About code={dropped.about} /> },
          { name: t('dropped.refusal'), value: dropped.message },
          { name: t('dropped.reason'), value: t(`dropped.${dropped.reason}`) },
          { name: t('dropped.doneBy'), value: <Code value={dropped.doneBy} /> },
          { name: t('dropped.who'), value: <Code value={dropped.droppedBy} /> },
          { name: t('dropped.when'), value: dayAndTime(dropped.droppedAt) },
          {
            name: t('waiting.device'),
            value: deviceName({ name: dropped.deviceName, deviceId: dropped.deviceId }),
          },
        ]}
      />
      <div className="px-3.5 pb-3.5 text-s">
        {gone ? (
          <p role="status" className="font-semibold text-resell">
            {t('waiting.goneTitle')}
          </p>
        ) : (
          children
        )}
      </div>
    </Card>
  )
}

/** Work that lies on a device: nobody here sees it until the device has sent it, or somebody has looked after it there. */
export function DeviceEvidence({ item }: { item: WaitingItem }) {
  const { t } = useTexts()
  const { device } = item
  if (!device) return null
  const { unsent, refused, oldestUnsentAt, lastBadge, lastSeen } = device
  return (
    <Card title={deviceName(device)}>
      <div className="flex flex-col gap-1 px-3.5 pb-2 text-s text-ink-2">
        {unsent > 0 && <p>{t('waiting.unsentWhat')}</p>}
        {refused > 0 && <p>{t('waiting.refusedWhat')}</p>}
      </div>
      <FactList
        facts={[
          { name: t('waiting.unsentCount'), value: whole(unsent) },
          { name: t('waiting.unsentSince'), value: oldestUnsentAt && dayAndTime(oldestUnsentAt) },
          { name: t('waiting.refusedCount'), value: whole(refused) },
          { name: t('waiting.lastBadge'), value: lastBadge && <Code value={lastBadge} /> },
          { name: t('waiting.lastSeen'), value: lastSeen && dayAndTime(lastSeen) },
        ]}
      />
      <p className="px-3.5 pb-3.5 text-s">
        <Link to="/set-up/devices" className="text-accent underline underline-offset-2">
          {t('waiting.allDevices')}
        </Link>
      </p>
    </Card>
  )
}
