import type { unclaimedWords as english } from '../en/unclaimed-words.ts'
import type { Translation } from '../translation.ts'

export const unclaimedWords: Translation<typeof english> = {
  'event.ParcelDescribed': '已记录面单',
  'event.ParcelForfeited': '无人认领',
  'event.UnitForfeited': '无人认领',
  'role.seller': '卖家',
  'printed.name': '面单上的姓名',
  'printed.order': '订单号',
  'printed.rma': 'RMA 号',
  'printed.sender': '寄件地址',
  'printed.note': '其他内容',
}
