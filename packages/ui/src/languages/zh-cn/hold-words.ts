import type { holdWords as english } from '../en/hold-words.ts'
import type { Translation } from '../translation.ts'

export const holdWords: Translation<typeof english> = {
  'heldFor.suspicion': '{findings}：该如何处理？',
  'heldFor.seller_inactive': '{seller} 已停用。该如何处理？',
}
