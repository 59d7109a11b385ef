/**
 * Makes a button one of a kind. No radio input, since that would keep the focus after a tap, and with it the
 * text that a scanner inserts.
 */
export const radio = (on: boolean) => ({ role: 'radio', 'aria-checked': on }) as const
