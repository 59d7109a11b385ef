import type { deskPrintLabels as english } from '../en/desk-print-labels.ts'
import type { Translation } from '../translation.ts'

export const deskPrintLabels: Translation<typeof english> = {
  'printLabels.on': '打印到',
  'printLabels.file': '这台电脑（文件）',
  'printLabels.go': '打印',
  'printLabels.tags': '打印库位标签',
  'printLabels.tagsTitle': '库位标签',
  'printLabels.tagsAbout': '该区域每个库位一张标签，按编码顺序打印。',
  'printLabels.tag': '打印 {what} 的标签',
  'printLabels.oneAbout': '谁在哪里打印，都会留下记录。',
  'printLabels.card': '打印 {what} 的工牌',
  'printLabels.roll': '打印 LPN 标签',
  'printLabels.rollTitle': '整卷 LPN 标签',
  'printLabels.rollAbout': '全新的 LPN 标签，每个只发放一次。员工从卷上撕下并扫描。',
  'printLabels.count': '数量（最多 {most}）',
}
