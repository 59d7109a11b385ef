import type { ScreenItem } from '@restow/contracts'
import { Code } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { Action, Card } from '@restow/ui/desk-parts'
import { useState } from 'react'
import { useAsk } from '../asking/use-ask.ts'
import { FormDialog } from '../catalog/FormDialog.tsx'
import { api } from '../shell/api.ts'
import { dayAndTime, spanSince } from '../shell/words.ts'

/** Dock 2 before Dock 10. */
const byName = (one: ScreenItem, other: ScreenItem): number =>
  one.name.localeCompare(other.name, undefined, { numeric: true })

/** Screens that hang on walls and look at boards as themselves; there is nothing to see where none does. */
export function Screens() {
  const { t } = useTexts()
  const asked = useAsk('screens', (signal) => api.screens(signal))
  const [down, setDown] = useState<ScreenItem | null>(null)
  const items = asked.data?.items ?? []
  if (items.length === 0) return null
  return (
    <Card title={t('screens.title')} className="flex shrink-0 flex-col overflow-hidden lg:max-h-2/5">
      <p className="px-3.5 pb-2 text-s text-ink-2">{t('screens.about')}</p>
      <ul aria-label={t('screens.title')} className="min-h-0 overflow-y-auto">
        {[...items].sort(byName).map((screen) => (
          <Hanging key={screen.id} screen={screen} onDown={() => setDown(screen)} />
        ))}
      </ul>
      {down && (
        <FormDialog
          title={t('screens.downTitle', { what: down.name })}
          about={t('screens.downAbout')}
          save={() => api.takeDownScreen(down.id)}
          ready
          onDone={() => {
            setDown(null)
            asked.again()
          }}
          onClose={() => setDown(null)}
          act={{ text: t('screens.down'), look: 'danger' }}
        />
      )}
    </Card>
  )
}

function Hanging({ screen, onDown }: { screen: ScreenItem; onDown: () => void }) {
  const { t } = useTexts()
  const { name, hungBy, hungAt, lastSeen } = screen
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line-2 px-3.5 py-2 text-s">
      <span className="min-w-0 font-semibold wrap-anywhere">{name}</span>
      <span className="text-ink-2">
        {t('screens.since', { at: dayAndTime(hungAt) })} <Code value={hungBy} />
      </span>
      <span className="ml-auto flex items-center gap-2 text-ink-2">
        {t('screens.seen', { span: spanSince(lastSeen) })}
        <Action aria-label={`${t('screens.down')}: ${name}`} onClick={onDown}>
          {t('screens.down')}
        </Action>
      </span>
    </li>
  )
}
