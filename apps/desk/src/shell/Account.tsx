import { LANGUAGE_CODES, LANGUAGES, THEMES, useLanguage, useTheme } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { Menu, MenuItem, MenuNote } from '@restow/ui/desk-parts'
import { ChevronsUpDown } from 'lucide-react'
import { signOut, useUser } from './session.store.ts'
import { wordOf } from './words.ts'

/** Who is signed in; opens language, colours and signing out. */
export function Account() {
  const { t } = useTexts()
  const user = useUser()
  const { language, choose } = useLanguage()
  const { theme, choose: chooseTheme } = useTheme()
  const button = (
    <button
      type="button"
      className="flex w-full items-center gap-2 rounded-[8px] p-2 text-left hover:bg-line-2"
    >
      <span className="min-w-0 grow">
        <span className="unseen">{t('account.label')} </span>
        <span className="block truncate text-s font-semibold">{user.name}</span>
        <span className="block truncate text-xs text-ink-3">
          {[user.seller ?? user.badge, wordOf('role', user.role)].filter(Boolean).join(' · ')}
        </span>
      </span>
      <ChevronsUpDown aria-hidden size={15} className="shrink-0 text-ink-3" />
    </button>
  )
  return (
    <Menu button={button}>
      <MenuNote>{t('account.language')}</MenuNote>
      {LANGUAGE_CODES.map((code) => (
        <MenuItem key={code} lang={code} on={code === language} onPick={() => choose(code)}>
          {LANGUAGES[code]}
        </MenuItem>
      ))}
      <MenuNote>{t('account.colours')}</MenuNote>
      {THEMES.map((one) => (
        <MenuItem key={one} on={one === theme} onPick={() => chooseTheme(one)}>
          {t(`theme.${one}`)}
        </MenuItem>
      ))}
      <div className="my-1 border-t border-line" />
      <MenuItem onPick={() => void signOut()}>{t('account.signOut')}</MenuItem>
    </Menu>
  )
}
