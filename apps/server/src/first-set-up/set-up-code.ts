import { createHash, randomInt, timingSafeEqual } from 'node:crypto'

/** Without what is mistaken for something else when it is read off a console and typed: 0 O, 1 I L. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const GROUP = 4
/** Ten out of 31^8: nobody guesses it, and somebody who mistypes it has room. */
const GUESSES = 10

const group = () => Array.from({ length: GROUP }, () => LETTERS[randomInt(LETTERS.length)]).join('')

/** As it is compared: people type it in small letters, and leave the dash out. */
const plain = (code: string): string => code.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')

/** Of one length whatever was typed, so that comparing takes as long. */
const digest = (code: string): Buffer => createHash('sha256').update(plain(code)).digest()

/**
 * Proves that whoever sets the server up can read its console. It lives in this process alone: a restart makes
 * another one, and with it new guesses.
 */
export class SetUpCode {
  /** As it is shown: `K7QM-2XRD`. */
  readonly text = `${group()}-${group()}`
  readonly #digest = digest(this.text)
  #left = GUESSES

  /** Counts a wrong guess; once all are used up the right one opens nothing either. */
  check(guess: string): 'right' | 'wrong' | 'used_up' {
    if (this.#left === 0) return 'used_up'
    if (timingSafeEqual(digest(guess), this.#digest)) return 'right'
    this.#left -= 1
    return 'wrong'
  }

  /** What it opened is open. */
  spend(): void {
    this.#left = 0
  }
}
