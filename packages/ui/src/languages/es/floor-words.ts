import type { floorWords as english } from '../en/floor-words.ts'
import type { Translation } from '../translation.ts'

export const floorWords: Translation<typeof english> = {
  'identity.as_announced': 'Sí, es lo anunciado',
  'identity.wrong_item': 'No, es otro artículo',
  'identity.empty_box': 'La caja está vacía',
  'identity.unknown': 'No se puede saber',
}
