import type { categoryWords as english } from '../en/category-words.ts'
import type { Translation } from '../translation.ts'

export const categoryWords: Translation<typeof english> = {
  'category.general': '通用',
  'category.electronics': '电子产品',
  'category.homeware': '家居用品',
  'category.apparel': '服装',
  'category.beauty': '美妆护理',
  'category.toys': '玩具',
  'category.none': '无检查表',
}
