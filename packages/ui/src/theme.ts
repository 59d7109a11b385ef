import { create } from 'zustand'

/** `system` follows the device. */
export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const KEPT_AS = 'restow.theme'
const darkDevice = () => window.matchMedia('(prefers-color-scheme: dark)')

function remembered(): Theme {
  const kept = globalThis.localStorage?.getItem(KEPT_AS)
  return THEMES.find((theme) => theme === kept) ?? 'system'
}

function paint(theme: Theme): void {
  const dark = theme === 'dark' || (theme === 'system' && darkDevice().matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
  const ground = dark ? '#151a21' : '#ffffff'
  document.querySelector('meta[name="theme-color"]')?.setAttribute('content', ground)
}

/** The colours in use: remembered on the device. */
export const useTheme = create<{ theme: Theme; choose: (theme: Theme) => void }>((set) => ({
  theme: remembered(),
  choose: (theme) => {
    localStorage.setItem(KEPT_AS, theme)
    paint(theme)
    set({ theme })
  },
}))

/** Paints the page in the remembered colours, and follows the device where nothing else was chosen. */
export function startTheme(): void {
  paint(useTheme.getState().theme)
  darkDevice().addEventListener('change', () => paint(useTheme.getState().theme))
}
