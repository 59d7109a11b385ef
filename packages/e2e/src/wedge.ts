import { setTimeout as pause } from 'node:timers/promises'
import type { CDPSession, Page } from 'playwright-core'

/** A keyboard-wedge scanner by the browser's own input events, at a scanner's own speed. */

const GS = '\u001d'

export interface Manner {
  /** Between two characters, in milliseconds; as fast as events go if left out. */
  readonly pace?: number
  /** How the group separator comes: as Ctrl+], as a text of its own, or as another key. */
  readonly separator?: 'control' | 'text' | 'F8' | '|'
  readonly end?: 'Enter' | 'Tab' | 'none'
}

interface Key {
  readonly key: string
  readonly text?: string
  readonly modifiers?: number
}

const CONTROL = 2
const ENDS = { Enter: { key: 'Enter', text: '\r' }, Tab: { key: 'Tab' } } as const
const SEPARATORS = {
  control: { key: ']', modifiers: CONTROL },
  F8: { key: 'F8' },
  '|': { key: '|', text: '|' },
} as const

export class Wedge {
  readonly #cdp: CDPSession
  private constructor(cdp: CDPSession) {
    this.#cdp = cdp
  }

  static async plugInto(page: Page): Promise<Wedge> {
    return new Wedge(await page.context().newCDPSession(page))
  }

  async #press({ key, text, modifiers = 0 }: Key): Promise<void> {
    const at = {
      key,
      modifiers,
      ...(key.length > 1 ? { code: key, windowsVirtualKeyCode: codeOf(key) } : {}),
    }
    const down = text === undefined ? { type: 'rawKeyDown' as const } : { type: 'keyDown' as const, text }
    await Promise.all([
      this.#cdp.send('Input.dispatchKeyEvent', { ...at, ...down }),
      this.#cdp.send('Input.dispatchKeyEvent', { ...at, type: 'keyUp' }),
    ])
  }

  #sign(sign: string, separator: NonNullable<Manner['separator']>): Promise<unknown> {
    if (sign !== GS) return this.#press({ key: sign, text: sign })
    return separator === 'text' ? this.insert(GS) : this.#press(SEPARATORS[separator])
  }

  /** Types a code, key by key. */
  async type(code: string, { pace = 0, separator = 'control', end = 'Enter' }: Manner = {}): Promise<void> {
    const pressed: Promise<unknown>[] = []
    for (const sign of code) {
      pressed.push(this.#sign(sign, separator))
      // The scanner's own slowness, not a wait for the page.
      if (pace > 0) await pause(pace)
    }
    if (end !== 'none') pressed.push(this.#press(ENDS[end]))
    await Promise.all(pressed)
  }

  /** Inserts a text without any key event, as Android's DataWedge does. */
  insert(text: string): Promise<unknown> {
    return this.#cdp.send('Input.insertText', { text })
  }

  press(key: 'Enter' | 'Tab'): Promise<void> {
    return this.#press(ENDS[key])
  }
}

const codeOf = (key: string): number => ({ Enter: 13, Tab: 9, F8: 119 })[key] ?? 0
