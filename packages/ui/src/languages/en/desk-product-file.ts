/** Products by file: what it would do, and what was wrong with which lines. */
export const deskProductFile = {
  'productFile.import': 'Import a file',
  'productFile.export': 'Export',
  'productFile.template': 'Download a template',
  'productFile.title': 'Import products',
  'productFile.about':
    'A CSV file with the column sku, and whichever else you have: title, category, gtin, fnsku, asin, hs_code, weight_g, battery, serial_required. What it would change is shown first.',
  'productFile.drop': 'Drop a file of products here',
  'productFile.limit':
    'At most 32 MB and 100,000 lines, in UTF-8. What the file does not say stays as it is: empty cells and missing columns erase nothing.',
  'productFile.tooLarge': 'A file of products is at most 32 MB. Send it in parts.',
  'productFile.created': 'New',
  'productFile.updated': 'Changed',
  'productFile.unchanged': 'As they are',
  'productFile.ignored': 'Columns that are not read: {columns}',
  'productFile.take.one': 'Take in {count} product',
  'productFile.take.other': 'Take in {count} products',
  'productFile.unreadable': 'Nothing of this file can be taken in.',
  'productFile.empty': 'none',
  'productFile.column.seller': 'Seller',
  'productFile.column.sku': 'SKU',
  'productFile.column.title': 'Title',
  'productFile.column.category': 'Category',
  'productFile.column.gtin': 'GTIN',
  'productFile.column.fnsku': 'FNSKU',
  'productFile.column.asin': 'ASIN',
  'productFile.column.hs_code': 'HS code',
  'productFile.column.weight_g': 'Weight (g)',
  'productFile.column.battery': 'Battery',
  'productFile.column.serial_required': 'Serial number',
  'productFile.column.flags': 'Flags',
  'productLine.sku_missing': 'There is no SKU.',
  'productLine.sku_twice': 'This SKU stands on an earlier line already; that one counts.',
  'productLine.sku_zeros_lost':
    'There is no such SKU, but one with zeros before it. A spreadsheet takes leading zeros away: format the column as text.',
  'productLine.number_rounded':
    'A spreadsheet has shortened a code to a rounded number such as 5.90E+12, so its digits are lost. Format the column as text and fill it in again.',
  'productLine.gtin_wrong': 'The GTIN is not 8, 12, 13 or 14 digits.',
  'productLine.gtin_check_digit':
    'The last digit of the GTIN is not the check digit of the others: one of them is wrong.',
  'productLine.gtin_taken': 'Another product has this GTIN already. A scan would find both.',
  'productLine.fnsku_wrong': 'The FNSKU is not up to 40 letters and digits without blanks.',
  'productLine.fnsku_taken': 'Another product has this FNSKU already. A scan would find both.',
  'productLine.asin_wrong': 'An ASIN is 10 letters and digits.',
  'productLine.hs_code_wrong':
    'The HS code is not 6, 8 or 10 digits. A spreadsheet takes a leading zero away: format the column as text.',
  'productLine.weight_wrong':
    'The weight is no number such as 350 or 0.35, in the unit that the column’s name says, or it is not clear whether a sign sets thousands apart.',
  'productLine.yes_no_wrong': 'Battery and serial number take yes or no.',
  'productLine.flags_wrong': 'Flags are up to 18 words of letters, digits and underscores.',
  'productLine.field_too_long':
    'A field is too long: a SKU has at most 80 characters, a title 500, a category 40.',
  'productLine.other_seller': 'The line is about another seller’s product.',
  'productLine.columns_too_many': 'The line has more fields than the first line has columns.',
  'productLine.column_missing':
    'The line has too few columns, or the first line is not the header: one of its columns has to be sku, separated by commas, semicolons or tabs.',
  'productLine.column_twice': 'Two columns of the file are taken for the same. Leave one of them out.',
  'productLine.unit_missing':
    'The column of the weight does not say in what it is. Name it weight_g or weight_kg.',
  'productLine.not_utf8': 'The line is not UTF-8. In Excel: File, Save as, CSV UTF-8.',
  'productLine.not_storable': 'The line holds signs that no text has. In Excel: File, Save as, CSV UTF-8.',
  'productLine.quote_unclosed': 'A quote in this line is not closed.',
  'productLine.line_too_long': 'The line is longer than 64 KB.',
  'productLine.file_is_workbook':
    'This is an Excel workbook. In Excel: File, Save as, CSV UTF-8; then choose that file.',
  'productLine.file_too_long':
    'Only the first 100,000 lines of a file are taken. Send the others in a file of their own.',
  'productLine.file_empty': 'The file holds nothing.',
} as const
