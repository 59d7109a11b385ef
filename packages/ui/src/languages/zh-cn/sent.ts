export const sent = {
  'shot.waits': '相机画面一出现就会拍照。请保持不动。',
  'shot.none': '相机没有画面。请重试，或改为选择一张图片。',
  'sent.saved': '已保存',
  'sent.sent': '已发送',
  'sent.refused': '被拒绝',
}
