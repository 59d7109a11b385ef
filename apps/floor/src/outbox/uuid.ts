import { uuidV7 } from '@restow/domain'

/** An id of this device's own. @param at milliseconds since 1970 */
export const freshId = (at: number): string => uuidV7(at, crypto.getRandomValues(new Uint8Array(10)))
