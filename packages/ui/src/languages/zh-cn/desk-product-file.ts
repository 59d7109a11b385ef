import type { deskProductFile as english } from '../en/desk-product-file.ts'
import type { Translation } from '../texts.ts'

export const deskProductFile: Translation<typeof english> = {
  'productFile.import': '导入文件',
  'productFile.export': '导出',
  'productFile.template': '下载模板',
  'productFile.title': '导入商品',
  'productFile.about':
    'CSV 文件，必须有 sku 列，其余可选：title、category、gtin、fnsku、asin、hs_code、weight_g、battery、serial_required，中文列名（如商品编码、条形码）也可以。会先显示将要更改的内容。',
  'productFile.drop': '把商品文件拖到这里',
  'productFile.limit':
    '最大 32 MB、100,000 行，UTF-8 编码。文件里没有写的保持不变：空单元格和缺少的列不会清除任何内容。',
  'productFile.tooLarge': '商品文件最大 32 MB，请分批发送。',
  'productFile.created': '新增',
  'productFile.updated': '更改',
  'productFile.unchanged': '不变',
  'productFile.ignored': '不读取的列：{columns}',
  'productFile.take.one': '导入 {count} 个商品',
  'productFile.take.other': '导入 {count} 个商品',
  'productFile.unreadable': '此文件无法导入。',
  'productFile.empty': '无',
  'productFile.column.seller': '卖家',
  'productFile.column.sku': 'SKU',
  'productFile.column.title': '名称',
  'productFile.column.category': '类别',
  'productFile.column.gtin': 'GTIN',
  'productFile.column.fnsku': 'FNSKU',
  'productFile.column.asin': 'ASIN',
  'productFile.column.hs_code': 'HS 编码',
  'productFile.column.weight_g': '重量（克）',
  'productFile.column.battery': '电池',
  'productFile.column.serial_required': '序列号',
  'productFile.column.flags': '标记',
  'productLine.sku_missing': '没有 SKU。',
  'productLine.sku_twice': '此 SKU 在前面的行中已出现，以前面的为准。',
  'productLine.sku_zeros_lost':
    '没有此 SKU，但有一个前面带零的。电子表格会去掉开头的零：请把该列设为文本格式。',
  'productLine.number_rounded':
    '电子表格把编码缩成了近似数（如 5.90E+12），原来的数字已丢失。请把该列设为文本格式后重新填写。',
  'productLine.gtin_wrong': 'GTIN 不是 8、12、13 或 14 位数字。',
  'productLine.gtin_check_digit': 'GTIN 的最后一位与其余各位的校验码不符：其中有一位是错的。',
  'productLine.gtin_taken': '另一个商品已有此 GTIN，扫描会同时找到两个。',
  'productLine.fnsku_wrong': 'FNSKU 应为最多 40 个字母和数字，不含空格。',
  'productLine.fnsku_taken': '另一个商品已有此 FNSKU，扫描会同时找到两个。',
  'productLine.asin_wrong': 'ASIN 应为 10 个字母和数字。',
  'productLine.hs_code_wrong':
    'HS 编码应为 6、8 或 10 位数字。电子表格会去掉开头的零：请把该列设为文本格式。',
  'productLine.weight_wrong':
    '重量不是像 350 或 0.35 这样、以列名所示单位表示的数字，或者无法判断其中的符号是否为千位分隔符。',
  'productLine.yes_no_wrong': '电池和序列号请填“是”或“否”。',
  'productLine.flags_wrong': '标记最多 18 个词，由字母、数字和下划线组成。',
  'productLine.field_too_long': '有字段过长：SKU 最多 80 个字符，名称 500 个，类别 40 个。',
  'productLine.other_seller': '此行是另一个卖家的商品。',
  'productLine.columns_too_many': '此行的字段多于首行的列数。',
  'productLine.column_missing':
    '此行的列太少，或者首行不是表头：表头中必须有 sku 列，用逗号、分号或制表符分隔。',
  'productLine.column_twice': '文件中有两列表示同一内容，请去掉其中一列。',
  'productLine.unit_missing': '重量列没有写明单位，请命名为 weight_g 或 weight_kg。',
  'productLine.not_utf8': '此行不是 UTF-8 编码。在 Excel 中：文件 → 另存为 → CSV UTF-8。',
  'productLine.not_storable': '此行含有文本中不应有的符号。在 Excel 中：文件 → 另存为 → CSV UTF-8。',
  'productLine.quote_unclosed': '此行有引号未闭合。',
  'productLine.line_too_long': '此行超过 64 KB。',
  'productLine.file_is_workbook':
    '这是 Excel 工作簿。在 Excel 中：文件 → 另存为 → CSV UTF-8，然后选择该文件。',
  'productLine.file_too_long': '每个文件只接受前 100,000 行，其余的请另存一个文件发送。',
  'productLine.file_empty': '文件是空的。',
}
