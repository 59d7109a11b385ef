import { LANGUAGE_CODES, LANGUAGES, THEMES, useLanguage, useTheme } from '@restow/ui'
import { useTexts } from '@restow/ui/floor'
import { LayoutList, LogOut, Printer, ScanBarcode, Send } from 'lucide-react'
import { CopyLine } from '../copy/CopyLine.tsx'
import { LABELS_BY, useLabels } from '../plates/print.ts'
import { ThisPrinter } from '../printing/ThisPrinter.tsx'
import { printPlates } from '../register/register.ts'
import { inCode } from '../scanner/bus.ts'
import { Press } from '../scanner/Press.tsx'
import { useSound } from './feedback.ts'
import { go } from './go.ts'
import { Screen } from './Screen.tsx'
import { changeHands, useSession } from './session.store.ts'
import { ThisDevice } from './ThisDevice.tsx'
import { Group, Toggle } from './Toggle.tsx'
import { UpdateNow } from './UpdateLine.tsx'

const PLATES = [1, 10, 24] as const

function Preferences() {
  const { t } = useTexts()
  const { language, choose } = useLanguage()
  const theme = useTheme()
  const sound = useSound()
  const labels = useLabels()
  return (
    <>
      <Group title={t('menu.language')} columns={2}>
        {LANGUAGE_CODES.map((code) => (
          <Toggle
            key={code}
            lang={code}
            codes={[`LANGUAGE.${inCode(code)}`]}
            on={code === language}
            onPick={() => choose(code)}
          >
            {LANGUAGES[code]}
          </Toggle>
        ))}
      </Group>
      <Group title={t('menu.theme')} columns={3}>
        {THEMES.map((one) => (
          <Toggle
            key={one}
            codes={[`THEME.${one}`]}
            on={one === theme.theme}
            onPick={() => theme.choose(one)}
          >
            {t(`menu.theme.${one}`)}
          </Toggle>
        ))}
      </Group>
      <Group title={t('menu.sound')} columns={2}>
        <Toggle codes={['SOUND.on']} on={sound.on} onPick={() => sound.choose(true)}>
          {t('menu.on')}
        </Toggle>
        <Toggle codes={['SOUND.off']} on={!sound.on} onPick={() => sound.choose(false)}>
          {t('menu.off')}
        </Toggle>
      </Group>
      <Group title={t('menu.labels')} columns={2}>
        {LABELS_BY.map((way) => (
          <Toggle
            key={way}
            codes={[`LABELS.${way}`]}
            on={way === labels.by}
            onPick={() => labels.choose(way)}
          >
            {t(`menu.labels.${way}`)}
          </Toggle>
        ))}
      </Group>
    </>
  )
}

/** Who is here, and how the app looks and sounds on this device. */
export function Menu() {
  const { t, tn } = useTexts()
  const person = useSession((s) => s.person)
  if (!person) return null
  const foot = (
    <Press
      look="primary"
      icon={<LogOut aria-hidden size={20} />}
      codes={['SIGN_OUT']}
      onPress={() => void changeHands()}
    >
      {t('menu.signOut')}
    </Press>
  )
  return (
    <Screen title={t('menu.title')} foot={foot}>
      <p className="text-l font-semibold">
        {person.name}
        <span className="block text-m font-normal text-ink-2">
          {person.badge} · {t(`role.${person.role}`)} · {person.warehouse}
        </span>
      </p>
      <UpdateNow />
      <CopyLine />
      <ThisPrinter />
      <Press icon={<Send aria-hidden size={20} />} codes={['SENDING']} onPress={() => go('/attention')}>
        {t('menu.sending')}
      </Press>
      <Press icon={<ScanBarcode aria-hidden size={20} />} codes={['TRIGGER']} onPress={() => go('/trigger')}>
        {t('trigger.setUp')}
      </Press>
      <Press icon={<LayoutList aria-hidden size={20} />} codes={['COMMANDS']} onPress={() => go('/commands')}>
        {t('command.sheet')}
      </Press>
      <Group title={t('menu.printPlates')} columns={3}>
        {PLATES.map((count) => (
          <Press
            key={count}
            className="!px-2 !text-m"
            icon={<Printer aria-hidden size={18} />}
            codes={[`PLATES.${count}`]}
            onPress={() => void printPlates(count, 'roll')}
          >
            {tn('menu.plates', count)}
          </Press>
        ))}
      </Group>
      <Preferences />
      <ThisDevice />
    </Screen>
  )
}
