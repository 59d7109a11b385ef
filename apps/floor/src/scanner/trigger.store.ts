import { create } from 'zustand'

/** How this device's scanner ends a scan; `auto` finds out by itself. */
export const SUFFIXES = ['auto', 'Enter', 'Tab', 'none'] as const
export type Suffix = (typeof SUFFIXES)[number]

/** What this device's scanner does in its own way. */
export interface TriggerSettings {
  /** What it puts before every code, to be taken away. */
  readonly prefix: string
  readonly suffix: Suffix
  /** Keys that it presses for the group separator, such as `F8`. */
  readonly standInKeys: readonly string[]
  /** What it types for the group separator, such as `|`. */
  readonly standInTexts: readonly string[]
}

export const AS_DELIVERED: TriggerSettings = { prefix: '', suffix: 'auto', standInKeys: [], standInTexts: [] }
const KEPT_AS = 'restow.trigger'

function remembered(): TriggerSettings {
  try {
    const kept: Partial<TriggerSettings> = JSON.parse(globalThis.localStorage?.getItem(KEPT_AS) ?? '{}')
    return { ...AS_DELIVERED, ...kept }
  } catch {
    return AS_DELIVERED
  }
}

/** Kept on the device, since every scanner has its own. */
export const useTrigger = create<TriggerSettings>(() => remembered())

export function setTrigger(changed: Partial<TriggerSettings>): void {
  const next = { ...useTrigger.getState(), ...changed }
  localStorage.setItem(KEPT_AS, JSON.stringify(next))
  useTrigger.setState(next)
}
