import type { Where } from './wedge.ts'

const GS = '\u001d'

const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'NumLock'])

/** What a key event is called: `F8`, `Ctrl+]`. Nothing for a modifier by itself, and for a key without a name. */
export function nameOfKey({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): string | undefined {
  if (MODIFIERS.has(key) || key === 'Unidentified' || key === 'Process') return undefined
  return [ctrlKey && 'Ctrl', altKey && 'Alt', metaKey && 'Meta', key].filter(Boolean).join('+')
}

/**
 * The character that a key event stands for: printable ones as they are, Enter and Tab by name, and the group
 * separator, which scanners send as itself or as Ctrl+].
 * @param standIns keys that this device's scanner sends for the group separator, such as `F8`
 */
export function characterOf(event: KeyboardEvent, standIns: readonly string[] = []): string | undefined {
  const { key, ctrlKey, altKey, metaKey } = event
  if (key === GS || standIns.includes(nameOfKey(event) ?? '')) return GS
  if (ctrlKey && !altKey && (key === ']' || key === '5')) return GS
  if (key === 'Enter' || key === 'Tab') return ctrlKey || altKey || metaKey ? undefined : key
  // AltGr, with which German keyboards type brackets, reports Ctrl and Alt together.
  const isShortcut = metaKey || ctrlKey !== altKey
  return [...key].length === 1 && !isShortcut ? key : undefined
}

export type TextField = HTMLInputElement | HTMLTextAreaElement
const NO_TEXT = new Set([
  'button',
  'checkbox',
  'color',
  'file',
  'image',
  'radio',
  'range',
  'reset',
  'submit',
  'hidden',
])

/** The text field that has the focus, other than the scanner's own input. */
export function fieldOf(target: EventTarget | null, own: HTMLInputElement): TextField | null {
  if (target === own) return null
  if (target instanceof HTMLTextAreaElement) return target
  return target instanceof HTMLInputElement && !NO_TEXT.has(target.type) ? target : null
}

export function whereOf(field: TextField | null): Where {
  if (!field) return 'page'
  const { scans } = field.dataset
  return scans === 'digits' || scans === 'keep' ? scans : 'field'
}

/** Puts a field back to what it held, in the way that React hears of. */
export function restore(field: TextField, value: string): void {
  const proto =
    field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype
  Object.getOwnPropertyDescriptor(proto, 'value')?.set?.call(field, value)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
