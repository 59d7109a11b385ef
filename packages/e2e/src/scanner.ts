import type { Page } from 'playwright-core'

/**
 * A keyboard-wedge scanner: types a code as fast key events, ended by Enter. Characters that no key gives,
 * such as the group separator, come as a scanner sends them: as text.
 */
export async function scan(page: Page, code: string): Promise<void> {
  // All at once, not one after the other's answer: a scanner does not wait, whatever the browser is busy with.
  const keys = [...code].map((character) => {
    if (character < ' ') return page.keyboard.insertText(character)
    return page.keyboard.press(character === ' ' ? 'Space' : character)
  })
  await Promise.all([...keys, page.keyboard.press('Enter')])
}
