import type { holdWords as english } from '../en/hold-words.ts'
import type { Translation } from '../translation.ts'

export const holdWords: Translation<typeof english> = {
  'heldFor.suspicion': '{findings}: ¿qué se hace con ella?',
  'heldFor.seller_inactive': '{seller} no está activo. ¿Qué se hace con ella?',
}
