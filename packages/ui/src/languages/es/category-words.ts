import type { categoryWords as english } from '../en/category-words.ts'
import type { Translation } from '../translation.ts'

export const categoryWords: Translation<typeof english> = {
  'category.general': 'General',
  'category.electronics': 'Electrónica',
  'category.homeware': 'Hogar',
  'category.apparel': 'Ropa',
  'category.beauty': 'Belleza',
  'category.toys': 'Juguetes',
  'category.none': 'Sin lista de control',
}
