import type { floorPrinting as english } from '../en/floor-printing.ts'
import type { Translation } from '../translation.ts'

export const floorPrinting: Translation<typeof english> = {
  'printer.title': '本设备的打印机',
  'printer.none': '没有打印机',
  'printer.byDialog': '标签通过打印窗口打印',
  'printer.ready': '一切正常',
  'printer.how': '扫描打印机上的码，即在那里打印。',
  'printer.leave': '不用打印机',
  'printer.left': '不用打印机',
  'printer.chosen': '现在在这里打印',
  'printer.unknown': '本仓库没有打印机 {code}。请扫描另一台上的码。',
  'printer.needsLine': '选择打印机需要网络。网络恢复后会自动设置。',
  'printer.wanted': '{code}，网络恢复后启用',
  'print.printing': '{printer} 正在打印：{what}',
  'print.printed': '{printer} 已打印：{what}',
  'print.sent': '已送到 {printer}：{what}',
  'print.inTheWay': '{printer}：{what}。',
  'print.goesOn.one': '处理好后，您的标签会自动打出。',
  'print.goesOn.other': '处理好后，您的 {count} 张标签会自动打出。',
  'print.waitsForLine.one': '网络恢复后打印 {count} 张标签。',
  'print.waitsForLine.other': '网络恢复后打印 {count} 张标签。',
  'print.didItComeOut': '{printer} 打出来了吗？{what}',
  'print.notPrinted': '没有打印：{what}（{why}）。请告诉主管。',
  'print.andMore': '{what} 等另外 {n} 张',
  'print.asked': '已重新打印',
  'print.stillToCome': '这张标签还没打出来：正在等待打印机。',
}
