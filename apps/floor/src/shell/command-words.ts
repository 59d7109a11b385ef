import { type CommandType, WOULD_LEAD_TO } from '@restow/domain'
import { wordOf } from './sentences.ts'

/** A command in the words of what it would have led to. */
export const wordFor = (type: CommandType): string => wordOf('event', WOULD_LEAD_TO[type])
