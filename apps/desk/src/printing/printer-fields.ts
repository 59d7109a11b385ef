import type { AddPrinter, PrinterItem } from '@restow/contracts'
import {
  LABEL_KINDS,
  type LabelKind,
  type LabelOrientation,
  type LabelSize,
  type PrinterLanguage,
} from '@restow/domain'

/** What the form holds: every field as it is typed. */
export interface PrinterFields {
  readonly code: string
  readonly name: string
  readonly place: string
  readonly language: PrinterLanguage
  readonly dpi: '203' | '300'
  readonly host: string
  readonly port: string
  /** Empty: the server itself. */
  readonly agent: string
  readonly tells: boolean
  /** Empty: each kind's usual size. */
  readonly size: LabelSize | ''
  /** Where a kind's is another one. */
  readonly sizes: Readonly<Partial<Record<LabelKind, LabelSize | ''>>>
  readonly orientation: LabelOrientation
  readonly darkness: string
  readonly speed: string
  readonly cut: boolean
}

const FRESH: PrinterFields = {
  ...{ code: '', name: '', place: '', language: 'zpl', dpi: '203', host: '', port: '9100', agent: '' },
  ...{ tells: true, size: '', sizes: {}, orientation: 'landscape', darkness: '', speed: '', cut: false },
}

export function fieldsOf(printer: PrinterItem | null): PrinterFields {
  if (!printer) return FRESH
  const { any = '', ...sizes } = printer.sizes
  const { code, name, place, language, dpi, host, port, agent, tells, orientation, darkness, speed, cut } =
    printer
  return {
    ...{ code, name, place: place ?? '', language, dpi: `${dpi}`, host, port: `${port}`, agent: agent ?? '' },
    ...{ tells, size: any, sizes, orientation, darkness: `${darkness ?? ''}`, speed: `${speed ?? ''}`, cut },
  }
}

const CODE = /^[A-Z0-9][A-Z0-9-]{0,19}$/
const isWithin = (text: string, least: number, most: number): boolean =>
  /^-?\d+$/.test(text) && Number(text) >= least && Number(text) <= most
const numberOr = (text: string, least: number, most: number): boolean =>
  text === '' || isWithin(text, least, most)
/** People type a minus sign as they find it. */
const plain = (text: string): string => text.trim().replace(/^[−–]/, '-')

/** What the server is told; null as long as something is missing or wrong. */
export function settingsOf(fields: PrinterFields): Required<AddPrinter> | null {
  const { language, orientation, tells, cut, size, sizes } = fields
  const [code, name, place, host, port] = [
    fields.code,
    fields.name,
    fields.place,
    fields.host,
    fields.port,
  ].map((text) => text.trim()) as [string, string, string, string, string]
  const [darkness, speed] = [plain(fields.darkness), plain(fields.speed)]
  const isWhole = CODE.test(code) && name !== '' && host !== '' && isWithin(port, 1, 65_535)
  if (!isWhole || !numberOr(darkness, -30, 30) || !numberOr(speed, 1, 14)) return null
  const own = LABEL_KINDS.flatMap((kind) => (sizes[kind] ? [[kind, sizes[kind]] as const] : []))
  return {
    ...{ code, name, language, orientation, tells, cut, host, port: Number(port) },
    place: place || null,
    dpi: fields.dpi === '203' ? 203 : 300,
    agent: fields.agent || null,
    sizes: { ...Object.fromEntries(own), ...(size ? { any: size } : {}) },
    darkness: darkness === '' ? null : Number(darkness),
    speed: speed === '' ? null : Number(speed),
  }
}
