import type { settledWords as english } from '../en/settled-words.ts'
import type { Translation } from '../texts.ts'

export const settledWords: Translation<typeof english> = {
  'event.ExceptionSettled': 'geklärt',
  'event.UnitWrittenOff': 'ausgebucht',
}
