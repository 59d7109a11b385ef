import type { deskTv as english } from '../en/desk-tv.ts'
import type { Translation } from '../texts.ts'

export const deskTv: Translation<typeof english> = {
  'tv.title': '投到电视',
  'tv.about': '选择会保存在网址中：在电视上收藏即可。无需操作：断线后会自动恢复。',
  'tv.boards': '看板',
  'tv.seconds': '每个显示',
  'tv.forSeconds': '{n} 秒',
  'tv.start': '开始',
  'tv.pickOne': '至少选择一个看板。',
  'tv.sleeps': '此浏览器仅在 HTTPS 下允许页面保持屏幕常亮。请手动关闭电视的休眠。',
  'tv.reconnecting': '正在重新连接',
  'tv.asOf': '截至 {time}',
  'tv.page': '第 {page} 页，共 {pages} 页',
  'tv.perHour': '每小时件数',
  'tv.nothing': '此登录没有可显示的看板。',
}
