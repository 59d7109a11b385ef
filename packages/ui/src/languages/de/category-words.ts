import type { categoryWords as english } from '../en/category-words.ts'
import type { Translation } from '../translation.ts'

export const categoryWords: Translation<typeof english> = {
  'category.general': 'Allgemein',
  'category.electronics': 'Elektronik',
  'category.homeware': 'Haushaltswaren',
  'category.apparel': 'Bekleidung',
  'category.beauty': 'Körperpflege',
  'category.toys': 'Spielzeug',
  'category.none': 'Ohne Checkliste',
}
