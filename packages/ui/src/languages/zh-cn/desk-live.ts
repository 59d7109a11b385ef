import type { deskLive as english } from '../en/desk-live.ts'
import type { Translation } from '../texts.ts'

/** Whether what the boards show is true now. */
export const deskLive: Translation<typeof english> = {
  'live.on': '实时',
  'live.reconnecting': '连接中断 · 正在重新连接 · 截至 {time}',
}
