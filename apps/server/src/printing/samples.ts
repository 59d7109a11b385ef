import type { LabelSample } from '@restow/domain'
import type { Relabelled } from './template.ts'

const MUG = {
  sku: 'SKU-0001',
  title: 'Ceramic mug, 350 ml, blue',
  gtin: '04006381333931',
  fnsku: 'X001ABC123',
  asin: 'B000000000',
}

/** What a preview shows where no product is named: nothing of it is anybody's. */
export const MADE_UP: Readonly<Record<LabelSample, Relabelled['product']>> = {
  usual: MUG,
  long: {
    ...MUG,
    title:
      'Travel mug, stainless steel, double-walled, leak-proof lid with one-hand opening, dishwasher safe, 500 ml, midnight blue, set of two',
  },
  chinese: { ...MUG, title: '不锈钢保温旅行杯，双层真空，防漏杯盖，500毫升，深蓝色' },
}
