import type { deskWords as english } from '../en/desk-words.ts'
import type { Translation } from '../texts.ts'

export const deskWords: Translation<typeof english> = {
  'expectedState.announced': '已预报',
  'expectedState.arriving': '到货中',
  'expectedState.complete': '已到齐',
  'expectedState.cancelled': '已取消',

  'importState.running': '进行中',
  'importState.done': '已完成',
  'importState.failed': '失败',

  'clock.register': '收货到登记',
  'clock.decide': '收货到决定',
  'clock.shelve': '决定到上架',

  'attention.past_target': '最久的已超时，{span}',
  'attention.overfull': '超出容量',
  'attention.full': '已满',
  'attention.waits': '{count} 件等待，最久 {span}',

  'exception.bin_full': '放入了已满的库位',
  'exception.wrong_zone': '所在库区不符',
  'exception.photos_missing': '缺少照片',
  'exception.more_than_announced': '多于预报',
  'exception.fewer_than_announced': '少于预报',
  'exception.not_announced': '未预报',
  'exception.parcel_damaged': '包裹到达时已破损',
  'exception.missing_in_count': '盘点缺失',
  'exception.found_elsewhere': '在别的库位找到',

  'role.seller': '卖家',

  'format.amazon': '亚马逊退货报告',
  'format.csv': 'Restow CSV',
  'format.products': '商品',

  'span.seconds': '{n} 秒',
  'span.minutes': '{n} 分钟',
  'span.hours': '{h} 小时 {m}',
  'span.days': '{d} 天 {h} 小时',
}
