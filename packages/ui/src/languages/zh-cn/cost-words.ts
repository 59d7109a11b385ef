import type { costWords as english } from '../en/cost-words.ts'
import type { Translation } from '../translation.ts'

export const costWords: Translation<typeof english> = {
  'cost.repair': '维修',
  'cost.repackage': '重新包装',
  'cost.clean': '清洁',
  'cost.relabel': '换标',
  'cost.shelf': '上架',
  'cost.relabel_and_shelf': '换标和上架',
  'cost.recycle': '回收',
  'cost.destroy': '销毁',
  'cost.freight': '运费',
  'cost.parts': '配件',
  'cost.duty': '关税和税费',
}
