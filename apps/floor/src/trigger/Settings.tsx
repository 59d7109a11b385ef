import { Chip, Field } from '@restow/ui'
import { useTexts } from '@restow/ui/floor'
import { X } from 'lucide-react'
import { Pick } from '../scanner/Pick.tsx'
import { Press } from '../scanner/Press.tsx'
import { AS_DELIVERED, SUFFIXES, setTrigger, useTrigger } from '../scanner/trigger.store.ts'
import { visible } from './signs.ts'

function StandIns({ asking, onAsk }: { asking: boolean; onAsk: () => void }) {
  const { t } = useTexts()
  const { standInKeys, standInTexts } = useTrigger()
  const all = [...standInKeys, ...standInTexts]
  const forget = (gone: string) =>
    setTrigger({
      standInKeys: standInKeys.filter((one) => one !== gone),
      standInTexts: standInTexts.filter((one) => one !== gone),
    })
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-l font-semibold">{t('trigger.standIns')}</h2>
      {all.length === 0 && <p className="text-m text-ink-2">{t('trigger.noStandIns')}</p>}
      <ul className="flex flex-wrap gap-2">
        {all.map((one) => (
          <li key={one}>
            <button
              type="button"
              aria-label={t('trigger.forget', { what: visible(one) })}
              onClick={() => forget(one)}
              className="flex min-h-touch items-center gap-1"
            >
              <Chip>
                {visible(one)} <X aria-hidden size={16} />
              </Chip>
            </button>
          </li>
        ))}
      </ul>
      <Press onPress={onAsk}>{t(asking ? 'trigger.pressNow' : 'trigger.pressKey')}</Press>
    </section>
  )
}

/** What this device's scanner does in its own way; from here on the app reckons with it. */
export function Settings({ asking, onAsk }: { asking: boolean; onAsk: () => void }) {
  const { t } = useTexts()
  const { prefix, suffix } = useTrigger()
  return (
    <>
      <StandIns asking={asking} onAsk={onAsk} />
      <section>
        <h2 className="mb-2 text-l font-semibold">{t('trigger.ends')}</h2>
        <div role="radiogroup" aria-label={t('trigger.ends')} className="grid grid-cols-2 gap-2">
          {SUFFIXES.map((one, i) => (
            <Pick key={one} mark={i + 1} on={one === suffix} onPick={() => setTrigger({ suffix: one })}>
              <span className="text-m">{t(`trigger.ends.${one}`)}</span>
            </Pick>
          ))}
        </div>
      </section>
      <Field
        label={t('trigger.prefix')}
        value={prefix}
        onValue={(typed) => setTrigger({ prefix: typed })}
        scans="keep"
        maxLength={20}
      />
      <Press onPress={() => setTrigger(AS_DELIVERED)}>{t('trigger.reset')}</Press>
    </>
  )
}
