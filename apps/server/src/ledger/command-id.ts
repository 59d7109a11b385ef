import { randomBytes } from 'node:crypto'
import { uuidV7 } from '@restow/domain'

/** An id of a moment, for a command that the server itself gives. @param ms since 1970 */
export const commandIdAt = (ms: number): string => uuidV7(ms, randomBytes(10))
