import { numberFormat } from '@restow/ui'
import { useTexts } from '@restow/ui/floor'
import { TriangleAlert } from 'lucide-react'
import { useEffect } from 'react'
import { lookAtKeeping, useKeeping } from './keeping.store.ts'
import { Group, Toggle } from './Toggle.tsx'
import { canStayAwake, useAwake } from './wake-lock.ts'

const inMegabytes = (bytes: number, language: string): string =>
  numberFormat(language, { maximumFractionDigits: bytes < 1e7 ? 1 : 0 }).format(bytes / 1e6)

/** Whether what is unsent stays here whatever happens, or what may become of it. */
function Keeping() {
  const { t, language } = useTexts()
  const { kept, used, quota } = useKeeping()
  useEffect(() => {
    void lookAtKeeping().catch(() => undefined)
  }, [])
  return (
    <>
      {kept === true && <p className="text-m">{t('device.kept')}</p>}
      {kept !== true && (
        <p className="flex items-start gap-2 rounded-m bg-refurbish-soft p-3 text-l text-refurbish">
          <TriangleAlert aria-hidden size={20} className="mt-0.5 shrink-0" />
          {t(kept === false ? 'device.notKept' : 'device.unknown')}
        </p>
      )}
      {used !== null && quota !== null && (
        <p className="text-s text-ink-2">
          {t('device.used', { used: inMegabytes(used, language), room: inMegabytes(quota, language) })}
        </p>
      )}
    </>
  )
}

function Awake() {
  const { t } = useTexts()
  const { on, choose } = useAwake()
  if (!canStayAwake()) return null
  return (
    <Group title={t('device.awake')} columns={2}>
      <Toggle codes={['AWAKE.on']} on={on} onPick={() => choose(true)}>
        {t('menu.on')}
      </Toggle>
      <Toggle codes={['AWAKE.off']} on={!on} onPick={() => choose(false)}>
        {t('menu.off')}
      </Toggle>
    </Group>
  )
}

/** What this device keeps, whether its screen stays on, and which version of the app it has. */
export function ThisDevice() {
  const { t } = useTexts()
  return (
    <>
      <Awake />
      <section className="flex flex-col gap-2">
        <h2 className="text-s font-semibold text-ink-2">{t('device.title')}</h2>
        <Keeping />
        <p className="text-s text-ink-2">
          {t('device.version', { version: import.meta.env.VITE_APP_VERSION ?? '' })}
        </p>
      </section>
    </>
  )
}
