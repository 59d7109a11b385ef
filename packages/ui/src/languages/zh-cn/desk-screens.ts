import type { deskScreens as english } from '../en/desk-screens.ts'
import type { Translation } from '../texts.ts'

export const deskScreens: Translation<typeof english> = {
  'tv.stays': '留在墙上',
  'tv.staysAbout':
    '此浏览器将成为一块屏幕：只显示看板，下班后也不退出。您将在此处退出登录。可在“设备”中取下。',
  'tv.screenName': '屏幕名称',
  'tv.screenNameHint': '挂在哪里，例如“收货口北墙”。',
  'screens.title': '墙上的屏幕',
  'screens.about': '以屏幕自身的身份保持登录，只显示看板，不能打开其他内容。',
  'screens.since': '自 {at}，由',
  'screens.seen': '{span}前在线',
  'screens.down': '取下',
  'screens.downTitle': '取下{what}？',
  'screens.downAbout': '它会立即失去登录，不再显示新内容。要重新挂上，请在其上登录。',
}
