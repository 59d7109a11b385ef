import type { device as english } from '../en/device.ts'
import type { Translation } from '../translation.ts'

export const device: Translation<typeof english> = {
  'device.title': '本设备',
  'device.version': '版本 {version}',
  'device.kept': '未发送的工作会一直保存在这里，直到发送完成。',
  'device.notKept': '存储空间满时，本设备可能会删除未发送的工作。请经常发送，并安装此应用。',
  'device.unknown':
    '只有通过 HTTPS 打开的页面才能离线工作并长期保存未发送的工作。请用 npm start -- --lan 启动服务器，然后打开它显示的 https 地址。',
  'device.used': '已用 {used} MB，可用空间 {room} MB',
  'device.awake': '屏幕常亮',
  'update.ready': '新版本已就绪。全部发送完毕且没有进行中的步骤时，会自动更新。',
  'update.now': '立即更新',
  'update.unsent': '全部发送完毕后才会更新。',
  'update.offline': '恢复连接后才会更新。',
}
