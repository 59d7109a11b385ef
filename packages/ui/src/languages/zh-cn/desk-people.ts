import type { deskPeople as english } from '../en/desk-people.ts'
import type { Translation } from '../texts.ts'

export const deskPeople: Translation<typeof english> = {
  'nav.people': '人员',
  'people.title': '人员',
  'people.person': '人员',
  'people.last': '最近一步',
  'people.ago': '已过 {span}',
  'people.on': '设备 {device}',
  'people.all': '全体',
  'people.lastHour': '最近一小时',
  'people.today': '今日 {count}',
  'people.todayRate': '今日 {count} · {rate}/时',
  'people.order': '排序',
  'people.byName': '按姓名',
  'people.byStep': '按今日{step}',
  'people.none': '今天还没有人操作',
  'people.noneHint': '现场有人扫描后，就会连同其操作显示在这里。',
  'people.fair': '各步骤耗时不同：质检比扫描更费时。已撤回的不计。',
  'personStep.received': '收货',
  'personStep.registered': '登记',
  'personStep.inspected': '质检',
  'personStep.decided': '决定',
  'personStep.put_away': '上架',
  'personStep.refurbished': '翻新',
  'personStep.left': '离库',
}
