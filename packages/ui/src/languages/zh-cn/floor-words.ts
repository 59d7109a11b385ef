import type { floorWords as english } from '../en/floor-words.ts'
import type { Translation } from '../translation.ts'

export const floorWords: Translation<typeof english> = {
  'identity.as_announced': '是，与预报一致',
  'identity.wrong_item': '不是，是别的商品',
  'identity.empty_box': '盒子是空的',
  'identity.unknown': '无法判断',

  'cost.repair': '维修',
  'cost.repackage': '重新包装',
  'cost.clean': '清洁',
  'cost.relabel': '换标',
  'cost.shelf': '上架',
  'cost.relabel_and_shelf': '换标和上架',
  'cost.recycle': '回收',
  'cost.destroy': '销毁',
  'cost.freight': '运费',
}
