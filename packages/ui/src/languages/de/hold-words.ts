import type { holdWords as english } from '../en/hold-words.ts'
import type { Translation } from '../translation.ts'

export const holdWords: Translation<typeof english> = {
  'heldFor.suspicion': '{findings}: Was wird daraus?',
  'heldFor.seller_inactive': '{seller} ist nicht aktiv. Was wird daraus?',
}
