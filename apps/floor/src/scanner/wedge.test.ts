import { describe, expect, it } from 'vitest'
import {
  type BelongsToField,
  goesOnFor,
  idleAfter,
  NO_SCAN,
  step,
  type Wedge,
  type WedgeInput,
  type Where,
} from './wedge.ts'

const GS = '\u001d'

/** Types text with a pause between two characters, then perhaps a key. */
function typed(text: string, pause: number, where: Where = 'page', end?: string, from = 0): WedgeInput[] {
  const keys = [...text].map((key, i): WedgeInput => ({ kind: 'key', at: from + i * pause, key, where }))
  const last = from + text.length * pause
  return end === undefined ? keys : [...keys, { kind: 'key', at: last, key: end, where }]
}

function run(inputs: WedgeInput[], belongs?: BelongsToField, wedge: Wedge = NO_SCAN) {
  const scans: string[] = []
  const held: boolean[] = []
  let state = wedge
  for (const input of inputs) {
    const next = step(state, input, belongs)
    state = next.wedge
    held.push(next.hold)
    if (next.scan) scans.push(next.scan.text)
  }
  return { scans, held, wedge: state }
}

describe('the wedge', () => {
  it('reads a scan that ends with Enter, and keeps the Enter from the page', () => {
    const { scans, held } = run(typed('RU0000000017', 3, 'page', 'Enter'))
    expect(scans).toEqual(['RU0000000017'])
    expect(held.every(Boolean)).toBe(true)
  })

  it('reads a scan that ends with Tab', () => {
    expect(run(typed('LAX1-S-02-01', 3, 'page', 'Tab')).scans).toEqual(['LAX1-S-02-01'])
  })

  it('keeps every character: dashes, percent signs, group separators', () => {
    const code = `0109506000134352${GS}10A-%/+$`
    expect(run(typed(code, 2, 'page', 'Enter')).scans).toEqual([code])
  })

  it('ends a scan on silence where the scanner sends no key', () => {
    const { scans } = run([...typed('OP1001', 3), { kind: 'idle', at: 200 }])
    expect(scans).toEqual(['OP1001'])
  })

  it('takes one text insertion without any key event', () => {
    const text = '92057472073788369075369'
    expect(
      run([
        { kind: 'text', at: 0, text, where: 'page' },
        { kind: 'idle', at: 50 },
      ]).scans,
    ).toEqual([text])
    expect(run([{ kind: 'text', at: 0, text: `${text}\n`, where: 'page' }]).scans).toEqual([text])
  })

  it('keeps an Enter that comes after silence has ended the scan', () => {
    const { scans, held } = run([
      { kind: 'text', at: 0, text: 'RU0000000017', where: 'page' },
      { kind: 'idle', at: 50 },
      { kind: 'key', at: 130, key: 'Enter', where: 'page' },
    ])
    expect(scans).toEqual(['RU0000000017'])
    expect(held.at(-1)).toBe(true)
  })

  it('lets a person press a focused button with Enter', () => {
    expect(run([{ kind: 'key', at: 5000, key: 'Enter', where: 'page' }]).held).toEqual([false])
    const after = run(typed('RU0000000017', 3, 'page', 'Enter')).wedge
    expect(run([{ kind: 'key', at: 5000, key: 'Enter', where: 'page' }], undefined, after).held).toEqual([
      false,
    ])
  })

  it('leaves what a person types in a field, with its Enter', () => {
    const { scans, held } = run(typed('the lid is torn', 120, 'field', 'Enter'))
    expect(scans).toEqual([])
    expect(held.some(Boolean)).toBe(false)
  })

  it('knows a scan in a field by its speed', () => {
    const { scans, held } = run(typed('RU0000000017', 4, 'field', 'Enter'))
    expect(scans).toEqual(['RU0000000017'])
    expect(held.at(-1)).toBe(true)
  })

  it('knows a scan that follows what a person typed in the same field', () => {
    const inputs = [...typed('torn ', 150, 'field'), ...typed('RU0000000017', 4, 'field', 'Enter', 2000)]
    expect(run(inputs).scans).toEqual(['RU0000000017'])
  })

  it('leaves fast digits in a field that they belong to', () => {
    const belongs: BelongsToField = (text, where) => where === 'digits' && /^\d{1,8}$/.test(text)
    const { scans, held } = run(typed('135790', 1, 'digits', 'Enter'), belongs)
    expect(scans).toEqual([])
    expect(held.some(Boolean)).toBe(false)
  })

  it('drops single keys of a person on the page', () => {
    expect(run([...typed('a', 0), { kind: 'idle', at: 300 }]).scans).toEqual([])
  })

  it('waits longer within a scan once the scanner has shown that it ends with a key', () => {
    const { wedge } = run(typed('RU0000000017', 3, 'page', 'Enter'))
    expect(idleAfter(wedge)).toBeGreaterThan(idleAfter(NO_SCAN))
  })

  it('waits for the slow first characters of a scanner that wakes up', () => {
    const [first, second] = [
      { kind: 'key', at: 0, key: 'R', where: 'page' },
      { kind: 'key', at: 380, key: 'U', where: 'page' },
    ] as const
    expect(idleAfter(run([first]).wedge)).toBeGreaterThan(400)
    expect(idleAfter(run([first, second]).wedge)).toBeGreaterThan(400)
    expect(idleAfter(run(typed('RU00', 3)).wedge)).toBeLessThan(100)
  })

  it('waits on for what is no code yet, unless the scanner is known to send no suffix', () => {
    const isCode = (text: string) => text === 'OP1001'
    const begun = run(typed('OP10', 3)).wedge
    expect(goesOnFor(begun, 99, isCode)).toBeGreaterThan(200)
    expect(goesOnFor(begun, 2000, isCode)).toBe(0)
    expect(goesOnFor(begun, 99, isCode, 'none')).toBe(0)
    expect(goesOnFor(run(typed('OP1001', 3)).wedge, 105, isCode)).toBe(0)
  })

  it('waits for the suffix that the scanner is set to, and for none where it sends none', () => {
    const text = run([{ kind: 'text', at: 0, text: 'RU0000000017', where: 'page' }]).wedge
    const keys = run(typed('OP1001', 3)).wedge
    expect(idleAfter(text, 'Enter')).toBeGreaterThan(idleAfter(text))
    expect(idleAfter(keys, 'Tab')).toBeGreaterThan(idleAfter(keys))
    expect(idleAfter({ ...keys, ends: true }, 'none')).toBe(idleAfter(keys))
  })

  it('knows a slow scanner in a field: nobody types six characters at 40 ms', () => {
    expect(run(typed('RU0000000017', 41, 'field', 'Enter')).scans).toEqual(['RU0000000017'])
  })

  it('makes two scans of two', () => {
    const inputs = [...typed('OP1001', 3, 'page', 'Enter'), ...typed('OP1002', 3, 'page', 'Enter', 40)]
    expect(run(inputs).scans).toEqual(['OP1001', 'OP1002'])
  })
})
