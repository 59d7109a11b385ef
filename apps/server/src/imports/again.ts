import { isConflict } from '../ledger/append.ts'

const TRIES = 8

/** Does what fails whole where somebody else was first, anew until it was not so. */
export async function again<T>(once: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await once()
    } catch (error) {
      if (tried >= TRIES || !isConflict(error)) throw error
    }
  }
}
