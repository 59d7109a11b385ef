import type { Page } from 'playwright-core'

/**
 * A keyboard-wedge scanner: types a code as fast key events, ended by Enter. Characters that no key gives,
 * such as the group separator, come as a scanner sends them: as text.
 */
export async function scan(page: Page, code: string): Promise<void> {
  for (const character of code) {
    if (character < ' ') await page.keyboard.insertText(character)
    else await page.keyboard.press(character === ' ' ? 'Space' : character)
  }
  await page.keyboard.press('Enter')
}
