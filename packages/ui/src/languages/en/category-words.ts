/** Categories of products that a house begins with; `none` is that of a house without any checklist. Others are said as they stand. */
export const categoryWords = {
  'category.general': 'General',
  'category.electronics': 'Electronics',
  'category.homeware': 'Homeware',
  'category.apparel': 'Apparel',
  'category.beauty': 'Beauty',
  'category.toys': 'Toys',
  'category.none': 'No checklist',
} as const
