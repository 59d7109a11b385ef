import type { deskFirstSetUp as english } from '../en/desk-first-set-up.ts'
import type { Translation } from '../texts.ts'

export const deskFirstSetUp: Translation<typeof english> = {
  'first.title': '首次设置',
  'first.about': '这台服务器上还没有仓库。在这里创建第一个仓库，您将成为它的管理员。只需填写一次。',

  'first.proof': '来自控制台',
  'first.code': '设置码',
  'first.codeHint':
    '服务器启动时会在控制台显示，就在“Restow is ready”旁边。使用 Docker 时：docker compose logs server',

  'first.warehouse': '仓库',
  'first.house': '仓库编码',
  'first.houseHint': '两到五个字母加一到三位数字，例如 LAX1。每个库位编码都以它开头。',
  'first.houseBins': '库位编码将类似 {bin}。',
  'first.houseName': '仓库名称',
  'first.houseNameHint': '平时的叫法，例如“洛杉矶一号仓”。',
  'first.timeZone': '时区',
  'first.timeZoneHint': '营业日和每日报告按这里的时间起止。那里现在是 {now}。',
  'first.currency': '币种',
  'first.currencyHint': '新卖家的规则按此币种计算。',

  'first.admin': '您，第一位管理员',
  'first.name': '您的姓名',
  'first.badge': '工牌',
  'first.badgeHint': '两个字母加四位数字，例如 AD0001。登录时输入，或扫描工牌卡片。',
  'first.pin': 'PIN 码',
  'first.pinHint': '4 到 12 位数字。请记牢：目前没有其他人能为您重设。',
  'first.pinAgain': '再次输入 PIN 码',

  'first.submit': '创建仓库',
  'first.busy': '正在创建',
  'first.look': '有些内容需要修改，请看各项下方的说明。',

  'first.wrong.code': '请输入服务器控制台上的八位设置码。',
  'first.wrong.codeRefused': '设置码不正确，请对照控制台重新输入。',
  'first.wrong.codeUsedUp': '输错次数过多。请重启服务器，控制台会显示新的设置码。',
  'first.wrong.house': '请输入两到五个字母加一到三位数字，例如 LAX1。',
  'first.wrong.houseName': '请输入仓库名称。',
  'first.wrong.timeZone': '服务器不认识这个时区，请选择时间相同的另一个时区。',
  'first.wrong.currency': '服务器不认识这个币种，请选择其他币种。',
  'first.wrong.name': '请输入您的姓名。',
  'first.wrong.badge': '请输入两个字母加四位数字，例如 AD0001。',
  'first.wrong.pin': '请输入 4 到 12 位数字。',
  'first.wrong.pinAgain': '两次输入的 PIN 码不同，请重新输入。',

  'first.done': '{house} 已创建',
  'first.doneAbout': '现在用工牌 {badge} 和您的 PIN 码登录，然后添加现场需要的内容：',
  'first.signIn': '登录',
  'first.binsFor': '存放货物的位置，各属一个库区。',
  'first.sellersFor': '谁的货会退回来。',
  'first.staffFor': '在这里工作的人，每人一个工牌和 PIN 码。',
  'first.productsFor': '销售的商品；导入退货预报时也会自动创建。',

  'first.already': '这里已经有仓库了',
  'first.alreadyAbout': '请用您的工牌登录。如果没有工牌，请仓库管理员为您添加。',
}
