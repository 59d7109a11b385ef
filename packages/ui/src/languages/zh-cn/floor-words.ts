import type { floorWords as english } from '../en/floor-words.ts'
import type { Translation } from '../translation.ts'

export const floorWords: Translation<typeof english> = {
  'identity.as_announced': '是，与预报一致',
  'identity.wrong_item': '不是，是别的商品',
  'identity.empty_box': '盒子是空的',
  'identity.unknown': '无法判断',
}
