import type { LabelFacts } from './label-facts.ts'

/** A label of every kind, and what a scanner is to read on it: in the first format where there is room for it. */

export const TITLES = {
  en: 'Travel backpack with laptop sleeve, water-resistant, 28 l, black',
  'zh-CN': '商务双肩包 大容量 防水 笔记本电脑包 黑色',
  de: 'Reiserucksack mit Laptopfach, wasserabweisend, für größere Geräte',
  es: 'Mochila de viaje con compartimento acolchado, tamaño pequeño, ¿negra?',
  ja: 'ノートパソコン用リュックサック 撥水 大容量 ブラック',
  mixed: 'USB-C 充电器 65W für Łódź & Москва – ノートPC',
} as const

export interface Sample {
  readonly facts: LabelFacts
  readonly read: { readonly formats: readonly string[]; readonly text: string }
}

const LPN = 'RU0000000017'
const bars = (text: string) => ({ formats: ['Code128'], text })
const FOOT = { lpn: LPN, copies: 1 } as const
const lines = (title: string) =>
  [
    { text: title, as: 'title' },
    { text: 'Used – Very Good', as: 'strong' },
  ] as const

export const SAMPLES: Readonly<Record<string, Sample>> = {
  plate: { facts: { kind: 'plate', lpn: LPN }, read: bars(LPN) },
  'relabel by FNSKU': {
    facts: { kind: 'relabel', code: { kind: 'fnsku', text: 'X001ABC123' }, lines: lines(TITLES.en), ...FOOT },
    read: bars('X001ABC123'),
  },
  'relabel by SKU': {
    facts: {
      kind: 'relabel',
      code: { kind: 'sku', text: 'BAG-28L' },
      lines: lines(TITLES['zh-CN']),
      ...FOOT,
    },
    read: bars('BAG-28L'),
  },
  'relabel by EAN-13': {
    facts: {
      kind: 'relabel',
      code: { kind: 'gtin', text: '04006381333931' },
      lines: lines(TITLES.de),
      ...FOOT,
    },
    read: { formats: ['EAN13'], text: '4006381333931' },
  },
  'relabel by UPC-A': {
    facts: {
      kind: 'relabel',
      code: { kind: 'gtin', text: '036000291452' },
      lines: lines(TITLES.es),
      ...FOOT,
    },
    read: { formats: ['EAN13'], text: '0036000291452' },
  },
  'relabel by EAN-8': {
    facts: { kind: 'relabel', code: { kind: 'gtin', text: '96385074' }, lines: lines(TITLES.ja), ...FOOT },
    read: { formats: ['EAN8'], text: '96385074' },
  },
  'relabel by case GTIN': {
    facts: {
      kind: 'relabel',
      code: { kind: 'gtin', text: '14006381333938' },
      lines: lines('Case of 12'),
      ...FOOT,
    },
    read: bars('(01)14006381333938'),
  },
  'relabel by a long SKU as a matrix': {
    facts: {
      kind: 'relabel',
      code: { kind: 'sku', text: 'NORTHSTAR/BACKPACK-28L_black+2026' },
      mayBeMatrix: true,
      lines: lines(TITLES.mixed),
      ...FOOT,
    },
    read: { formats: ['DataMatrix', 'Code128'], text: 'NORTHSTAR/BACKPACK-28L_black+2026' },
  },
  'shelf tag': {
    facts: {
      kind: 'shelf',
      code: 'LAX1-S-02-01',
      human: 'S-02-01',
      zone: { letter: 'S', name: 'Resell' },
      arrow: 'up',
    },
    read: bars('LAX1-S-02-01'),
  },
  'parcel tag': {
    facts: {
      kind: 'parcel',
      letter: 'U',
      heading: '无主包裹',
      code: '1Z999AA10123456784',
      title: '2026-11-27 09:14',
      lines: ['OP1001', 'UPS', 'LAX1-H-01-01'],
    },
    read: { formats: ['Code128', 'DataMatrix'], text: '1Z999AA10123456784' },
  },
  'refurbish ticket': {
    facts: {
      kind: 'refurbish',
      letter: 'F',
      heading: 'Aufarbeiten',
      code: LPN,
      title: 'Reparieren',
      lines: ['Gehäuse zerkratzt, Kabel fehlt', TITLES.de],
    },
    read: bars(LPN),
  },
  'scrap tag': {
    facts: {
      kind: 'scrap',
      letter: 'X',
      heading: 'Desechar',
      code: LPN,
      title: 'Reciclar',
      lines: ['SV2001', TITLES.es],
    },
    read: bars(LPN),
  },
  'hold tag': {
    facts: {
      kind: 'hold',
      letter: 'H',
      heading: 'Hold',
      code: LPN,
      title: 'Seller decides',
      lines: ['Is a missing charger a reason to refurbish, or shall we sell it as it is?', TITLES.en],
    },
    read: bars(LPN),
  },
  badge: {
    facts: {
      kind: 'badge',
      badge: 'OP1001',
      name: '陈雨婷 Chen Yuting',
      role: 'Operator',
      warehouse: 'LAX1',
    },
    read: bars('OP1001'),
  },
}
